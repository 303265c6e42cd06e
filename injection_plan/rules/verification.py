"""Rules of reading: only the verifier, only the mark that is owed, never more than the syringe held."""

from __future__ import annotations

from injection_plan import commands, events
from injection_plan.people import Stamp
from injection_plan.procedure import Owed, Procedure
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.rules.table import Asked, against
from injection_plan.terms import Occasion, Role


def read_mark(procedure: Procedure, command: commands.ReadMark, stamp: Stamp) -> events.MarkRead | Refusal:
    """Accept a reading of the owed mark by the verifier; whether it agrees is for the fold to say."""
    if refusal := _may_read(procedure, command, stamp) or _may_answer(procedure, command):
        return refusal
    state = procedure.syringe(command.syringe)
    if state.fill is None or command.mark > min(state.fill.drawn_up, state.syringe.size):
        return Refusal(Why.MORE_THAN_FILLED, str(command.syringe))
    return events.MarkRead(
        occasion=command.occasion, syringe=command.syringe, about=command.about, mark=command.mark
    )


def leave_mark_unread(
    procedure: Procedure, command: commands.LeaveMarkUnread, stamp: Stamp
) -> events.MarkNotRead | Refusal:
    """Accept that the owed mark was missed, from either person: the performer may be alone in the room."""
    refusal = gates.live(procedure) or gates.in_role(procedure, stamp, stamp.role)
    if refusal := refusal or _may_answer(procedure, command):
        return refusal
    return events.MarkNotRead(
        occasion=command.occasion, syringe=command.syringe, about=command.about, reason=command.reason
    )


def owed_marks(procedure: Procedure) -> tuple[Owed, ...]:
    """Return the marks that may be answered now: the owed one, or at the end those of all syringes."""
    if procedure.owed is not None:
        return (procedure.owed,)
    return procedure.end_marks_owed if procedure.is_settled else ()


def _may_read(procedure: Procedure, command: commands.ReadMark, stamp: Stamp) -> Refusal | None:
    """Nobody verifies their own injection, whichever role they hold by now."""
    if refusal := gates.live(procedure):
        return refusal
    delivery = procedure.delivery(command.about) if command.about is not None else None
    injected = delivery.stamp if delivery is not None else None
    if stamp.role is Role.PERFORMER or (
        injected is not None and stamp.acted_by.is_same_as(injected.acted_by)
    ):
        return Refusal(Why.BY_THE_PERFORMER)
    return gates.in_role(procedure, stamp, Role.VERIFIER)


def _may_answer(
    procedure: Procedure, command: commands.ReadMark | commands.LeaveMarkUnread
) -> Refusal | None:
    if Owed(command.occasion, command.syringe, command.about) not in owed_marks(procedure):
        return _not_owed(procedure, command)
    return None if command.seen == seen_mark(procedure, command) else Refusal(Why.STALE)


def _not_owed(procedure: Procedure, command: commands.ReadMark | commands.LeaveMarkUnread) -> Refusal:
    about = command.about or str(command.syringe)
    why: Why | None = None
    if command.occasion is Occasion.AFTER and command.about is not None:
        why = against(procedure, command.about, Asked.READ_MARK)
    return Refusal(why or Why.NOT_THE_BOUND_ONE, about)


def seen_mark(procedure: Procedure, owed: Owed | commands.ReadMark | commands.LeaveMarkUnread) -> int:
    """Return the last version that touched what this mark is about, which the answer carries back."""
    return procedure.seen(owed.about) if owed.about is not None else procedure.syringe(owed.syringe).version
