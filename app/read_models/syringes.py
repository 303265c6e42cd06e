"""The row of syringes: one per finger, its level as last read, never as expected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app import wording
from app.read_models.blind import Blind
from injection_plan.anatomy import Finger
from injection_plan.procedure import Procedure, SyringeState
from injection_plan.terms import Standing
from injection_plan.volume import Volume

DOMAIN = "live"


class SyringeTone(StrEnum):
    """How a syringe is set."""

    WAITING = "waiting"
    IN_HAND = "in hand"
    EMPTY = "empty"
    LEFT_OVER = "left over"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class SyringeRow:
    """One syringe: its number and finger, its size and last read level in microlitres, and the level in words.

    `level` is nothing where it is not filled or must not be shown; `is_read` tells a reading from the start mark.
    """

    number: int
    finger: Finger
    digit: str
    size: Volume
    level: Volume | None
    is_read: bool
    tone: SyringeTone
    caption: str
    spoken: str


def syringe_rows(procedure: Procedure, eyes: Blind) -> tuple[SyringeRow, ...]:
    """Return the syringes by number."""
    current = procedure.owed.syringe if procedure.owed is not None else None
    if current is None and procedure.current is not None:
        current = procedure.current.syringe
    return tuple(_row(procedure, state, current, eyes) for state in procedure.syringes)


def _row(procedure: Procedure, state: SyringeState, current: int | None, eyes: Blind) -> SyringeRow:
    number = state.syringe.number
    covered = number in eyes.covered
    level = None if covered else state.base
    tone = _tone(procedure, state, in_hand=number == current, covered=covered)
    return SyringeRow(
        number=number,
        finger=state.syringe.finger,
        digit=wording.digit(state.syringe.digit),
        size=state.syringe.size,
        level=level,
        is_read=state.accepted is not None,
        tone=tone,
        caption=_caption(state, level, covered=covered),
        spoken=wording.say(
            DOMAIN,
            "syringe.spoken",
            number=number,
            finger=wording.finger(state.syringe.finger),
            level=_caption(state, level, covered=covered),
        ),
    )


def _tone(procedure: Procedure, state: SyringeState, *, in_hand: bool, covered: bool) -> SyringeTone:
    if covered:
        return SyringeTone.COVERED
    if in_hand:
        return SyringeTone.IN_HAND
    mine = [one for one in procedure.planned if one.syringe == state.syringe.number]
    if any(one.standing is Standing.PLANNED for one in mine):
        return SyringeTone.WAITING
    return SyringeTone.LEFT_OVER if state.base else SyringeTone.EMPTY


def _caption(state: SyringeState, level: Volume | None, *, covered: bool) -> str:
    if covered:
        return wording.say(DOMAIN, "syringe.covered")
    if level is None:
        return wording.say(DOMAIN, "syringe.not_filled")
    key = "syringe.read" if state.accepted is not None else "syringe.start"
    return wording.say(DOMAIN, key, level=wording.number(level))
