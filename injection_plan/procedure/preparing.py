"""How the fold takes in what happens before the first injection; every change takes an approval back."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from injection_plan import events
from injection_plan.events import Entry
from injection_plan.plan import Plan
from injection_plan.procedure.edits import known
from injection_plan.procedure.prepared import Checked, DayCheck, Decided, HandFound, Prepared
from injection_plan.procedure.standing import Delivery
from injection_plan.procedure.state import Procedure
from injection_plan.terms import Role, Standing

Preparing = (
    events.TeamNamed
    | events.ScreeningDated
    | events.CriteriaDecided
    | events.EligibilitySignedOff
    | events.DayChecked
    | events.HandFindingNoted
    | events.HandFindingWithdrawn
    | events.ProductDescribed
    | events.SyringesFilled
    | events.SyringesChecked
    | events.HandlingEntered
    | events.PlanDrafted
)
Gating = (
    events.PlanApproved
    | events.TimeOutPassed
    | events.HandedOver
    | events.SyringeReadAloud
    | events.SignOutPassed
)


def prepared(procedure: Procedure, entry: Entry, event: Preparing) -> Procedure:
    """Take in a change of the preparation: what was approved, and every time-out passed on it, falls."""
    fallen = replace(
        procedure,
        approved=False,
        briefed=False,
        time_outs=frozenset(),
        reconciliation=None,
        prepared=replace(
            procedure.prepared,
            approved_by=None,
            was_approved=procedure.prepared.approved_by or procedure.prepared.was_approved,
        ),
    )
    match event:
        case events.TeamNamed():
            return replace(fallen, performer=event.performer, verifier=event.verifier)
        case events.ProductDescribed():
            return replace(fallen, product=event, prepared=replace(fallen.prepared, described=entry.stamp))
        case events.SyringesFilled():
            return _filled(fallen, entry, event)
        case events.SyringesChecked():
            return _checked(fallen, entry, event)
        case events.HandlingEntered():
            known_now = replace(fallen.prepared, handling=event.handling, handled=entry.stamp)
            return _knowing(fallen, known_now)
        case events.PlanDrafted():
            return _planned(fallen, entry, event.plan)
        case events.DayChecked():
            return _knowing(fallen, replace(fallen.prepared, day_check=DayCheck(event.answers, entry.stamp)))
        case events.EligibilitySignedOff():
            return _knowing(fallen, replace(fallen.prepared, signed_off=entry.stamp))
        case events.ScreeningDated():
            return _knowing(fallen, replace(fallen.prepared, screened_on=event.on, signed_off=None))
        case events.CriteriaDecided():
            decided = {one.decision.criterion: one for one in fallen.prepared.decided}
            decided |= {one.criterion: Decided(one, entry.stamp) for one in event.decisions}
            return _knowing(
                fallen, replace(fallen.prepared, decided=tuple(decided.values()), signed_off=None)
            )
        case events.HandFindingNoted():
            found = HandFound(len(fallen.prepared.findings) + 1, event.finding, entry.stamp)
            return _knowing(fallen, replace(fallen.prepared, findings=(*fallen.prepared.findings, found)))
        case events.HandFindingWithdrawn():
            known(fallen.prepared.finding(event.number), str(event.number))
            findings = tuple(
                replace(one, withdrawn=event.reason) if one.number == event.number else one
                for one in fallen.prepared.findings
            )
            return _knowing(fallen, replace(fallen.prepared, findings=findings))
        case _:
            assert_never(event)


def gated(procedure: Procedure, entry: Entry, event: Gating) -> Procedure:
    """Take in an approval, or something answered aloud with both people present."""
    match event:
        case events.PlanApproved():
            return replace(
                procedure,
                approved=True,
                prepared=replace(procedure.prepared, approved_by=entry.stamp, was_approved=None),
            )
        case events.TimeOutPassed():
            return replace(procedure, time_outs=procedure.time_outs | {event.hand}, briefed=True)
        case events.HandedOver(role=Role.PERFORMER):
            return replace(procedure, performer=event.person, time_outs=frozenset())
        case events.HandedOver():
            return replace(procedure, verifier=event.person)
        case events.SyringeReadAloud():
            aloud = procedure.prepared.read_aloud | {event.syringe}
            return _knowing(procedure, replace(procedure.prepared, read_aloud=aloud))
        case events.SignOutPassed():
            return _knowing(procedure, replace(procedure.prepared, sign_out=(event.lines, entry.stamp)))
        case _:
            assert_never(event)


def _knowing(procedure: Procedure, known_now: Prepared) -> Procedure:
    return replace(procedure, prepared=known_now)


def _filled(procedure: Procedure, entry: Entry, event: events.SyringesFilled) -> Procedure:
    """Fill syringes anew: what was read on them before, and read aloud, says nothing of what is in them now."""
    fills = {fill.syringe: fill for fill in event.fills}
    aloud = procedure.prepared.read_aloud - fills.keys()
    procedure = _knowing(procedure, replace(procedure.prepared, read_aloud=aloud))
    syringes = tuple(
        replace(
            state, fill=fills[state.syringe.number], filled=entry.stamp, checked=None, version=entry.version
        )
        if state.syringe.number in fills
        else replace(state, version=entry.version)
        for state in procedure.syringes
    )
    return replace(procedure, syringes=syringes)


def _checked(procedure: Procedure, entry: Entry, event: events.SyringesChecked) -> Procedure:
    checks = {check.syringe: Checked(check, entry.stamp) for check in event.checks}
    syringes = tuple(
        replace(state, checked=checks[state.syringe.number], version=entry.version)
        if state.syringe.number in checks
        else state
        for state in procedure.syringes
    )
    return replace(procedure, syringes=syringes)


def _planned(procedure: Procedure, entry: Entry, plan: Plan) -> Procedure:
    before = {} if procedure.plan is None else {one.aliquot: one for one in procedure.plan.not_planned}
    stamps = dict(procedure.prepared.left_out)
    left_out = tuple(
        (one.aliquot, stamps[one.aliquot] if before.get(one.aliquot) == one else entry.stamp)
        for one in plan.not_planned
    )
    planned = replace(procedure, plan=plan, deliveries=_deliveries(procedure, plan, entry.version))
    return _knowing(planned, replace(planned.prepared, left_out=left_out))


def _deliveries(procedure: Procedure, plan: Plan, version: int) -> tuple[Delivery, ...]:
    rows: list[Delivery] = []
    reasons = {left_out.aliquot: left_out.reason for left_out in plan.not_planned}
    for code in (*plan.order, *reasons):
        aliquot = procedure.protocol.aliquot(code)
        standing = Standing.NOT_PLANNED if code in reasons else Standing.PLANNED
        rows.append(
            Delivery(code, aliquot.syringe, aliquot.volume, standing, version, reason=reasons.get(code))
        )
    return tuple(rows)
