"""The order of a plan as rows of chips: which hand first, the fingers of each, which side and direction first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from app import wording
from app.read_models.order_words import arrangement_words
from app.read_models.plan_drafts import as_the_protocol_says, plan_of
from injection_plan.anatomy import PASSES, Digit, Direction, Finger, Hand, Side
from injection_plan.arrangement import Arrangement
from injection_plan.procedure import Procedure

DOMAIN = "plan_hands"


class Row(StrEnum):
    """What one row of chips orders."""

    HANDS = "hands"
    RIGHT = "right"
    LEFT = "left"
    SIDES = "sides"
    DIRECTIONS = "directions"


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: the value that it moves, its word, how much is planned of it, and whether that is all."""

    value: str
    word: str
    count: str
    spoken: str
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A row of chips in their order, and the words before it."""

    row: Row
    title: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class OrderView:
    """The rows, the whole order as one sentence, and whether it is the protocol's own."""

    rows: tuple[OrderRow, ...]
    sentence: str
    is_the_protocols: bool


def order_view(procedure: Procedure, arrangement: Arrangement) -> OrderView:
    """Return the order of a plan, the hand that comes first above the other."""
    planned = set(plan_of(procedure).order)
    first, second = (Row(hand.value) for hand in arrangement.hands)
    return OrderView(
        rows=(
            _row(Row.HANDS, arrangement, planned),
            _row(first, arrangement, planned),
            _row(second, arrangement, planned),
            _row(Row.SIDES, arrangement, planned),
            _row(Row.DIRECTIONS, arrangement, planned),
        ),
        sentence=wording.say(DOMAIN, "order.sentence", order=arrangement_words(arrangement)),
        is_the_protocols=arrangement == as_the_protocol_says(procedure.protocol),
    )


def moved(arrangement: Arrangement, row: Row, values: tuple[str, ...]) -> Arrangement:
    """Return the arrangement with one row in another order."""
    match row:
        case Row.HANDS:
            return replace(arrangement, hands=tuple(Hand(one) for one in values))
        case Row.RIGHT | Row.LEFT:
            digits = tuple(Digit(one) for one in values)
            return replace(arrangement, fingers={**arrangement.fingers, Hand(row.value): digits})
        case Row.SIDES:
            return replace(arrangement, sides=tuple(Side(one) for one in values))
        case Row.DIRECTIONS:
            return replace(arrangement, directions=tuple(Direction(one) for one in values))
        case _:
            assert_never(row)


def _row(row: Row, arrangement: Arrangement, planned: set[str]) -> OrderRow:
    return OrderRow(row, _title(row, arrangement), tuple(_chips(row, arrangement, planned)))


def _title(row: Row, arrangement: Arrangement) -> str:
    match row:
        case Row.HANDS | Row.SIDES | Row.DIRECTIONS:
            return wording.say(DOMAIN, f"order.row.{row.value}")
        case Row.RIGHT | Row.LEFT:
            is_first = arrangement.hands[0] is Hand(row.value)
            key = "order.row.first_hand" if is_first else "order.row.second_hand"
            return wording.say(DOMAIN, key, hand=wording.hand(Hand(row.value)))
        case _:
            assert_never(row)


def _chips(row: Row, arrangement: Arrangement, planned: set[str]) -> Iterable[Chip]:
    match row:
        case Row.HANDS:
            yield from (
                Chip(one.value, wording.hand(one), "", wording.hand(one)) for one in arrangement.hands
            )
        case Row.RIGHT | Row.LEFT:
            hand = Hand(row.value)
            yield from (_finger(Finger(hand, digit), planned) for digit in arrangement.fingers[hand])
        case Row.SIDES:
            yield from (
                Chip(one.value, wording.side(one), "", wording.side(one)) for one in arrangement.sides
            )
        case Row.DIRECTIONS:
            words = {one: wording.direction(one) for one in arrangement.directions}
            yield from (Chip(one.value, word, "", word) for one, word in words.items())
        case _:
            assert_never(row)


def _finger(finger: Finger, planned: set[str]) -> Chip:
    codes = [code for code, one in PASSES.items() if one.finger == finger]
    count = sum(code in planned for code in codes)
    words = wording.say(DOMAIN, "order.count", count=count, all=len(codes))
    digit = wording.digit(finger.digit)
    spoken = wording.say(DOMAIN, "order.spoken", finger=wording.finger(finger), count=words)
    return Chip(finger.digit.value, digit, words, spoken, is_whole=count == len(codes))
