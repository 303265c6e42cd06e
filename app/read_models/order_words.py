"""The order of a plan in words: hands, fingers, sides and directions, and the passes that stand apart from them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from app import wording
from injection_plan.anatomy import Digit, Hand, pass_of
from injection_plan.arrangement import Arrangement, arrangement_of

DOMAIN = "plan_hands"

Codes = tuple[str, ...]
"""The codes of passes in an order."""


def order_words(order: Codes) -> str:
    """Return all of an order: its arrangement, and which passes were moved alone, each with its place."""
    arrangement = arrangement_of(order)
    words = arrangement_words(arrangement)
    as_arranged = tuple(sorted(order, key=lambda code: arrangement.place(pass_of(code))))
    if as_arranged == order:
        return words
    apart = places(moved_passes(as_arranged, order), order)
    return wording.say(DOMAIN, "order.moved", order=words, passes=apart)


def arrangement_words(arrangement: Arrangement) -> str:
    """Return an arrangement in one phrase; the fingers are said once where they are in the same order."""
    then = wording.say(DOMAIN, "order.then")
    fingers: Mapping[Hand, tuple[Digit, ...]] = arrangement.fingers
    first, second = arrangement.hands
    parts = [then.join(wording.hand(one) for one in arrangement.hands)]
    if fingers[first] == fingers[second]:
        parts.append(_digits(fingers[first]))
    else:
        parts += [
            wording.say(DOMAIN, "order.of_hand", hand=wording.hand(one), digits=_digits(fingers[one]))
            for one in arrangement.hands
        ]
    parts.append(then.join(wording.side(one) for one in arrangement.sides))
    parts.append(then.join(wording.direction(one) for one in arrangement.directions))
    return "; ".join(parts)


def moved_passes(before: Codes, after: Codes) -> Codes:
    """Return the passes that stand between others than before, the fewest that say so."""
    matched = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(code for tag, _, _, start, end in matched if tag != "equal" for code in after[start:end])


def places(codes: Codes, order: Codes) -> str:
    """Return where passes stand in an order, as it is said."""
    return "; ".join(
        wording.say(DOMAIN, "order.at", aliquot=wording.short_aliquot(code), place=order.index(code) + 1)
        for code in codes
    )


def _digits(digits: tuple[Digit, ...]) -> str:
    return ", ".join(wording.digit(one) for one in digits)
