"""What a plan must stand up to before it is approved: functions from a case to findings, in one tuple.

Each finding points at the thing on the screen that it is about: a step of the path, and in it a criterion, a pass,
a syringe or nothing more. What blocks stands against approval; what warns is read and answered for by the performer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from injection_plan.anatomy import Finger
from injection_plan.eligibility import Says, contradicts, criterion_says, speaks_for
from injection_plan.hand_findings import passes_at
from injection_plan.procedure import Procedure, SyringeState
from injection_plan.terms import Severity, Step
from injection_plan.times import local_time
from injection_plan.volume import NOTHING, Volume, total
from injection_plan.volume_plan import SyringePlan, volume_plan


class Found(StrEnum):
    """What can be found about a plan and its preparation."""

    NO_TEAM = "no_team"
    CRITERION_OPEN = "criterion_open"
    CRITERION_AGAINST = "criterion_against"
    VALUE_CONTRADICTS = "value_contradicts"
    VALUE_MISSING = "value_missing"
    SHEET_NOT_SIGNED = "sheet_not_signed"
    DAY_NOT_CHECKED = "day_not_checked"
    DAY_NOT_CLEAR = "day_not_clear"
    NO_PRODUCT = "no_product"
    NOT_RELEASED = "not_released"
    LABEL_NOT_COMPARED = "label_not_compared"
    HARVEST_SHORT = "harvest_short"
    LOT_EXPIRED = "lot_expired"
    PAST_ITS_TIME = "past_its_time"
    NOT_RECORDED = "not_recorded"
    NOT_FILLED = "not_filled"
    NOT_CHECKED = "not_checked"
    CHECK_DIFFERS = "check_differs"
    FILL_TOO_SMALL = "fill_too_small"
    SYRINGE_SHORT = "syringe_short"
    NO_PLAN = "no_plan"
    NOTHING_PLANNED = "nothing_planned"
    TWICE = "twice"
    MISSING = "missing"
    FOREIGN = "foreign"
    FINGER_APART = "finger_apart"
    FINDING_UNANSWERED = "finding_unanswered"
    FINDING_WITHDRAWN = "finding_withdrawn"
    SHORT_BY = "short_by"
    LOSS_UNKNOWN = "loss_unknown"


class Moment(NamedTuple):
    """When a plan is looked at: UTC, and the workstation's minutes east of it."""

    utc: datetime
    offset_minutes: int

    @property
    def today(self) -> date:
        """The calendar day at the workstation."""
        return local_time(self.utc, self.offset_minutes).date()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a plan: what, how it bears on approval, at which step, about which code or number or name."""

    what: Found
    severity: Severity
    step: Step
    about: str = ""
    volume: Volume | None = None


def _blocks(what: Found, step: Step, about: str = "") -> Finding:
    return Finding(what, Severity.BLOCKS, step, about)


def _warns(what: Found, step: Step, about: str = "", volume: Volume | None = None) -> Finding:
    return Finding(what, Severity.WARNS, step, about, volume)


def _notes(what: Found, step: Step, about: str = "") -> Finding:
    return Finding(what, Severity.NOTE, step, about)


def two_people_are_named(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block while performer and verifier are not named."""
    if case.performer is None or case.verifier is None:
        yield _blocks(Found.NO_TEAM, Step.SET_UP)


def every_criterion_is_in_favour(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block at each criterion that nobody decided, or that was decided against the participant."""
    for criterion in case.protocol.criteria:
        decided = case.prepared.decision(criterion.criterion)
        if decided is None:
            yield _blocks(Found.CRITERION_OPEN, Step.ELIGIBILITY, criterion.criterion)
        elif not speaks_for(criterion, decided.decision.verdict):
            yield _blocks(Found.CRITERION_AGAINST, Step.ELIGIBILITY, criterion.criterion)


def values_agree_with_decisions(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Warn where a value says the opposite of what was decided; note where a comparison had no value."""
    for criterion in case.protocol.criteria:
        decided = case.prepared.decision(criterion.criterion)
        if decided is None or not criterion.measures:
            continue
        screened_on = case.prepared.screened_on
        if contradicts(criterion, decided.decision, screened_on):
            yield _warns(Found.VALUE_CONTRADICTS, Step.ELIGIBILITY, criterion.criterion)
        elif criterion_says(criterion, decided.decision.values, screened_on) is Says.NOTHING:
            yield _notes(Found.VALUE_MISSING, Step.ELIGIBILITY, criterion.criterion)


def the_sheet_is_signed_off(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block while the eligibility sheet is not signed off as it stands."""
    if case.protocol.criteria and case.prepared.signed_off is None:
        yield _blocks(Found.SHEET_NOT_SIGNED, Step.ELIGIBILITY)


def the_day_was_checked(case: Procedure, now: Moment) -> Iterator[Finding]:
    """Block while the day's questions were not asked today; warn at each that was not clear."""
    if not case.protocol.day_check:
        return
    checked = case.prepared.day_check
    if checked is None or not is_today(case, now):
        yield _blocks(Found.DAY_NOT_CHECKED, Step.ELIGIBILITY)
    for answer in checked.answers if checked is not None else ():
        if not answer.clear:
            yield _warns(Found.DAY_NOT_CLEAR, Step.ELIGIBILITY, answer.line)


def is_today(case: Procedure, now: Moment) -> bool:
    """Say whether the day's questions were answered on this very day."""
    checked = case.prepared.day_check
    if checked is None:
        return False
    stamp = checked.stamp
    return Moment(stamp.recorded, stamp.offset_minutes).today == now.today


def the_product_is_described(case: Procedure, now: Moment) -> Iterator[Finding]:
    """Block without a product; warn of what is wrong with it, and note what nobody recorded."""
    product = case.product
    if product is None:
        yield _blocks(Found.NO_PRODUCT, Step.PRODUCT)
        return
    process, limits = product.process, case.protocol.limits
    if product.ready_at is None or process.released_by is None:
        yield _warns(Found.NOT_RELEASED, Step.PRODUCT)
    if process.label is None:
        yield _warns(Found.LABEL_NOT_COMPARED, Step.PRODUCT)
    if process.harvest is not None and limits.harvest_least is not None:
        missing = limits.harvest_least - process.harvest.volume
        if missing > NOTHING:
            yield _warns(Found.HARVEST_SHORT, Step.PRODUCT, volume=missing)
    for lot in process.lots:
        if lot.expires is not None and lot.expires < now.today:
            yield _warns(Found.LOT_EXPIRED, Step.PRODUCT, lot.what)
    if _is_past_its_time(case, now):
        yield _warns(Found.PAST_ITS_TIME, Step.PRODUCT)
    yield from (_notes(Found.NOT_RECORDED, Step.PRODUCT, name) for name in unrecorded(case))


def _is_past_its_time(case: Procedure, now: Moment) -> bool:
    minutes = case.protocol.limits.use_within_minutes
    ready_at = case.product.ready_at if case.product is not None else None
    return minutes is not None and ready_at is not None and now.utc - ready_at > timedelta(minutes=minutes)


def unrecorded(case: Procedure) -> tuple[str, ...]:
    """Return the names of what nobody recorded of the product, in the order of the page."""
    product = case.product
    if product is None:
        return ()
    process = product.process
    known = {
        "lot": product.lot,
        "harvest": process.harvest,
        "lots": process.lots or None,
        "started_at": process.started_at,
        "ended_at": process.ended_at,
        "cells": process.cells,
        "sample": process.sample,
    }
    return tuple(name for name, value in known.items() if value is None)


def every_wanted_syringe_is_filled_and_checked(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block at each syringe of the plan that is not filled, or whose mark no second person read as the first did.

    Warn of one that starts below what is planned from it, or that falls short once the entered dead space is lost.
    """
    for state, volumes in zip(case.syringes, volume_plan(case).syringes, strict=True):
        number, wanted = str(state.syringe.number), _wanted(case, volumes)
        if not wanted:
            continue
        if state.fill is None:
            yield _blocks(Found.NOT_FILLED, Step.SYRINGES, number)
            continue
        if state.checked is None:
            yield _blocks(Found.NOT_CHECKED, Step.SYRINGES, number)
        elif check_differs(case, state):
            yield _blocks(Found.CHECK_DIFFERS, Step.SYRINGES, number)
        if state.fill.mark < wanted:
            yield _warns(Found.FILL_TOO_SMALL, Step.SYRINGES, number, wanted - state.fill.mark)
        elif volumes.left_over is not None and volumes.left_over < NOTHING:
            yield _warns(Found.SYRINGE_SHORT, Step.SYRINGES, number, -volumes.left_over)


def _wanted(case: Procedure, volumes: SyringePlan) -> Volume:
    """Return what is planned from a syringe; before there is a plan, what the protocol wants from it."""
    if case.plan is not None:
        return volumes.planned
    number = volumes.syringe.number
    return total(one.volume for one in case.protocol.aliquots if one.syringe == number)


def check_differs(case: Procedure, state: SyringeState) -> bool:
    """Say whether the two readings of a filled syringe lie outside the tolerance."""
    if state.fill is None or state.checked is None:
        return False
    return abs(state.checked.check.mark - state.fill.mark) > case.protocol.limits.mark_tolerance


def something_is_planned(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block without a plan; warn of one that gives nothing."""
    if case.plan is None:
        yield _blocks(Found.NO_PLAN, Step.HANDS)
    elif not case.plan.order:
        yield _warns(Found.NOTHING_PLANNED, Step.HANDS)


def each_aliquot_once(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block at aliquots that stand in the plan more than once, given or left out."""
    seen: set[str] = set()
    for code in _codes(case):
        if code in seen:
            yield _blocks(Found.TWICE, Step.HANDS, code)
        seen.add(code)


def the_whole_protocol(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block at aliquots of the protocol that the plan forgets, and at aliquots the protocol does not have."""
    if case.plan is None:
        return
    of_protocol = [aliquot.aliquot for aliquot in case.protocol.aliquots]
    of_plan = set(_codes(case))
    yield from (_blocks(Found.MISSING, Step.HANDS, code) for code in of_protocol if code not in of_plan)
    foreign = sorted(of_plan.difference(of_protocol))
    yield from (_blocks(Found.FOREIGN, Step.HANDS, code) for code in foreign)


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
    yield from (_warns(Found.FINGER_APART, Step.HANDS, code) for code in apart.values())


def findings_are_answered(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Note findings at which everything is still planned; warn of passes left out for one that was taken back."""
    if case.plan is None:
        return
    left_out = {one.aliquot for one in case.plan.not_planned}
    for found in case.prepared.standing_findings:
        if not left_out.intersection(passes_at(found.finding.where)):
            yield _notes(Found.FINDING_UNANSWERED, Step.HANDS, str(found.number))
    standing = {found.number for found in case.prepared.standing_findings}
    for one in case.plan.not_planned:
        if one.finding is not None and one.finding not in standing:
            yield _warns(Found.FINDING_WITHDRAWN, Step.HANDS, one.aliquot)


def the_product_covers_the_plan(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Warn by how much the product falls short of plan and dead space; note a loss that nobody entered."""
    volumes = volume_plan(case)
    if volumes.short_by:
        yield _warns(Found.SHORT_BY, Step.PLAN, volume=volumes.short_by)
    if volumes.per_syringe is None:
        yield _notes(Found.LOSS_UNKNOWN, Step.PLAN)


PLAN_CHECKS: tuple[Callable[[Procedure, Moment], Iterator[Finding]], ...] = (
    two_people_are_named,
    every_criterion_is_in_favour,
    values_agree_with_decisions,
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
