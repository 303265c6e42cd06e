"""Checks of the product and its syringes: released, labelled, filled and read by two people, enough for the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from injection_plan.plan_checks.finding import Finding, Found, Moment, blocks, notes, warns
from injection_plan.procedure import Procedure, SyringeState
from injection_plan.terms import Step
from injection_plan.volume import NOTHING, Volume, total
from injection_plan.volume_plan import SyringePlan, volume_plan


def the_product_is_described(case: Procedure, now: Moment) -> Iterator[Finding]:
    """Block without a product; warn of what is wrong with it, and note what nobody recorded."""
    product = case.product
    if product is None:
        yield blocks(Found.NO_PRODUCT, Step.PRODUCT)
        return
    process, limits = product.process, case.protocol.limits
    if product.ready_at is None or process.released_by is None:
        yield warns(Found.NOT_RELEASED, Step.PRODUCT)
    if process.label is None:
        yield warns(Found.LABEL_NOT_COMPARED, Step.PRODUCT)
    if process.harvest is not None and limits.harvest_least is not None:
        missing = limits.harvest_least - process.harvest.volume
        if missing > NOTHING:
            yield warns(Found.HARVEST_SHORT, Step.PRODUCT, volume=missing)
    for lot in process.lots:
        if lot.expires is not None and lot.expires < now.today:
            yield warns(Found.LOT_EXPIRED, Step.PRODUCT, lot.what)
    if _is_past_its_time(case, now):
        yield warns(Found.PAST_ITS_TIME, Step.PRODUCT)
    yield from (notes(Found.NOT_RECORDED, Step.PRODUCT, name) for name in unrecorded(case))


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
            yield blocks(Found.NOT_FILLED, Step.SYRINGES, number)
            continue
        if state.checked is None:
            yield blocks(Found.NOT_CHECKED, Step.SYRINGES, number)
        elif check_differs(case, state):
            yield blocks(Found.CHECK_DIFFERS, Step.SYRINGES, number)
        if state.fill.mark < wanted:
            yield warns(Found.FILL_TOO_SMALL, Step.SYRINGES, number, wanted - state.fill.mark)
        elif volumes.left_over is not None and volumes.left_over < NOTHING:
            yield warns(Found.SYRINGE_SHORT, Step.SYRINGES, number, -volumes.left_over)


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


def the_product_covers_the_plan(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Warn by how much the product falls short of plan and dead space; note a loss that nobody entered."""
    volumes = volume_plan(case)
    if volumes.short_by:
        yield warns(Found.SHORT_BY, Step.PLAN, volume=volumes.short_by)
    if volumes.per_syringe is None:
        yield notes(Found.LOSS_UNKNOWN, Step.PLAN)
