"""Sessions on the cases of a desk: taken up again, begun, or ready for practice."""

from __future__ import annotations

from app.cases import new_session, resume_session
from app.practice import Room, ready_practice_case
from app.read_models.case_list import CaseLine
from app.read_models.new_case_steps import Edition, NewCase
from app.session import Session
from ui.windows.desk import Desk


def resume(desk: Desk, line: CaseLine) -> Session:
    """Return a session on a stored case, where its last entry left it."""
    journal = desk.journal_of(practice=line.practice)
    return resume_session(journal, desk.clock, desk.workstation, line.case)


def begin(desk: Desk, case: NewCase, *, practice: bool) -> Session:
    """Return a session for a new case, whose first command opens it."""
    journal = desk.journal_of(practice=practice)
    return new_session(
        journal, desk.clock, desk.workstation, case.verifier, case.participant, practice=practice
    )


def begin_practice(desk: Desk, edition: Edition) -> Session:
    """Return a practice case ready at its first aliquot."""
    journal = desk.journal_of(practice=True)
    return ready_practice_case(Room(journal, desk.clock, desk.workstation), edition)
