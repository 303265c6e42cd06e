"""How the fold takes in marks that were read, and marks that never will be."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from injection_plan.events import Entry, MarkNotRead, MarkRead
from injection_plan.procedure.edits import known, with_delivery, with_syringe, without_owed
from injection_plan.procedure.standing import Delivery, SyringeState
from injection_plan.procedure.state import Procedure
from injection_plan.terms import Occasion, Standing


def mark_read(procedure: Procedure, entry: Entry, event: MarkRead) -> Procedure:
    """Take in a reading: it agrees and is accepted, disagrees and waits for a second, or stands as it is."""
    procedure = replace(procedure, reconciliation=None)
    state = replace(procedure.syringe(event.syringe), version=entry.version)
    agrees = abs(event.mark - known(state.expected, "fill")) <= procedure.protocol.limits.mark_tolerance
    is_final = agrees or state.first_reading is not None
    if event.occasion is Occasion.AFTER:
        procedure = _about_delivery(procedure, entry, event, state, is_final=is_final, agrees=agrees)
    if not is_final:
        return with_syringe(procedure, replace(state, first_reading=event.mark))
    accepted = replace(
        state,
        accepted=event.mark,
        accepted_at=entry.stamp.recorded,
        accepted_in=entry.version,
        unread=(),
        first_reading=None,
        start_due=False,
        end_read=state.end_read or event.occasion is Occasion.END,
        end_unread=False,
    )
    return with_syringe(procedure, accepted)


def _about_delivery(
    procedure: Procedure, entry: Entry, event: MarkRead, state: SyringeState, *, is_final: bool, agrees: bool
) -> Procedure:
    delivery = _delivery(procedure, event.about)
    read = replace(delivery, readings=(*delivery.readings, event.mark), version=entry.version)
    if not is_final:
        return with_delivery(procedure, read)
    base = known(state.base, "fill")
    final = replace(
        read,
        standing=Standing.VERIFIED if agrees else Standing.MARK_DIFFERS,
        before=base,
        mark=event.mark,
        mark_stamp=entry.stamp,
        measured=base - event.mark,
        measured_with=tuple(code for code, _ in state.unread if code != delivery.code),
        expected=state.expected,
    )
    return without_owed(with_delivery(procedure, final), delivery.code)


def mark_not_read(procedure: Procedure, entry: Entry, event: MarkNotRead) -> Procedure:
    """Take in that a mark was missed; what was given since the last one stays unread."""
    procedure = replace(procedure, reconciliation=None)
    state = replace(procedure.syringe(event.syringe), version=entry.version, first_reading=None)
    match event.occasion:
        case Occasion.AFTER:
            delivery = _delivery(procedure, event.about)
            missed = replace(
                delivery, standing=Standing.NOT_READ, version=entry.version, mark_stamp=entry.stamp
            )
            procedure = without_owed(with_delivery(procedure, missed), delivery.code)
        case Occasion.START:
            state = replace(state, start_due=False)
        case Occasion.END:
            state = replace(state, end_unread=True)
        case _:
            assert_never(event.occasion)
    return with_syringe(procedure, state)


def _delivery(procedure: Procedure, code: str | None) -> Delivery:
    return known(procedure.delivery(code or ""), code or "")
