"""Where a case is worked on: which room of the nurse's window shows it."""

from __future__ import annotations

from enum import StrEnum

from injection_plan.anatomy import Hand
from injection_plan.procedure import Procedure


class Room(StrEnum):
    """The rooms that an open case goes through."""

    PREPARE = "prepare"
    TIME_OUT = "time-out"
    LIVE = "live"
    CLOSE = "close"


def room_of(procedure: Procedure | None) -> Room:
    """Return the room for a case as it stands: a mark still owed keeps it at the hands."""
    if procedure is None or not procedure.approved:
        return Room.PREPARE
    if procedure.owed is not None:
        return Room.LIVE
    if procedure.is_settled:
        return Room.CLOSE
    return Room.TIME_OUT if time_out_due(procedure) is not None else Room.LIVE


def time_out_due(procedure: Procedure) -> Hand | None:
    """Return the hand before whose next aliquot the time-out is still missing, or nothing."""
    current = procedure.current
    if current is None or procedure.paused:
        return None
    hand = procedure.protocol.aliquot(current.code).path.finger.hand
    return None if hand in procedure.time_outs else hand
