"""Replacing one delivery or one syringe in a procedure: the only ways the fold reaches inside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from injection_plan.procedure.standing import Delivery, SyringeState
from injection_plan.procedure.state import Procedure
from injection_plan.volume import Volume

Found = TypeVar("Found")


def known(value: Found | None, what: str) -> Found:
    """Return a value that cannot be missing in a case that was decided by the rules, else a `KeyError`."""
    if value is None:
        raise KeyError(what)
    return value


def with_delivery(procedure: Procedure, delivery: Delivery) -> Procedure:
    """Return the procedure with this delivery in the place of the one of its code, or added at the end."""
    if procedure.delivery(delivery.code) is None:
        return replace(procedure, deliveries=(*procedure.deliveries, delivery))
    deliveries = tuple(delivery if one.code == delivery.code else one for one in procedure.deliveries)
    return replace(procedure, deliveries=deliveries)


def without_delivery(procedure: Procedure, code: str) -> Procedure:
    """Return the procedure without an extra pass that, it turned out, never was."""
    return replace(procedure, deliveries=tuple(one for one in procedure.deliveries if one.code != code))


def with_syringe(procedure: Procedure, state: SyringeState) -> Procedure:
    """Return the procedure with this syringe in the place of the one of its number."""
    number = state.syringe.number
    syringes = tuple(state if one.syringe.number == number else one for one in procedure.syringes)
    return replace(procedure, syringes=syringes)


def without_owed(procedure: Procedure, code: str) -> Procedure:
    """Return the procedure with no mark owed after that delivery."""
    return replace(procedure, owed_after=tuple(owed for owed in procedure.owed_after if owed.about != code))


def without_choice(procedure: Procedure, code: str) -> Procedure:
    """Return the procedure with that aliquot no longer chosen; the choice of another one stands."""
    return replace(procedure, chosen=None) if procedure.chosen == code else procedure


def without_unread(state: SyringeState, code: str) -> SyringeState:
    """Return the syringe with that delivery no longer among those given since the last mark."""
    return replace(state, unread=tuple(one for one in state.unread if one[0] != code))


def with_unread(state: SyringeState, code: str, volume: Volume) -> SyringeState:
    """Return the syringe with that delivery, of that volume, among those given since the last mark."""
    if any(known == code for known, _ in state.unread):
        unread = tuple((known, volume if known == code else old) for known, old in state.unread)
        return replace(state, unread=unread)
    return replace(state, unread=(*state.unread, (code, volume)))
