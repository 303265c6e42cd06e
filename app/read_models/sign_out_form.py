"""The sign-out: what is read aloud when the last aliquot is settled, and what was not as a line says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app import wording
from injection_plan.anatomy import finger_code
from injection_plan.commands import PassSignOut
from injection_plan.events import SignOutLine
from injection_plan.procedure import Procedure
from injection_plan.protocol import FingerLine
from injection_plan.rules.closing import fingers_that_got_product

DOMAIN = "sign_out"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line as it is read: `name` is its lasting name, with the finger's code where it is about a finger."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How a line was answered: as it says, or not, and then with a remark as it was typed."""

    as_it_says: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SignOutForm:
    """The sign-out as it is asked; `passed` says by whom and when it was, or nothing before it was."""

    lines: tuple[AskedLine, ...]
    passed: str
    why_not_yet: str


@dataclass(frozen=True, slots=True)
class SignOutChecked:
    """The command when every line is answered, else a sentence for each that is not, by its name."""

    command: PassSignOut | None
    problems: Mapping[str, str] = field(default_factory=dict)


def sign_out_form(procedure: Procedure) -> SignOutForm:
    """Return the lines of a case's sign-out; one about each finger is asked of those that got product."""
    lines = tuple(one for line in procedure.protocol.sign_out for one in _asked(procedure, line))
    passed = procedure.prepared.sign_out
    when = ""
    if passed is not None:
        stamp = passed[1]
        words = {"who": stamp.acted_by.name, "time": wording.date_time(stamp.recorded, stamp.offset_minutes)}
        when = wording.say(DOMAIN, "passed", **words)
    return SignOutForm(lines, when, "" if procedure.is_settled else wording.say(DOMAIN, "not_settled"))


def _asked(procedure: Procedure, line: FingerLine) -> tuple[AskedLine, ...]:
    if not line.each_finger:
        return (AskedLine(line.line, line.text),)
    return tuple(
        AskedLine(
            f"{line.line}-{finger_code(finger)}",
            wording.say(DOMAIN, "of_a_finger", finger=wording.finger(finger), text=line.text),
        )
        for finger in fingers_that_got_product(procedure)
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
        elif len(remark) > LONGEST:
            problems[asked.name] = wording.say(DOMAIN, "wrong.too_long", most=LONGEST)
        else:
            lines.append(
                SignOutLine(line=asked.name, text=asked.text, remark=None if answer.as_it_says else remark)
            )
    return SignOutChecked(None if problems else PassSignOut(lines=tuple(lines)), problems)

