"""The order of a plan as a person thinks of it: which hand first, which finger, which side, which direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from injection_plan.anatomy import Digit, Direction, EntrySite, Finger, Hand, Pass, Side, pass_of
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
    """Return the arrangement that an order of aliquots comes nearest to.

    The order of the sides is read off the first finger of which both are named, that of the directions off the
    first site: a pass that is left out must not turn the order of all others round. What no aliquot names stands
    before the first that comes after it in the anatomy, so that what is planned again finds its place.
    """
    passes = [pass_of(code) for code in codes]
    by_finger: dict[Finger, list[Side]] = {}
    by_site: dict[EntrySite, list[Direction]] = {}
    for one in passes:
        by_finger.setdefault(one.finger, []).append(one.site.side)
        by_site.setdefault(one.site, []).append(one.direction)
    return Arrangement(
        hands=_all_of((one.site.hand for one in passes), Hand),
        fingers={hand: _all_of((f.digit for f in by_finger if f.hand is hand), Digit) for hand in Hand},
        sides=_told_by(by_finger.values(), Side),
        directions=_told_by(by_site.values(), Direction),
    )


def _told_by(groups: Iterable[list[Word]], every: Iterable[Word]) -> tuple[Word, ...]:
    """Return the order in which the first group that names every word names them, else that of the anatomy."""
    anatomy = tuple(every)
    orders = (tuple(dict.fromkeys(group)) for group in groups)
    return next((order for order in orders if len(order) == len(anatomy)), anatomy)


def _all_of(named: Iterable[Word], every: Iterable[Word]) -> tuple[Word, ...]:
    order = list(dict.fromkeys(named))
    anatomy = tuple(every)
    for place, word in enumerate(anatomy):
        if word not in order:
            later = [order.index(one) for one in anatomy[place:] if one in order]
            order.insert(min(later, default=len(order)), word)
    return tuple(order)


def arranged(protocol: Protocol, arrangement: Arrangement, not_planned: tuple[LeftOut, ...] = ()) -> Plan:
    """Return the plan that gives everything but what is left out, in that arrangement."""
    left_out = {one.aliquot for one in not_planned}
    wanted = [one for one in protocol.aliquots if one.aliquot not in left_out]
    ordered = sorted(wanted, key=lambda one: arrangement.place(one.path))
    return Plan(order=tuple(one.aliquot for one in ordered), not_planned=not_planned)
