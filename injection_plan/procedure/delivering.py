"""How the fold takes in what was given, left out or done differently."""

from __future__ import annotations

from dataclasses import replace

from injection_plan.events import Differed, Entry, Given, Omitted, Stopped
from injection_plan.procedure.edits import (
    known,
    with_delivery,
    with_syringe,
    with_unread,
    without_choice,
    without_owed,
)
from injection_plan.procedure.standing import Delivery, SyringeState
from injection_plan.procedure.state import Owed, Procedure
from injection_plan.terms import Occasion, Standing


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
            with_unread(state, delivery.code, delivery.given),
            first_reading=None,
            start_due=False,
            end_unread=False,
        )
        procedure = _mark_is_lost(procedure, number, entry.version)
        owed = Owed(Occasion.AFTER, number, delivery.code)
        procedure = replace(procedure, owed_after=(*procedure.owed_after, owed))
    procedure = with_syringe(with_delivery(procedure, delivery), state)
    if not is_late:
        others = tuple(_left_behind(one, number) for one in procedure.syringes)
        procedure = replace(procedure, syringes=others)
    return replace(
        without_choice(procedure, delivery.code),
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


def _left_behind(state: SyringeState, in_hand: int) -> SyringeState:
    """Ask for a mark on return to every other syringe that was used, whatever is still to come from it."""
    return replace(state, start_due=True) if state.used and state.syringe.number != in_hand else state


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
    return replace(without_choice(with_delivery(procedure, left_out), event.aliquot), reconciliation=None)


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
    return replace(
        procedure, stopped=event.reason, paused=False, paused_since=None, chosen=None, reconciliation=None
    )
