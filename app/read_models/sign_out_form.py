"""The sign-out: what is read aloud when the last aliquot is settled, and what was not as a line says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app import wording
from injection_plan.anatomy import Finger, Hand, finger_code
from injection_plan.answers import SignOutLine
from injection_plan.commands import PassSignOut
from injection_plan.procedure import Procedure
from injection_plan.protocol import FingerLine
from injection_plan.rules.closing import fingers_that_got_product, sign_out_names

DOMAIN = "sign_out"
LONGEST = 2000
BRIEF = 90
"""How many characters of a remark stand where it is only pointed to; all of them stand with the sign-out itself."""
MOST_BRIEF = 2
"""How many lines that are not so are named there."""


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line as it is read: `name` is its lasting name, with the finger's code where it is about a finger.

    `text` is what is recorded. A line about a finger stands on `hand`, under a `heading` that says what is asked of
    each, and its `label` is the finger alone; any other line is its own label and has neither.
    """

    name: str
    text: str
    label: str
    heading: str = ""
    hand: Hand | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How a line was answered: as it says, or not, and then with a remark as it was typed."""

    as_it_says: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SignOutForm:
    """The sign-out as it is asked; `passed` says by whom and when it was, or nothing before it was.

    `remarks` is what was not as the lines say, and `since` names the fingers that got product after it was passed. What
    was not so is said until the end: `not_so` in brief, and shorter still the `step` and the `fact` in the head, which
    is the time where every line held.
    """

    lines: tuple[AskedLine, ...]
    passed: str
    why_not_yet: str
    remarks: tuple[str, ...] = ()
    since: str = ""
    not_so: str = ""
    step: str = ""
    fact: str = ""

    def told(self, answers: Mapping[str, Answer]) -> str:
        """Return what is to be answered next, or that every line is, and how many are not so."""
        not_so = sum(not answer.as_it_says for answer in answers.values())
        key = "complete" if not not_so else "complete_one_not_so" if not_so == 1 else "complete_not_so"
        return self.waiting(answers) or wording.say(DOMAIN, key, count=not_so)

    def waiting(self, answers: Mapping[str, Answer]) -> str:
        """Return the sentence that says what is to be answered next; an empty one when nothing is."""
        missing = [line for line in self.lines if line.name not in answers]
        if len(missing) > 1:
            return wording.say(DOMAIN, "waiting", count=len(missing), line=missing[0].text)
        if missing:
            return wording.say(DOMAIN, "waiting_one", line=missing[0].text)
        problems = check_sign_out(self, answers).problems
        without_words = [line for line in self.lines if line.name in problems]
        return wording.say(DOMAIN, "waiting_words", line=without_words[0].text) if without_words else ""


@dataclass(frozen=True, slots=True)
class SignOutChecked:
    """The command when every line is answered, else a sentence for each that is not, by its name."""

    command: PassSignOut | None
    problems: Mapping[str, str] = field(default_factory=dict)


def sign_out_form(procedure: Procedure) -> SignOutForm:
    """Return the lines of a case's sign-out; one about each finger is asked of those that got product."""
    lines = tuple(one for line in procedure.protocol.sign_out for one in _asked(procedure, line))
    why_not_yet = "" if procedure.is_settled else wording.say(DOMAIN, "not_settled")
    if procedure.prepared.sign_out is None:
        return SignOutForm(lines, "", why_not_yet)
    answered, stamp = procedure.prepared.sign_out
    not_so = tuple(one for one in answered if one.remark is not None)
    time = wording.short_time(stamp.recorded, stamp.offset_minutes)
    said = {"who": stamp.acted_by.name, "time": wording.date_time(stamp.recorded, stamp.offset_minutes)}
    return SignOutForm(
        lines=lines,
        passed=wording.say(DOMAIN, "passed_not_so" if not_so else "passed", **said),
        why_not_yet=why_not_yet,
        remarks=tuple(_remark(one) for one in not_so),
        since=_since(procedure, lines, answered),
        not_so=_in_brief(lines, not_so, time) if not_so else "",
        step=wording.say(DOMAIN, "step_not_so") if not_so else "",
        fact=wording.say(DOMAIN, "fact_not_so", count=len(not_so)) if not_so else time,
    )


def _in_brief(lines: tuple[AskedLine, ...], not_so: tuple[SignOutLine, ...], time: str) -> str:
    fingers = {line.name: line.label for line in lines if line.hand is not None}
    named = [_brief_line(one, fingers.get(one.line)) for one in not_so[:MOST_BRIEF]]
    words = "; ".join(named)
    if more := len(not_so) - len(named):
        words = wording.say(DOMAIN, "and_more", lines=words, count=more)
    key = "lines_not_so" if len(not_so) > 1 else "line_not_so"
    return wording.say(DOMAIN, key, time=time, count=len(not_so), lines=words)


def _brief_line(line: SignOutLine, finger: str | None) -> str:
    """Return a line that is not so with its remark; its own words stand as a quotation, since they do not hold."""
    key = "not_so_line" if finger is None else "not_so_finger"
    words = " ".join((line.remark or "").split())
    if len(words) > BRIEF:
        words = f"{words[:BRIEF].rpartition(' ')[0] or words[:BRIEF]} …"
    return wording.say(DOMAIN, key, line=finger or line.text, remark=words)


def _remark(line: SignOutLine) -> str:
    return wording.say(DOMAIN, "remark", text=line.text.removesuffix("."), remark=line.remark or "")


def _since(procedure: Procedure, lines: tuple[AskedLine, ...], answered: tuple[SignOutLine, ...]) -> str:
    new = set(sign_out_names(procedure)) - {one.line for one in answered}
    labels = [line.label for line in lines if line.name in new]
    return wording.say(DOMAIN, "since", lines=", ".join(labels)) if labels else ""


def _asked(procedure: Procedure, line: FingerLine) -> tuple[AskedLine, ...]:
    if not line.each_finger:
        return (AskedLine(line.line, line.text, line.text),)
    return tuple(_about(line, finger) for finger in fingers_that_got_product(procedure))


def _about(line: FingerLine, finger: Finger) -> AskedLine:
    label = wording.finger(finger)
    return AskedLine(
        name=f"{line.line}-{finger_code(finger)}",
        text=wording.say(DOMAIN, "of_a_finger", finger=label, text=line.text),
        label=label,
        heading=line.text,
        hand=finger.hand,
    )


def check_sign_out(form: SignOutForm, answers: Mapping[str, Answer]) -> SignOutChecked:
    """Return the command when every line is answered, and each that is not as it says has a remark."""
    problems: dict[str, str] = {}
    lines: list[SignOutLine] = []
    for asked in form.lines:
        answer = answers.get(asked.name)
        remark = "" if answer is None else answer.remark.strip()
        if answer is None:
            problems[asked.name] = wording.say(DOMAIN, "wrong.unanswered")
        elif not answer.as_it_says and not remark:
            problems[asked.name] = wording.say(DOMAIN, "wrong.remark_missing")
        elif not answer.as_it_says and len(remark) > LONGEST:
            problems[asked.name] = wording.say(DOMAIN, "wrong.too_long", most=LONGEST)
        else:
            lines.append(
                SignOutLine(line=asked.name, text=asked.text, remark=None if answer.as_it_says else remark)
            )
    return SignOutChecked(None if problems else PassSignOut(lines=tuple(lines)), problems)
