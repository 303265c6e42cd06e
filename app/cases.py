"""Cases of a data folder: their ids, opening a new one, and taking one up again where it was left."""

from __future__ import annotations

from dataclasses import dataclass

from app.clock import Clock
from app.journal import Journal
from app.session import Session
from injection_plan.events import Entry
from injection_plan.people import Person
from injection_plan.procedure import Procedure, replay
from injection_plan.terms import Role

PRACTICE_PREFIX = "PRACTICE"


def next_case_id(journal: Journal, participant: str, *, practice: bool) -> str:
    """Return the id of a participant's next case, `01-0107-1`, or of the next practice case, `PRACTICE-1`."""
    prefix = PRACTICE_PREFIX if practice else participant
    taken = {row.case_id for row in journal.cases()}
    number = 1
    while f"{prefix}-{number}" in taken:
        number += 1
    return f"{prefix}-{number}"


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A case as it lies in the journal: its entries, what they come to, and the seal of the last."""

    entries: tuple[Entry, ...]
    procedure: Procedure
    head: str


def read_case(journal: Journal, case: str) -> StoredCase:
    """Return a case from the journal, replayed.

    Raises JournalDamaged when its chain is broken, `Unfoldable` or pydantic's ValidationError when an entry
    does not say what this program understands, and `KeyError` when there is no such case.
    """
    stored = journal.entries(case)
    entries = tuple(Entry.model_validate_json(entry.body) for entry in stored)
    procedure = replay(entries)
    if procedure is None:
        raise KeyError(case)
    return StoredCase(entries, procedure, stored[-1].seal)


def resume_session(
    journal: Journal, clock: Clock, workstation: str, case: str, *, given_key: Role = Role.VERIFIER
) -> Session:
    """Return a session on a stored case, exactly where its last entry left it; raises as `read_case` does."""
    stored = read_case(journal, case)
    holder = stored.procedure.verifier or stored.procedure.opened.entered_by
    return Session(
        journal,
        clock,
        workstation,
        holder=holder,
        case=case,
        entries=stored.entries,
        head=stored.head,
        procedure=stored.procedure,
        given_key=given_key,
    )


def new_session(
    journal: Journal,
    clock: Clock,
    workstation: str,
    holder: Person,
    participant: str,
    *,
    practice: bool,
    given_key: Role = Role.VERIFIER,
) -> Session:
    """Return a session for a case that does not exist yet; its first command opens it."""
    case = next_case_id(journal, participant, practice=practice)
    return Session(journal, clock, workstation, holder=holder, case=case, given_key=given_key)
