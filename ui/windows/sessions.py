"""Sessions on the cases of a desk: taken up again, begun, or ready for practice."""

from __future__ import annotations

from app.cases import new_session, resume_session
from app.edition import Edition
from app.practice import Room, ready_practice_case
from app.read_models.case_list import CaseLine
from app.read_models.set_up_form import SetUp
from app.session import Session
from injection_plan.terms import Role
from ui.windows.desk import Desk


def resume(desk: Desk, line: CaseLine) -> Session:
    """Return a session on a stored case, where its last entry left it."""
    journal = desk.journal_of(practice=line.practice)
    return resume_session(journal, desk.clock, desk.workstation, line.case, given_key=_given_key(desk))


def begin(desk: Desk, wanted: SetUp, *, practice: bool) -> Session:
    """Return a session for a new case, whose first command opens it."""
    journal = desk.journal_of(practice=practice)
    return new_session(
        journal,
        desk.clock,
        desk.workstation,
        wanted.verifier,
        wanted.participant,
        practice=practice,
        given_key=_given_key(desk),
    )


def begin_practice(desk: Desk, edition: Edition) -> Session:
    """Return a practice case ready at its first aliquot."""
    journal = desk.journal_of(practice=True)
    return ready_practice_case(Room(journal, desk.clock, desk.workstation, _given_key(desk)), edition)


def _given_key(desk: Desk) -> Role:
    """Return who holds the key that says Given, as the workstation is set now."""
    return desk.settings.given_key_held_by
