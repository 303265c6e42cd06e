"""Drafting a plan on the hands: what is left out, what is planned again, and in which order; nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable

from injection_plan.arrangement import Arrangement, arranged, arrangement_of
from injection_plan.commands import DraftPlan
from injection_plan.plan import LeftOut, Plan, plan_as_the_protocol_says
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol


def plan_of(procedure: Procedure) -> Plan:
    """Return the plan as it stands; before there is one, what the protocol says."""
    return procedure.plan or plan_as_the_protocol_says(procedure.protocol)


def arrangement_for(procedure: Procedure, remembered: Arrangement | None = None) -> Arrangement:
    """Return the arrangement of the plan; the remembered one where it is still the plan's.

    An order alone does not say where a finger stands of which nothing is planned: whoever arranged it remembers.
    """
    plan = plan_of(procedure)
    if remembered is not None and arranged(procedure.protocol, remembered, plan.not_planned) == plan:
        return remembered
    return arrangement_of(plan.order)


def as_the_protocol_says(protocol: Protocol) -> Arrangement:
    """Return the protocol's own arrangement."""
    return arrangement_of(plan_as_the_protocol_says(protocol).order)


def drafted(procedure: Procedure, arrangement: Arrangement, not_planned: Iterable[LeftOut]) -> DraftPlan:
    """Return the draft with these passes left out, in the protocol's order, and all others arranged."""
    by_code = {one.aliquot: one for one in not_planned}
    ordered = tuple(by_code[one.aliquot] for one in procedure.protocol.aliquots if one.aliquot in by_code)
    return DraftPlan(plan=arranged(procedure.protocol, arrangement, ordered))


def leaving_out(procedure: Procedure, arrangement: Arrangement, more: Iterable[LeftOut]) -> DraftPlan:
    """Return the draft that leaves out more than now."""
    return drafted(procedure, arrangement, (*plan_of(procedure).not_planned, *more))


def planning_again(procedure: Procedure, arrangement: Arrangement, code: str) -> DraftPlan:
    """Return the draft in which a pass that was left out is planned again, at its place in the order."""
    rest = (one for one in plan_of(procedure).not_planned if one.aliquot != code)
    return drafted(procedure, arrangement, rest)
