"""Checks of what is planned and in which order: the whole protocol once, each finger in one go, findings answered."""

from __future__ import annotations

from collections.abc import Iterator

from injection_plan.anatomy import Finger
from injection_plan.hand_findings import passes_at
from injection_plan.plan_checks.finding import Finding, Found, Moment, blocks, notes, warns
from injection_plan.procedure import Procedure
from injection_plan.terms import Step


def something_is_planned(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block without a plan; warn of one that gives nothing."""
    if case.plan is None:
        yield blocks(Found.NO_PLAN, Step.HANDS)
    elif not case.plan.order:
        yield warns(Found.NOTHING_PLANNED, Step.HANDS)


def each_aliquot_once(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block at aliquots that stand in the plan more than once, given or left out."""
    seen: set[str] = set()
    for code in _codes(case):
        if code in seen:
            yield blocks(Found.TWICE, Step.HANDS, code)
        seen.add(code)


def the_whole_protocol(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block at aliquots of the protocol that the plan forgets, and at aliquots the protocol does not have."""
    if case.plan is None:
        return
    of_protocol = [aliquot.aliquot for aliquot in case.protocol.aliquots]
    of_plan = set(_codes(case))
    yield from (blocks(Found.MISSING, Step.HANDS, code) for code in of_protocol if code not in of_plan)
    foreign = sorted(of_plan.difference(of_protocol))
    yield from (blocks(Found.FOREIGN, Step.HANDS, code) for code in foreign)


def _codes(case: Procedure) -> tuple[str, ...]:
    plan = case.plan
    return () if plan is None else (*plan.order, *(one.aliquot for one in plan.not_planned))


def each_finger_in_one_go(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Warn of a finger that the order leaves and comes back to: its syringe is then put down and taken up again."""
    left: list[Finger] = []
    apart: dict[Finger, str] = {}
    for code in case.plan.order if case.plan is not None else ():
        finger = case.protocol.aliquot(code).path.finger
        if finger in left[:-1] and left[-1] != finger:
            apart.setdefault(finger, code)
        if not left or left[-1] != finger:
            left.append(finger)
    yield from (warns(Found.FINGER_APART, Step.HANDS, code) for code in apart.values())


def findings_are_answered(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Note findings at which everything is still planned; warn of passes left out for one that was taken back."""
    if case.plan is None:
        return
    left_out = {one.aliquot for one in case.plan.not_planned}
    for found in case.prepared.standing_findings:
        if not left_out.intersection(passes_at(found.finding.where)):
            yield notes(Found.FINDING_UNANSWERED, Step.HANDS, str(found.number))
    standing = {found.number for found in case.prepared.standing_findings}
    for one in case.plan.not_planned:
        if one.finding is not None and one.finding not in standing:
            yield warns(Found.FINDING_WITHDRAWN, Step.HANDS, one.aliquot)
