"""Every entry of the journal, in order: when, who, in which role, who entered it, what it says, and its seal."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.entry_words import what_happened
from app.record.checked_case import SoundCase
from app.record.content.identity import short_seal
from app.record.content.words import say
from injection_plan.events import Entry, MarkRead, TimeOutPassed
from injection_plan.procedure import Procedure, apply
from injection_plan.terms import Occasion, Standing


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as it is printed; times as text, in UTC and as the workstation's clock showed it."""

    version: str
    utc: str
    local: str
    acted_by: str
    role: str
    entered_by: str
    workstation: str
    what: str
    seal: str


def entry_rows(sound: SoundCase) -> tuple[EntryRow, ...]:
    """Return every entry of a sound case, with what it led to where the entry alone does not say it."""
    rows: list[EntryRow] = []
    after: Procedure | None = None
    for entry, seal in zip(sound.entries, sound.seals, strict=True):
        after = apply(after, entry)
        rows.append(_row(entry, seal, after))
    return tuple(rows)


def _row(entry: Entry, seal: str, after: Procedure) -> EntryRow:
    stamp = entry.stamp
    local = wording.date_time(stamp.recorded, stamp.offset_minutes).split()
    return EntryRow(
        version=str(entry.version),
        utc=wording.utc_time(stamp.recorded).removesuffix(" UTC"),
        local=" ".join(local[-2:]),
        acted_by=stamp.acted_by.name,
        role=wording.role(stamp.role),
        entered_by=stamp.entered_by.name,
        workstation=stamp.workstation,
        what=_with_outcome(what_happened(entry), _outcome(entry, after)),
        seal=short_seal(seal),
    )


def _with_outcome(what: str, outcome: str) -> str:
    """Join what an entry says and what it led to, with one full stop between them."""
    return say("outcome.joined", what=what.removesuffix("."), outcome=outcome) if outcome else what


def _outcome(entry: Entry, after: Procedure) -> str:
    """Return what the entry alone does not say: who was present, or how a reading turned out."""
    event = entry.event
    if isinstance(event, TimeOutPassed):
        present = [person.name for person in (after.performer, after.verifier) if person is not None]
        return say("outcome.present", people=", ".join(present))
    return _reading(event, after) if isinstance(event, MarkRead) else ""


def _reading(event: MarkRead, after: Procedure) -> str:
    if after.syringe(event.syringe).first_reading is not None:
        return say("outcome.read_again")
    if event.occasion is not Occasion.AFTER or event.about is None:
        return ""
    delivery = after.delivery(event.about)
    if delivery is None or delivery.expected is None:
        return ""
    key = "outcome.differs" if delivery.standing is Standing.MARK_DIFFERS else "outcome.agrees"
    return say(key, expected=wording.number(delivery.expected))
