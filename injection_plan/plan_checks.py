"""What a plan must add up to before it can be approved: functions from plan to findings, in one tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from injection_plan.plan import Plan
from injection_plan.protocol import Protocol


class PlanFault(StrEnum):
    """What can be wrong with a plan."""

    TWICE = "twice"
    MISSING = "missing"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a plan, and the aliquot it is about."""

    what: PlanFault
    about: str


def each_aliquot_once(_protocol: Protocol, plan: Plan) -> Iterator[Finding]:
    """Report aliquots that stand in the plan more than once, given or left out."""
    seen: set[str] = set()
    for code in (*plan.order, *(left_out.aliquot for left_out in plan.not_planned)):
        if code in seen:
            yield Finding(PlanFault.TWICE, code)
        seen.add(code)


def the_whole_protocol(protocol: Protocol, plan: Plan) -> Iterator[Finding]:
    """Report aliquots of the protocol that the plan forgets, and aliquots the protocol does not have."""
    of_protocol = [aliquot.aliquot for aliquot in protocol.aliquots]
    of_plan = {*plan.order, *(left_out.aliquot for left_out in plan.not_planned)}
    yield from (Finding(PlanFault.MISSING, code) for code in of_protocol if code not in of_plan)
    yield from (Finding(PlanFault.FOREIGN, code) for code in sorted(of_plan.difference(of_protocol)))


PLAN_CHECKS: tuple[Callable[[Protocol, Plan], Iterator[Finding]], ...] = (
    each_aliquot_once,
    the_whole_protocol,
)
"""Every check of a plan."""


def plan_findings(protocol: Protocol, plan: Plan) -> tuple[Finding, ...]:
    """Return what stands against approving a plan; an empty tuple means nothing does."""
    return tuple(finding for check in PLAN_CHECKS for finding in check(protocol, plan))
