"""How the fold takes in that an entry was wrong: never given, given otherwise, or nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from injection_plan.events import Entry, Voided
from injection_plan.procedure.edits import (
    known,
    with_delivery,
    with_syringe,
    with_unread,
    without_delivery,
    without_owed,
    without_unread,
)
from injection_plan.procedure.standing import MARKED_STANDINGS, Delivery, SyringeState
from injection_plan.procedure.state import Owed, Procedure
from injection_plan.terms import Injected, Occasion, Standing
from injection_plan.volume import NOTHING, Volume


def voided(procedure: Procedure, entry: Entry, event: Voided) -> Procedure:
    """Take in that an entry was wrong, by what was answered about the product."""
    before = known(procedure.delivery(event.about), event.about)
    delivery = replace(before, version=entry.version)
    state = replace(procedure.syringe(before.syringe), version=entry.version)
    procedure = replace(procedure, reconciliation=None)
    match event.injected:
        case Injected.NO:
            after = _never_happened(procedure, delivery, state, entry)
        case Injected.NOT_SURE:
            after = _unknown(procedure, event, delivery, state)
        case Injected.YES:
            after = _put_right(procedure, event, delivery, state, entry)
        case _:
            assert_never(event.injected)
    now = after.delivery(event.about)
    change = (NOTHING if now is None else now.counted) - before.counted
    return _covering_marks_judged_again(after, entry, event, change)


def _never_happened(procedure: Procedure, delivery: Delivery, state: SyringeState, entry: Entry) -> Procedure:
    state = without_unread(_without_waiting_reading(procedure, state, delivery.code), delivery.code)
    procedure = without_owed(with_syringe(procedure, state), delivery.code)
    if delivery.is_extra:
        return without_delivery(procedure, delivery.code)
    again = Delivery(
        code=delivery.code,
        syringe=procedure.protocol.aliquot(delivery.code).syringe,
        planned=delivery.planned,
        standing=Standing.PLANNED,
        version=delivery.version,
    )
    if procedure.stopped is not None:
        # A stopped case offers nothing again: what is left in it is omitted for the reason of the stop.
        again = replace(
            again,
            standing=Standing.OMITTED,
            stamp=entry.stamp,
            acted=entry.version,
            reason=procedure.stopped,
        )
    return with_delivery(procedure, again)


def _unknown(procedure: Procedure, event: Voided, delivery: Delivery, state: SyringeState) -> Procedure:
    """Keep it among those given since the last mark, with no volume: the next mark is read over it too."""
    is_unread = any(code == delivery.code for code, _ in state.unread)
    if is_unread or (delivery.standing is Standing.OMITTED and not _is_behind_a_mark(state, delivery, event)):
        state = replace(with_unread(state, delivery.code, NOTHING), used=True)
    state = _without_waiting_reading(procedure, state, delivery.code)
    unknown = replace(delivery, standing=Standing.UNKNOWN, reason=event.reason)
    return without_owed(with_delivery(with_syringe(procedure, state), unknown), delivery.code)


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
    procedure = replace(procedure, first_given=procedure.first_given or entry.stamp)
    if delivery.mark is not None:
        return with_syringe(with_delivery(procedure, _judged_again(procedure, delivery, corrected)), state)
    if delivery.standing is Standing.OMITTED:
        corrected = replace(corrected, stamp=entry.stamp, acted=entry.version)
        if not _is_behind_a_mark(state, delivery, event):
            state = replace(with_unread(state, delivery.code, NOTHING), used=True)
    if any(code == delivery.code for code, _ in state.unread):
        state = with_unread(state, delivery.code, volume)
    if delivery.is_given:
        return with_syringe(with_delivery(procedure, corrected), state)
    return _mark_asked_if_it_can_be(procedure, corrected, state)


def _mark_asked_if_it_can_be(procedure: Procedure, delivery: Delivery, state: SyringeState) -> Procedure:
    """Owe the mark of what counts as given only now, unless the plunger has moved on since."""
    others = any(owed.syringe == delivery.syringe for owed in procedure.owed_after)
    is_last = bool(state.unread) and state.unread[-1][0] == delivery.code
    if others or state.end_unread or not is_last:
        unread = replace(delivery, standing=Standing.NOT_READ)
        return with_syringe(with_delivery(procedure, unread), state)
    owed = Owed(Occasion.AFTER, delivery.syringe, delivery.code)
    procedure = replace(procedure, owed_after=(*procedure.owed_after, owed))
    asked = replace(delivery, standing=Standing.MARK_OWED)
    return with_syringe(with_delivery(procedure, asked), replace(state, first_reading=None))


def _is_behind_a_mark(state: SyringeState, delivery: Delivery, event: Voided) -> bool:
    """Whether a mark of the syringe was accepted after an omitted aliquot was, as it turns out, given."""
    if event.happened_at is not None and state.accepted_at is not None:
        return event.happened_at <= state.accepted_at
    return delivery.acted < state.accepted_in


def _without_waiting_reading(procedure: Procedure, state: SyringeState, code: str) -> SyringeState:
    """Forget a first reading together with the owed mark that it was about."""
    is_owed = any(owed.about == code for owed in procedure.owed_after)
    return replace(state, first_reading=None) if is_owed else state


def _judged_again(procedure: Procedure, before: Delivery, after: Delivery) -> Delivery:
    """Hold an accepted mark against the corrected volume."""
    change = known(after.given, after.code) - known(before.given, before.code)
    return _judged(procedure, replace(after, expected=known(before.expected, before.code) - change))


def _judged(procedure: Procedure, delivery: Delivery) -> Delivery:
    difference = abs(known(delivery.mark, delivery.code) - known(delivery.expected, delivery.code))
    agrees = difference <= procedure.protocol.limits.mark_tolerance
    return replace(delivery, standing=Standing.VERIFIED if agrees else Standing.MARK_DIFFERS)


def _covering_marks_judged_again(
    procedure: Procedure, entry: Entry, event: Voided, change: Volume
) -> Procedure:
    """Hold the later mark that was read over this delivery too against what is now known of it."""
    for one in procedure.deliveries:
        if event.about not in one.measured_with:
            continue
        covering = replace(one, expected=known(one.expected, one.code) - change, version=entry.version)
        if covering.standing in MARKED_STANDINGS:
            covering = _judged(procedure, covering)
        if event.injected is Injected.NO:
            others = tuple(code for code in one.measured_with if code != event.about)
            covering = replace(covering, measured_with=others)
        procedure = with_delivery(procedure, covering)
    return procedure
