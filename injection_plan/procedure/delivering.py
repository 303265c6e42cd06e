"""How the fold takes in what was given, left out, done differently or voided."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from injection_plan.events import Differed, Entry, Given, Injected, Occasion, Omitted, Stopped, Voided
from injection_plan.procedure.edits import (
    known,
    with_delivery,
    with_syringe,
    with_unread,
    without_delivery,
    without_owed,
    without_unread,
)
from injection_plan.procedure.standing import MARKED_STANDINGS, Delivery, Standing, SyringeState
from injection_plan.procedure.state import Owed, Procedure


def given(procedure: Procedure, entry: Entry, event: Given) -> Procedure:
    """Take in an aliquot that was given as planned: its mark is owed, and a mark on return elsewhere."""
    delivery = known(procedure.delivery(event.aliquot), event.aliquot)
    gave = replace(
        delivery,
        standing=Standing.MARK_OWED,
        version=entry.version,
        given=event.volume,
        stamp=entry.stamp,
        acted=entry.version,
        syringe=event.syringe,
    )
    return _delivered(procedure, entry, gave, is_late=False)


def differed(procedure: Procedure, entry: Entry, event: Differed) -> Procedure:
    """Take in what happened otherwise: as this aliquot, or as an extra pass with a code of its own."""
    if event.aliquot is None:
        procedure = replace(procedure, extras=procedure.extras + 1)
        code, planned = f"extra-{procedure.extras}", None
    else:
        code, planned = event.aliquot, known(procedure.delivery(event.aliquot), event.aliquot).planned
    state = procedure.syringe(event.syringe)
    is_late = (
        event.happened_at is not None
        and state.accepted_at is not None
        and event.happened_at <= state.accepted_at
    )
    gave = Delivery(
        code=code,
        syringe=event.syringe,
        planned=planned,
        standing=Standing.NOT_READ if is_late else Standing.MARK_OWED,
        version=entry.version,
        given=event.volume,
        place=event.place,
        happened_at=event.happened_at,
        stamp=entry.stamp,
        acted=entry.version,
        reason=event.reason,
    )
    return _delivered(procedure, entry, gave, is_late=is_late)


def _delivered(procedure: Procedure, entry: Entry, delivery: Delivery, *, is_late: bool) -> Procedure:
    """Count a delivery; one that is recorded late, behind an accepted mark, moves no mark any more."""
    number = delivery.syringe
    state = replace(procedure.syringe(number), version=entry.version, used=True)
    if not is_late and delivery.given is not None:
        state = replace(
            with_unread(state, delivery.code, delivery.given), first_reading=None, start_due=False
        )
        procedure = _mark_is_lost(procedure, number, entry.version)
        owed = Owed(Occasion.AFTER, number, delivery.code)
        procedure = replace(procedure, owed_after=(*procedure.owed_after, owed))
    procedure = with_syringe(with_delivery(procedure, delivery), state)
    others = tuple(_left_unfinished(procedure, one, number) for one in procedure.syringes)
    return replace(
        procedure,
        syringes=others,
        chosen=None,
        last_given=entry.stamp,
        first_given=procedure.first_given or entry.stamp,
        reconciliation=None,
    )


def _mark_is_lost(procedure: Procedure, number: int, version: int) -> Procedure:
    """Where a syringe moves on while its mark is owed, that mark can only be read together with the next."""
    for owed in procedure.owed_after:
        if owed.syringe == number and owed.about is not None:
            unread = replace(
                known(procedure.delivery(owed.about), owed.about), standing=Standing.NOT_READ, version=version
            )
            procedure = without_owed(with_delivery(procedure, unread), owed.about)
    return procedure


def _left_unfinished(procedure: Procedure, state: SyringeState, in_hand: int) -> SyringeState:
    if state.syringe.number == in_hand or not state.used or state.end_unread:
        return state
    waiting = any(
        one.syringe == state.syringe.number and one.standing is Standing.PLANNED for one in procedure.planned
    )
    return replace(state, start_due=waiting)


def omitted(procedure: Procedure, entry: Entry, event: Omitted) -> Procedure:
    """Take in a planned aliquot that is not given."""
    left_out = replace(
        known(procedure.delivery(event.aliquot), event.aliquot),
        standing=Standing.OMITTED,
        version=entry.version,
        stamp=entry.stamp,
        acted=entry.version,
        reason=event.reason,
    )
    return replace(with_delivery(procedure, left_out), chosen=None, reconciliation=None)


def stopped(procedure: Procedure, entry: Entry, event: Stopped) -> Procedure:
    """Take in the stop of a case: everything still planned is omitted for its reason."""
    for one in procedure.planned:
        if one.standing is Standing.PLANNED:
            left_out = replace(
                one,
                standing=Standing.OMITTED,
                version=entry.version,
                stamp=entry.stamp,
                acted=entry.version,
                reason=event.reason,
            )
            procedure = with_delivery(procedure, left_out)
    return replace(procedure, stopped=event.reason, paused=False, chosen=None, reconciliation=None)


def voided(procedure: Procedure, entry: Entry, event: Voided) -> Procedure:
    """Take in that an entry was wrong, by what was answered about the product."""
    delivery = replace(known(procedure.delivery(event.about), event.about), version=entry.version)
    state = replace(procedure.syringe(delivery.syringe), version=entry.version)
    procedure = replace(procedure, reconciliation=None)
    match event.injected:
        case Injected.NO:
            return _never_happened(procedure, delivery, state)
        case Injected.NOT_SURE:
            unknown = replace(
                delivery,
                standing=Standing.UNKNOWN,
                reason=event.reason,
                stamp=entry.stamp,
                acted=entry.version,
            )
            without = with_syringe(procedure, without_unread(state, delivery.code))
            return without_owed(with_delivery(without, unknown), delivery.code)
        case Injected.YES:
            return _put_right(procedure, event, delivery, state, entry)
        case _:
            assert_never(event.injected)


def _never_happened(procedure: Procedure, delivery: Delivery, state: SyringeState) -> Procedure:
    procedure = without_owed(with_syringe(procedure, without_unread(state, delivery.code)), delivery.code)
    if delivery.is_extra:
        return without_delivery(procedure, delivery.code)
    again = Delivery(
        code=delivery.code,
        syringe=procedure.protocol.aliquot(delivery.code).syringe,
        planned=delivery.planned,
        standing=Standing.PLANNED,
        version=delivery.version,
    )
    return with_delivery(procedure, again)


def _put_right(
    procedure: Procedure, event: Voided, delivery: Delivery, state: SyringeState, entry: Entry
) -> Procedure:
    volume = known(event.volume or delivery.given or delivery.planned, delivery.code)
    corrected = replace(
        delivery,
        given=volume,
        place=event.place or delivery.place,
        happened_at=event.happened_at or delivery.happened_at,
        reason=event.reason,
    )
    if delivery.standing in MARKED_STANDINGS:
        return with_syringe(with_delivery(procedure, _judged_again(procedure, delivery, corrected)), state)
    if delivery.is_given:
        is_unread = any(code == delivery.code for code, _ in state.unread)
        state = with_unread(state, delivery.code, volume) if is_unread else state
        return with_syringe(with_delivery(procedure, corrected), state)
    recorded = delivery.stamp.recorded if delivery.stamp is not None else entry.stamp.recorded
    if state.accepted_at is None or state.accepted_at < recorded:
        state = with_unread(state, delivery.code, volume)
    corrected = replace(corrected, standing=Standing.NOT_READ, stamp=entry.stamp, acted=entry.version)
    return with_syringe(with_delivery(procedure, corrected), replace(state, used=True))


def _judged_again(procedure: Procedure, before: Delivery, after: Delivery) -> Delivery:
    """Hold an accepted mark against the corrected volume."""
    mark, expected = known(before.mark, before.code), known(before.expected, before.code)
    expected = expected + known(before.given, before.code) - known(after.given, after.code)
    agrees = abs(mark - expected) <= procedure.protocol.limits.mark_tolerance
    return replace(after, expected=expected, standing=Standing.VERIFIED if agrees else Standing.MARK_DIFFERS)
