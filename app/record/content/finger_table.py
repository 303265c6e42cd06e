"""The table of fingers: what each side of each finger got, where it really went, and when the finger was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app import wording
from app.record.content.words import given_deliveries, happened_at, loud, offset_of, say
from injection_plan.anatomy import PASSES, Digit, Finger, Hand, Side, joint_of
from injection_plan.procedure import Delivery, Procedure
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING, Volume, total

NEAR = timedelta(minutes=10)
Telling = Callable[[datetime, int], str]
OPEN = frozenset({Standing.PLANNED, Standing.MARK_OWED})


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure or word of the table; loud where it is not what the protocol asks for."""

    text: str
    is_loud: bool = False

    @property
    def printed(self) -> str:
        """The text as it is printed: a loud figure with the sign that says so in black and white."""
        return loud(self.text) if self.is_loud else self.text


@dataclass(frozen=True, slots=True)
class FingerCells:
    """One finger, or one whole hand: its two sides, its total and when it was done."""

    radial: Cell
    ulnar: Cell
    total: Cell
    done: str


@dataclass(frozen=True, slots=True)
class FingerRow:
    """One digit of both hands."""

    digit: str
    joint: str
    hands: dict[Hand, FingerCells]


@dataclass(frozen=True, slots=True)
class FingerTable:
    """The rows by digit, the sums of each hand, and what went to a place that is no finger of the plan."""

    rows: tuple[FingerRow, ...]
    sums: dict[Hand, FingerCells]
    elsewhere: str


def finger_table(procedure: Procedure) -> FingerTable:
    """Return what each finger got in all, by side; what was described only in words stands apart."""
    tell = _telling(procedure)
    rows = [
        FingerRow(
            wording.digit(digit),
            joint_of(digit).value,
            {hand: _finger(procedure, Finger(hand, digit), tell) for hand in Hand},
        )
        for digit in Digit
    ]
    sums = {hand: _hand(procedure, hand) for hand in Hand}
    apart = [one for one in given_deliveries(procedure) if _site(one) is None]
    words = "" if not apart else say("table.elsewhere", volume=wording.volume(_sum(apart)))
    return FingerTable(tuple(rows), sums, words)


def _telling(procedure: Procedure) -> Telling:
    """Return how the times are told: to the second where all of them lie so near that minutes would be alike."""
    moments = [when for one in given_deliveries(procedure) if (when := happened_at(one))]
    near = bool(moments) and max(moments) - min(moments) <= NEAR
    return wording.clock_time if near else wording.short_time


def _site(one: Delivery) -> tuple[Finger, Side] | None:
    """Return the finger and side that a delivery really went to, or nothing where only words say where."""
    place = one.place or one.code
    return (PASSES[place].finger, PASSES[place].site.side) if place in PASSES else None


def _sum(deliveries: list[Delivery]) -> Volume:
    return total(one.counted for one in deliveries)


def _finger(procedure: Procedure, finger: Finger, tell: Telling) -> FingerCells:
    here = [one for one in given_deliveries(procedure) if (_site(one) or (None,))[0] == finger]
    last = max(here, key=lambda one: (happened_at(one), one.acted), default=None)
    when = None if last is None else happened_at(last)
    asked = total(one.volume for one in procedure.protocol.aliquots if one.path.finger == finger)
    return FingerCells(
        radial=_side(procedure, finger, Side.RADIAL),
        ulnar=_side(procedure, finger, Side.ULNAR),
        total=Cell(wording.number(_sum(here)), procedure.is_settled and _sum(here) != asked),
        done="" if last is None or when is None else tell(when, offset_of(last)),
    )


def _side(procedure: Procedure, finger: Finger, side: Side) -> Cell:
    got = _sum([one for one in given_deliveries(procedure) if _site(one) == (finger, side)])
    asked = [
        one
        for one in procedure.deliveries
        if one.code in PASSES and (PASSES[one.code].finger, PASSES[one.code].site.side) == (finger, side)
    ]
    wanted = total(one.planned or NOTHING for one in asked)
    standings = {one.standing for one in asked}
    if not got and len(standings) == 1 and not standings & OPEN:
        return Cell(_short(standings.pop()), is_loud=True)
    return Cell(wording.number(got), got != wanted and Standing.PLANNED not in standings)


def _short(standing: Standing) -> str:
    match standing:
        case Standing.NOT_PLANNED | Standing.OMITTED:
            return wording.standing(standing)
        case Standing.UNKNOWN:
            return say("table.unknown")
        case _:
            return wording.number(NOTHING)


def _hand(procedure: Procedure, hand: Hand) -> FingerCells:
    sites = [(one, _site(one)) for one in given_deliveries(procedure)]
    here = [(one, site) for one, site in sites if site is not None and site[0].hand is hand]
    sums = {side: _sum([one for one, site in here if site[1] is side]) for side in Side}
    asked = {
        side: total(
            one.volume
            for one in procedure.protocol.aliquots
            if one.path.finger.hand is hand and one.path.site.side is side
        )
        for side in Side
    }
    got = sums[Side.RADIAL] + sums[Side.ULNAR]
    over = procedure.is_settled  # what is still to come makes no sum wrong
    return FingerCells(
        radial=Cell(wording.number(sums[Side.RADIAL]), over and sums[Side.RADIAL] != asked[Side.RADIAL]),
        ulnar=Cell(wording.number(sums[Side.ULNAR]), over and sums[Side.ULNAR] != asked[Side.ULNAR]),
        total=Cell(wording.number(got), over and got != total(asked.values())),
        done="",
    )
