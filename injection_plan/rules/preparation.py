"""Rules before the first injection: the case, its people, hand findings, plan, and what is answered aloud."""

from __future__ import annotations

import re

from injection_plan import commands, events
from injection_plan.people import Stamp
from injection_plan.plan_checks import Found, Moment, against_approval, is_today
from injection_plan.procedure import Procedure
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Role, Standing


def open_case(command: commands.OpenCase, stamp: Stamp) -> events.Opened | Refusal:
    """Open a case of the treatment arm whose participant code has the protocol's form; another arm keeps no case."""
    if command.allocation.arm != command.protocol.arms.treatment:
        return Refusal(Why.NOTHING_TO_INJECT, command.allocation.arm)
    if command.allocation.told_at > stamp.recorded:
        return Refusal(Why.IN_THE_FUTURE)
    if re.fullmatch(command.protocol.participant_code, command.participant) is None:
        return Refusal(Why.CODE_DOES_NOT_FIT, command.participant)
    return events.Opened(
        case=command.case,
        participant=command.participant,
        centre=command.centre,
        practice=command.practice,
        allocation=command.allocation,
        protocol=command.protocol,
        protocol_digest=command.protocol_digest,
        software=command.software,
    )


def name_team(procedure: Procedure, command: commands.NameTeam) -> events.TeamNamed | Refusal:
    """Accept two different people, until injections begin; a case stopped before that may still name them."""
    refusal = gates.live(procedure) if procedure.performer is None else gates.before_start(procedure)
    if refusal is not None:
        return refusal
    if command.performer.is_same_as(command.verifier):
        return Refusal(Why.ONE_PERSON, command.performer.name)
    return events.TeamNamed(performer=command.performer, verifier=command.verifier)


def note_hand_finding(
    procedure: Procedure, command: commands.NoteHandFinding, stamp: Stamp
) -> events.HandFindingNoted | Refusal:
    """Accept what the performer found; which passes are left out for it is asked apart."""
    if refusal := gates.before_start(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER):
        return refusal
    return events.HandFindingNoted(finding=command.finding)


def withdraw_hand_finding(
    procedure: Procedure, command: commands.WithdrawHandFinding, stamp: Stamp
) -> events.HandFindingWithdrawn | Refusal:
    """Let the performer take back a finding that stands."""
    if refusal := gates.before_start(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER):
        return refusal
    found = procedure.prepared.finding(command.number)
    if found is None or found.withdrawn is not None:
        return Refusal(Why.NO_SUCH_LINE, str(command.number))
    return events.HandFindingWithdrawn(number=command.number, reason=command.reason)


def draft_plan(
    procedure: Procedure, command: commands.DraftPlan, stamp: Stamp
) -> events.PlanDrafted | Refusal:
    """Accept the performer's draft until the first aliquot is given; faults stand against approval, not writing."""
    if refusal := gates.before_start(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER):
        return refusal
    known = {aliquot.aliquot for aliquot in procedure.protocol.aliquots}
    strange = [code for code in command.plan.order if code not in known]
    strange += [left_out.aliquot for left_out in command.plan.not_planned if left_out.aliquot not in known]
    if strange:
        return Refusal(Why.PLAN_FAULTY, strange[0])
    for left_out in command.plan.not_planned:
        if left_out.finding is not None and procedure.prepared.finding(left_out.finding) is None:
            return Refusal(Why.NO_SUCH_LINE, str(left_out.finding))
    return events.PlanDrafted(plan=command.plan)


def approve_plan(
    procedure: Procedure, command: commands.ApprovePlan, stamp: Stamp
) -> events.PlanApproved | Refusal:
    """Let the performer approve a plan that nothing stands against, as it was seen."""
    if refusal := gates.before_start(procedure) or gates.in_role(procedure, stamp, Role.PERFORMER):
        return refusal
    if procedure.plan is None:
        return Refusal(Why.NO_PLAN)
    if procedure.approved:
        return Refusal(Why.ALREADY_APPROVED)
    if command.seen != procedure.version:
        return Refusal(Why.STALE)
    if findings := against_approval(procedure, Moment(stamp.recorded, stamp.offset_minutes)):
        first = findings[0]
        return Refusal(_WHY_NOT.get(first.what, Why.PLAN_FAULTY), first.about)
    return events.PlanApproved(read=command.read)


_WHY_NOT = {
    Found.NO_PRODUCT: Why.NO_PRODUCT,
    Found.NOT_FILLED: Why.SYRINGE_MISSING,
    Found.NOT_CHECKED: Why.SYRINGE_NOT_CHECKED,
    Found.CHECK_DIFFERS: Why.SYRINGE_NOT_CHECKED,
    Found.CRITERION_OPEN: Why.CRITERIA_OPEN,
    Found.CRITERION_AGAINST: Why.NOT_ELIGIBLE,
    Found.SHEET_NOT_SIGNED: Why.SHEET_NOT_SIGNED,
    Found.DAY_NOT_CHECKED: Why.DAY_NOT_CHECKED,
}


def pass_time_out(
    procedure: Procedure, command: commands.PassTimeOut, stamp: Stamp
) -> events.TimeOutPassed | Refusal:
    """Accept a time-out for a hand with something planned on it, when every line that is due was answered.

    Before the first aliquot the questions of the day must be today's: a plan approved yesterday goes back for them.
    """
    if refusal := gates.approved(procedure):
        return refusal
    if procedure.stopped is not None:
        return Refusal(Why.IS_STOPPED)
    now = Moment(stamp.recorded, stamp.offset_minutes)
    if procedure.protocol.day_check and not procedure.has_started and not is_today(procedure, now):
        return Refusal(Why.DAY_NOT_CHECKED)
    asked = {line.line for line in procedure.time_out_lines}
    if asked - {line.line for line in command.lines}:
        return Refusal(Why.LINES_MISSING)
    on_hand = [one for one in procedure.planned if _is_on(procedure, one.code, command.hand.value)]
    if not any(one.standing is Standing.PLANNED for one in on_hand):
        return Refusal(Why.NOTHING_ON_HAND, command.hand.value)
    return events.TimeOutPassed(hand=command.hand, lines=command.lines)


def read_syringe_aloud(
    procedure: Procedure, command: commands.ReadSyringeAloud
) -> events.SyringeReadAloud | Refusal:
    """Accept that a filled syringe was named aloud; it is asked once, and it holds nothing up."""
    if refusal := gates.approved(procedure):
        return refusal
    known = {state.syringe.number for state in procedure.syringes if state.fill is not None}
    if command.syringe not in known:
        return Refusal(Why.SYRINGE_MISSING, str(command.syringe))
    if command.syringe in procedure.prepared.read_aloud:
        return Refusal(Why.ALREADY_READ_ALOUD, str(command.syringe))
    return events.SyringeReadAloud(syringe=command.syringe, text=command.text)


def _is_on(procedure: Procedure, code: str, hand: str) -> bool:
    return procedure.protocol.aliquot(code).path.finger.hand.value == hand
