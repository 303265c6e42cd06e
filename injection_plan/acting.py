"""Who acts when something is asked: in which role, and the person whom the command itself names."""

from __future__ import annotations

from injection_plan.commands import (
    ApprovePlan,
    CheckSyringes,
    ChooseNext,
    Command,
    DecideCriteria,
    DraftPlan,
    FillSyringes,
    Give,
    LeaveMarkUnread,
    NoteHandFinding,
    Omit,
    ReadMark,
    RecordDifference,
    SignOffEligibility,
    Void,
    WithdrawHandFinding,
)
from injection_plan.people import Person
from injection_plan.terms import Role

PERFORMER_COMMANDS = (
    NoteHandFinding,
    WithdrawHandFinding,
    DraftPlan,
    ApprovePlan,
    ChooseNext,
    Give,
    Omit,
    RecordDifference,
    Void,
)
"""What only the performer decides, whoever presses the key."""

VERIFIER_COMMANDS = (ReadMark, LeaveMarkUnread)
"""What only the verifier reads."""


def acting_role(command: Command) -> Role:
    """Return in which role a command is acted; what either may do counts as the verifier's, at the keys."""
    if isinstance(command, PERFORMER_COMMANDS):
        return Role.PERFORMER
    if isinstance(command, DecideCriteria | SignOffEligibility):
        return Role.INVESTIGATOR
    return Role.PREPARER if acting_person(command) is not None else Role.VERIFIER


def acting_person(command: Command) -> Person | None:
    """Return the person whom a command itself names as the one who acts; nothing where the role says who does."""
    match command:
        case DecideCriteria() | SignOffEligibility() | FillSyringes() | CheckSyringes():
            return command.by
        case _:
            return None
