"""The order of a plan as a person thinks of it: which hand first, which finger, which side, which direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from injection_plan.anatomy import Digit, Direction, Hand, Pass, Side, pass_of
from injection_plan.plan import LeftOut, Plan
from injection_plan.protocol import Protocol

Word = TypeVar("Word")


@dataclass(frozen=True)
class Arrangement:
    """The order of hands, of the fingers of each hand, of the sides of a finger, and of the directions of a site."""

    hands: tuple[Hand, ...]
    fingers: Mapping[Hand, tuple[Digit, ...]]
    sides: tuple[Side, ...]
    directions: tuple[Direction, ...]

    def place(self, one: Pass) -> tuple[int, int, int, int]:
        """Return where a pass stands, as a key to sort by."""
        site = one.site
        return (
            self.hands.index(site.hand),
            self.fingers[site.hand].index(site.digit),
            self.sides.index(site.side),
            self.directions.index(one.direction),
        )


def arrangement_of(codes: Iterable[str]) -> Arrangement:
    """Return the arrangement that an order of aliquots comes nearest to: what comes first stands first.

    What no aliquot names keeps its place behind, in the order of the anatomy.
    """
    passes = [pass_of(code) for code in codes]
    return Arrangement(
        hands=_first_come([one.site.hand for one in passes], Hand),
        fingers={
            hand: _first_come([one.site.digit for one in passes if one.site.hand is hand], Digit)
            for hand in Hand
        },
        sides=_first_come([one.site.side for one in passes], Side),
        directions=_first_come([one.direction for one in passes], Direction),
    )


def _first_come(named: list[Word], every: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(dict.fromkeys((*named, *every)))


def arranged(protocol: Protocol, arrangement: Arrangement, not_planned: tuple[LeftOut, ...] = ()) -> Plan:
    """Return the plan that gives everything but what is left out, in that arrangement."""
    left_out = {one.aliquot for one in not_planned}
    wanted = [one for one in protocol.aliquots if one.aliquot not in left_out]
    ordered = sorted(wanted, key=lambda one: arrangement.place(one.path))
    return Plan(order=tuple(one.aliquot for one in ordered), not_planned=not_planned)
