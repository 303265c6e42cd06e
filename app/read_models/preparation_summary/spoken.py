"""What was answered aloud with both people present: the time-outs, the syringes as they were taken up, the sign-out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from app import wording
from app.read_models.preparation_summary.words import Doer, doer, say
from injection_plan.anatomy import FINGERS
from injection_plan.answers import SignOutLine
from injection_plan.events import Entry, SyringeReadAloud, TimeOutPassed
from injection_plan.procedure import Procedure, SyringeState
from injection_plan.protocol import Protocol


@dataclass(frozen=True, slots=True)
class TimeOutRow:
    """One time-out: before which hand, in which form, which lines were answered, who entered it and was present."""

    hand: str
    form: str
    lines: str
    by: Doer
    present: str


@dataclass(frozen=True, slots=True)
class AloudRow:
    """One filled syringe: what was said and answered when it was taken up, or that it was not asked."""

    number: str
    text: str
    by: Doer | None


@dataclass(frozen=True, slots=True)
class SignOutRow:
    """A line of the sign-out, how it was answered and of which fingers; loud where it was not as the line says."""

    text: str
    answer: str
    is_loud: bool


@dataclass(frozen=True, slots=True)
class SpokenSummary:
    """Everything that was answered aloud; `signed_out` says by whom and when, or that it was not asked yet.

    It is empty under a protocol that has no sign-out; `is_due` says that it may still be asked.
    """

    time_outs: tuple[TimeOutRow, ...]
    read_aloud: tuple[AloudRow, ...]
    signed_out: str
    sign_out: tuple[SignOutRow, ...]
    is_due: bool


Present = tuple[Entry, Procedure]
"""An entry, and the case as it was just after it."""


def spoken_summary(
    procedure: Procedure, entries: Iterable[Entry], time_outs: Iterable[Present]
) -> SpokenSummary:
    """Return what was answered aloud in a case; `time_outs` are the entries of its time-outs, each with its state."""
    aloud = {entry.event.syringe: entry for entry in entries if isinstance(entry.event, SyringeReadAloud)}
    passed = procedure.prepared.sign_out
    return SpokenSummary(
        time_outs=tuple(
            _time_out(entry, entry.event, after)
            for entry, after in time_outs
            if isinstance(entry.event, TimeOutPassed)
        ),
        read_aloud=tuple(
            _aloud(state, aloud.get(state.syringe.number))
            for state in procedure.syringes
            if state.fill is not None
        ),
        signed_out=_signed_out(procedure),
        sign_out=() if passed is None else tuple(_sign_out(procedure.protocol, passed[0])),
        is_due=passed is None and bool(procedure.protocol.sign_out) and not procedure.is_signed,
    )


def _signed_out(procedure: Procedure) -> str:
    passed = procedure.prepared.sign_out
    if passed is not None:
        return doer(passed[1]).phrase
    if not procedure.protocol.sign_out:
        return ""
    return say("not_asked" if procedure.is_signed else "not_yet")


def _time_out(entry: Entry, event: TimeOutPassed, after: Procedure) -> TimeOutRow:
    protocol = after.protocol
    names = [line.line for line in event.lines]
    is_whole = {line.line for line in protocol.time_out} <= set(names)
    present = [person.name for person in (after.performer, after.verifier) if person is not None]
    return TimeOutRow(
        hand=wording.hand(event.hand),
        form=say("form.whole" if is_whole else "form.short", count=len(names)),
        lines=", ".join(map(wording.line_name, names)),
        by=doer(entry.stamp),
        present=", ".join(present),
    )


def _aloud(state: SyringeState, entry: Entry | None) -> AloudRow:
    number = str(state.syringe.number)
    if entry is None or not isinstance(entry.event, SyringeReadAloud):
        return AloudRow(number, say("not_asked"), None)
    return AloudRow(number, entry.event.text, doer(entry.stamp))


def _sign_out(protocol: Protocol, lines: tuple[SignOutLine, ...]) -> Iterator[SignOutRow]:
    """Yield the lines; one about each finger names the fingers of which it holds, then each of which it does not."""
    texts = {line.line: line.text for line in protocol.sign_out}
    for name, group in groupby(lines, key=lambda line: line.line.partition("-")[0]):
        mine = tuple(group)
        plain = [_finger(line) for line in mine if line.remark is None]
        text = texts.get(name, mine[0].text)
        if plain:
            fingers = ", ".join(filter(None, plain))
            answer = say("as_it_says.of", fingers=fingers) if fingers else say("as_it_says")
            yield SignOutRow(text, answer, is_loud=False)
        for line in mine:
            if line.remark is not None:
                finger = _finger(line)
                remark = say("remark.of", finger=finger, remark=line.remark) if finger else line.remark
                yield SignOutRow(text, say("not_so", remark=remark), is_loud=True)


def _finger(line: SignOutLine) -> str:
    code = line.line.partition("-")[2]
    if not code:
        return ""
    finger = FINGERS[code]
    return say("finger", hand=wording.short_hand(finger.hand), digit=wording.digit(finger.digit))
