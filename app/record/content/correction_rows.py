"""Every correction with the value before, the value after, the reason and the author; and the addenda."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from app import wording
from app.read_models.reconciled_words import reconciled_words
from app.record.content.words import happened_at, moment, offset_of, say
from injection_plan.deviations import (
    CaseReopened,
    Correction,
    EntryVoided,
    FiguresReplaced,
    ParticipantCodeChanged,
)
from injection_plan.events import AddendumWritten, Entry
from injection_plan.procedure import Delivery


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction: what it is about, the value before (to be struck through), after, why, who and when."""

    version: str
    about: str
    before: str
    after: str
    reason: str
    author: str


@dataclass(frozen=True, slots=True)
class AddendumRow:
    """Text that was added to a signed case, by whom and when."""

    version: str
    text: str
    author: str


def correction_rows(found: Iterable[Correction]) -> tuple[CorrectionRow, ...]:
    """Return the corrections of a case in the order of their entries."""
    return tuple(_row(one) for one in found)


def addendum_rows(entries: Iterable[Entry]) -> tuple[AddendumRow, ...]:
    """Return the addenda of a case in the order of their entries."""
    return tuple(
        AddendumRow(
            str(entry.version), entry.event.text, f"{entry.stamp.acted_by.name}, {moment(entry.stamp)}"
        )
        for entry in entries
        if isinstance(entry.event, AddendumWritten)
    )


def _row(one: Correction) -> CorrectionRow:
    match one:
        case EntryVoided():
            about, before, after = _voided(one)
        case ParticipantCodeChanged():
            about, before, after = say("correction.participant"), one.before, one.after
        case CaseReopened():
            about = say("correction.reopened")
            before = say("correction.revision.before", revision=one.before)
            after = say("correction.revision", revision=one.after)
        case FiguresReplaced():
            about = say("correction.figures")
            before, after = reconciled_words(one.before), reconciled_words(one.after)
        case _:
            assert_never(one)
    author = f"{one.stamp.acted_by.name}, {moment(one.stamp)}"
    return CorrectionRow(str(one.version), about, before, after, one.reason, author)


def _voided(one: EntryVoided) -> tuple[str, str, str]:
    about = say(
        "correction.voided", aliquot=wording.aliquot(one.before.code), injected=wording.injected(one.injected)
    )
    gone = say("correction.never_was")
    return about, _value(one.before), gone if one.after is None else _value(one.after)


def _value(one: Delivery) -> str:
    """Return everything of a delivery that a correction can change: standing, volume, mark, place and time."""
    parts = [wording.standing(one.standing)]
    if one.is_given and one.given is not None:
        parts.append(wording.volume(one.given))
    if one.mark is not None:
        parts.append(say("correction.mark", mark=wording.number(one.mark)))
    if one.place is not None:
        parts.append(say("correction.place", place=wording.where(one.place)))
    when = happened_at(one)
    if when is not None:
        parts.append(say("correction.time", time=wording.clock_time(when, offset_of(one))))
    return ", ".join(parts)
