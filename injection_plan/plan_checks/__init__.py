"""What a plan must stand up to before it is approved: functions from a case to findings, in one tuple.

Each finding points at the thing on the screen that it is about: a step of the path, and in it a criterion, a pass,
a syringe or nothing more. What blocks stands against approval; what warns is read and answered for by the performer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from injection_plan.plan_checks.finding import Finding, Found, Moment
from injection_plan.plan_checks.of_eligibility import (
    every_criterion_is_in_favour,
    is_today,
    the_day_was_checked,
    the_sheet_is_signed_off,
    two_people_are_named,
    values_agree_with_decisions,
    what_was_found_was_known,
)
from injection_plan.plan_checks.of_the_order import (
    each_aliquot_once,
    each_finger_in_one_go,
    findings_are_answered,
    something_is_planned,
    the_whole_protocol,
)
from injection_plan.plan_checks.of_the_product import (
    check_differs,
    every_wanted_syringe_is_filled_and_checked,
    the_product_covers_the_plan,
    the_product_is_described,
    unrecorded,
)
from injection_plan.procedure import Procedure
from injection_plan.terms import Severity

__all__ = [
    "PLAN_CHECKS",
    "Finding",
    "Found",
    "Moment",
    "against_approval",
    "check_differs",
    "is_today",
    "plan_findings",
    "unrecorded",
]

PLAN_CHECKS: tuple[Callable[[Procedure, Moment], Iterator[Finding]], ...] = (
    two_people_are_named,
    every_criterion_is_in_favour,
    values_agree_with_decisions,
    what_was_found_was_known,
    the_sheet_is_signed_off,
    the_day_was_checked,
    the_product_is_described,
    every_wanted_syringe_is_filled_and_checked,
    something_is_planned,
    each_aliquot_once,
    the_whole_protocol,
    each_finger_in_one_go,
    findings_are_answered,
    the_product_covers_the_plan,
)
"""Every check of a plan, in the order of the steps."""


def plan_findings(case: Procedure, now: Moment) -> tuple[Finding, ...]:
    """Return everything that is found about a plan at this moment, in the order of the checks."""
    return tuple(finding for check in PLAN_CHECKS for finding in check(case, now))


def against_approval(case: Procedure, now: Moment) -> tuple[Finding, ...]:
    """Return what stands against approving the plan; an empty tuple means nothing does."""
    return tuple(one for one in plan_findings(case, now) if one.severity is Severity.BLOCKS)
