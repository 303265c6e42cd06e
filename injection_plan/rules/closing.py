"""Rules of closing: nothing closes while a mark is owed or a volume is neither explained nor accepted."""

from __future__ import annotations

from collections.abc import Sequence

from injection_plan import commands, events
from injection_plan.anatomy import Finger, finger_code
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.reconciliation import case_balance, finger_reached, marks_that_differ, unsettled
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.settling import MarkExplained, Settlement, SyringeLoss
from injection_plan.terms import Standing
from injection_plan.volume import Volume


def reconcile(procedure: Procedure, command: commands.Reconcile, stamp: Stamp) -> events.Reconciled | Refusal:
    """Accept figures that add up, once every planned aliquot is settled and every mark read or given up."""
    if refusal := gates.live(procedure) or gates.in_team(procedure, stamp):
        return refusal
    if refusal := may_reconcile(procedure):
        return refusal
    if command.seen != procedure.version:
        return Refusal(Why.STALE)
    refusal = figures_refused(
        procedure, command.losses, command.sample, command.not_drawn_up, command.settlements
    )
    if refusal := refusal or marks_refused(procedure, command.marks):
        return refusal
    return events.Reconciled(
        losses=command.losses,
        sample=command.sample,
        not_drawn_up=command.not_drawn_up,
        settlements=command.settlements,
        marks=command.marks,
    )


def pass_sign_out(procedure: Procedure, command: commands.PassSignOut) -> events.SignOutPassed | Refusal:
    """Accept a sign-out with every line answered, once nothing is left to give; it may be said again."""
    if refusal := gates.live(procedure):
        return refusal
    if not procedure.is_settled:
        waiting = procedure.current
        return Refusal(Why.NOT_SETTLED, waiting.code if waiting is not None else "")
    if set(sign_out_names(procedure)) - {line.line for line in command.lines}:
        return Refusal(Why.LINES_MISSING)
    return events.SignOutPassed(lines=command.lines)


def sign_out_names(procedure: Procedure) -> tuple[str, ...]:
    """Return the names of the lines to be answered; one about each finger is asked of those that got product."""
    fingers = [finger_code(finger) for finger in fingers_that_got_product(procedure)]
    return tuple(
        name
        for line in procedure.protocol.sign_out
        for name in ([f"{line.line}-{one}" for one in fingers] if line.each_finger else [line.line])
    )


def asks_for_sign_out(procedure: Procedure) -> bool:
    """Say whether the protocol has a sign-out that nobody answered yet."""
    return bool(procedure.protocol.sign_out) and procedure.prepared.sign_out is None


def fingers_that_got_product(procedure: Procedure) -> tuple[Finger, ...]:
    """Return the fingers where product was given or may have been, in the order of the syringes."""
    reached = [
        finger_reached(procedure, one)
        for one in procedure.deliveries
        if one.is_given or one.standing is Standing.UNKNOWN
    ]
    return tuple(state.syringe.finger for state in procedure.syringes if state.syringe.finger in reached)


def may_reconcile(procedure: Procedure) -> Refusal | None:
    """Return what stands against reconciling at all; the screen shows the same."""
    if procedure.owed_after:
        return gates.owed(procedure.owed_after[0])
    if not procedure.is_settled:
        waiting = procedure.current
        return Refusal(Why.NOT_SETTLED, waiting.code if waiting is not None else "")
    if owed := procedure.end_marks_owed:
        return Refusal(Why.END_MARK_OWED, ", ".join(str(mark.syringe) for mark in owed))
    return Refusal(Why.NO_SIGN_OUT) if asks_for_sign_out(procedure) else None


def figures_refused(
    procedure: Procedure,
    losses: Sequence[SyringeLoss],
    sample: Volume,
    not_drawn_up: Volume,
    settlements: Sequence[Settlement],
) -> Refusal | None:
    """Return what these figures lack, naming the lines: a syringe without figures, a volume not settled."""
    entered = [loss.syringe for loss in losses]
    known = {state.syringe.number for state in procedure.syringes}
    if strange := [str(number) for number in entered if number not in known]:
        return Refusal(Why.SYRINGE_MISSING, ", ".join(strange))
    filled = [state.syringe.number for state in procedure.syringes if state.fill is not None]
    if unclear := [str(number) for number in known if entered.count(number) != (number in filled)]:
        return Refusal(Why.LOSSES_MISSING, ", ".join(unclear))
    balance = case_balance(procedure, losses, sample, not_drawn_up)
    if open_lines := unsettled(balance, settlements):
        return Refusal(Why.UNSETTLED, ", ".join(str(line) for line in open_lines))
    return None


def marks_refused(procedure: Procedure, marks: Sequence[MarkExplained]) -> Refusal | None:
    """Return the first mark that differs and is not explained; explaining another one is a slip."""
    explained = [one.aliquot for one in marks]
    differing = marks_that_differ(procedure)
    wanting = [code for code in (*differing, *explained) if explained.count(code) != (code in differing)]
    return Refusal(Why.MARK_UNEXPLAINED, wanting[0]) if wanting else None


def sign(procedure: Procedure, command: commands.Sign, stamp: Stamp) -> events.Signed | Refusal:
    """Let each of the two people sign once what is reconciled and unchanged since they saw it."""
    if procedure.reconciliation is None:
        return Refusal(Why.NOT_RECONCILED)
    if refusal := gates.in_role(procedure, stamp, stamp.role):
        return refusal
    if any(signed.role is stamp.role for _, signed in procedure.signatures):
        return Refusal(Why.ALREADY_SIGNED, stamp.acted_by.name)
    if command.seen != procedure.version:
        return Refusal(Why.STALE)
    return events.Signed(meaning=command.meaning)
