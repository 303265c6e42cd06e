"""Rules before the first injection: the case, its people, product, syringes, plan and time-out."""

from __future__ import annotations

import re

from injection_plan import commands, events
from injection_plan.people import Stamp
from injection_plan.plan_checks import plan_findings
from injection_plan.procedure import Procedure
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Role, Standing
from injection_plan.volume import total


def open_case(command: commands.OpenCase) -> events.Opened | Refusal:
    """Open a case whose participant code has the protocol's form."""
    if re.fullmatch(command.protocol.participant_code, command.participant) is None:
        return Refusal(Why.CODE_DOES_NOT_FIT, command.participant)
    return events.Opened(
        case=command.case,
        participant=command.participant,
        centre=command.centre,
        practice=command.practice,
        protocol=command.protocol,
        protocol_digest=command.protocol_digest,
        software=command.software,
    )


def name_team(procedure: Procedure, command: commands.NameTeam) -> events.TeamNamed | Refusal:
    """Accept two different people, until injections begin; a case stopped before that may still name them."""
    refusal = gates.live(procedure) if procedure.performer is None else _before_start(procedure)
    if refusal is not None:
        return refusal
    if command.performer.is_same_as(command.verifier):
        return Refusal(Why.ONE_PERSON, command.performer.name)
    return events.TeamNamed(performer=command.performer, verifier=command.verifier)


def describe_product(
    procedure: Procedure, command: commands.DescribeProduct, stamp: Stamp
) -> events.ProductDescribed | Refusal:
    """Accept the product, ready no later than now."""
    if refusal := _before_start(procedure):
        return refusal
    if command.ready_at is not None and command.ready_at > stamp.recorded:
        return Refusal(Why.IN_THE_FUTURE)
    return events.ProductDescribed(prepared=command.prepared, lot=command.lot, ready_at=command.ready_at)


def fill_syringes(procedure: Procedure, command: commands.FillSyringes) -> events.SyringesFilled | Refusal:
    """Accept fills of the syringes: no mark above what was drawn up, no more than was prepared.

    A syringe for which nothing is planned may stay empty; approval asks for the others.
    """
    if refusal := _before_start(procedure):
        return refusal
    if procedure.product is None:
        return Refusal(Why.NO_PRODUCT)
    sizes = {state.syringe.number: state.syringe.size for state in procedure.syringes}
    filled = {state.syringe.number: state.fill.drawn_up for state in procedure.syringes if state.fill}
    for fill in command.fills:
        number = str(fill.syringe)
        if fill.syringe not in sizes:
            return Refusal(Why.SYRINGE_MISSING, number)
        if fill.mark > sizes[fill.syringe]:
            return Refusal(Why.ABOVE_SYRINGE_SIZE, number)
        if fill.mark > fill.drawn_up:
            return Refusal(Why.MARK_ABOVE_DRAWN_UP, number)
        filled[fill.syringe] = fill.drawn_up
    if total(filled.values()) > procedure.product.prepared:
        return Refusal(Why.TOO_MUCH_DRAWN_UP)
    return events.SyringesFilled(fills=command.fills)


def draft_plan(procedure: Procedure, command: commands.DraftPlan) -> events.PlanDrafted | Refusal:
    """Accept any draft until the first aliquot is given; faults stand against approval, not writing."""
    if refusal := _before_start(procedure):
        return refusal
    known = {aliquot.aliquot for aliquot in procedure.protocol.aliquots}
    strange = [code for code in command.plan.order if code not in known]
    strange += [left_out.aliquot for left_out in command.plan.not_planned if left_out.aliquot not in known]
    if strange:
        return Refusal(Why.PLAN_FAULTY, strange[0])
    return events.PlanDrafted(plan=command.plan)


def approve_plan(
    procedure: Procedure, command: commands.ApprovePlan, stamp: Stamp
) -> events.PlanApproved | Refusal:
    """Let the performer approve a plan without faults, with the people, product and syringes known."""
    if refusal := _before_start(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER):
        return refusal
    if procedure.plan is None:
        return Refusal(Why.NO_PLAN)
    if procedure.product is None:
        return Refusal(Why.NO_PRODUCT)
    wanted = {procedure.protocol.aliquot(code).syringe for code in procedure.plan.order}
    empty = [state.syringe.number for state in procedure.syringes if state.fill is None]
    if missing := [str(number) for number in empty if number in wanted]:
        return Refusal(Why.SYRINGE_MISSING, ", ".join(missing))
    if procedure.approved:
        return Refusal(Why.ALREADY_APPROVED)
    if command.seen != procedure.version:
        return Refusal(Why.STALE)
    if findings := plan_findings(procedure.protocol, procedure.plan):
        return Refusal(Why.PLAN_FAULTY, findings[0].about)
    return events.PlanApproved()


def pass_time_out(procedure: Procedure, command: commands.PassTimeOut) -> events.TimeOutPassed | Refusal:
    """Accept a time-out for a hand with something planned on it, when every line was answered."""
    if refusal := gates.approved(procedure):
        return refusal
    if procedure.stopped is not None:
        return Refusal(Why.IS_STOPPED)
    asked = {line.line for line in procedure.protocol.time_out}
    if asked - {line.line for line in command.lines}:
        return Refusal(Why.LINES_MISSING)
    on_hand = [one for one in procedure.planned if _is_on(procedure, one.code, command.hand.value)]
    if not any(one.standing is Standing.PLANNED for one in on_hand):
        return Refusal(Why.NOTHING_ON_HAND, command.hand.value)
    return events.TimeOutPassed(hand=command.hand, lines=command.lines)


def _is_on(procedure: Procedure, code: str, hand: str) -> bool:
    return procedure.protocol.aliquot(code).path.finger.hand.value == hand


def _before_start(procedure: Procedure) -> Refusal | None:
    if refusal := gates.live(procedure):
        return refusal
    if procedure.stopped is not None:
        return Refusal(Why.IS_STOPPED)
    return Refusal(Why.ALREADY_STARTED) if procedure.has_started else None
