"""The order of a plan in words: where it differs from the protocol file's own, which entry made it so, what moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app import wording
from app.read_models.order_words import Codes, moved_passes, places
from app.read_models.preparation_summary.words import doer, say
from injection_plan.anatomy import Digit, Hand, pass_of
from injection_plan.arrangement import Arrangement, arranged, arrangement_of
from injection_plan.events import Entry, PlanDrafted
from injection_plan.plan import Plan, plan_as_the_protocol_says
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Differing:
    """One word of an order that differs from another's: hands, fingers of a hand, sides or directions."""

    what: str
    one: str
    other: str


def order_lines(procedure: Procedure) -> Iterator[str]:
    """Yield the order where it is not the protocol's own; word by word what differs, else pass by pass."""
    plan = procedure.plan
    if plan is None:
        yield say("no_plan")
        return
    own = _those_of(plan.order, plan_as_the_protocol_says(procedure.protocol).order)
    if plan.order == own:
        yield say("order.protocol")
        return
    for one in differing(plan.order, own):
        yield say("order.line", what=one.what, order=one.one, protocol=one.other)
    if not is_arranged(procedure.protocol, plan):
        yield say("order.pass_by_pass", passes=_passes(plan.order))
        yield say("order.protocol_passes", passes=_passes(own))


def order_by(followed: Iterable[tuple[Entry, Procedure]]) -> str:
    """Return who gave the order as it stands, when, and by which entry; nothing while there is no plan."""
    before: Plan | None = None
    made: Entry | None = None
    for entry, _ in followed:
        if isinstance(entry.event, PlanDrafted):
            plan = entry.event.plan
            if before is None or _those_of(plan.order, before.order) != _those_of(before.order, plan.order):
                made = entry
            before = plan
    if made is None:
        return ""
    return say("order.by", who=doer(made.stamp).phrase, version=made.version)


def order_changes(protocol: Protocol, before: Plan, after: Plan) -> Iterator[Differing]:
    """Yield how the order of a plan changed: its words that differ, or the passes that moved, with their places."""
    was, now = _those_of(after.order, before.order), _those_of(before.order, after.order)
    if was == now:
        return
    for one in differing(was, now):
        yield Differing(say("change.order", what=one.what), one.one, one.other)
    if not (is_arranged(protocol, before) and is_arranged(protocol, after)):
        moved = moved_passes(was, now)
        yield Differing(say("change.moved"), places(moved, before.order), places(moved, after.order))


def differing(one: Codes, other: Codes) -> Iterator[Differing]:
    """Yield each word in which two orders of the same passes differ."""
    first, second = arrangement_of(one), arrangement_of(other)
    if first.hands != second.hands:
        hands = (map(wording.short_hand, each.hands) for each in (first, second))
        yield _differing(say("order.hands"), *hands)
    for hand in first.hands:
        planned = {pass_of(code).site.digit for code in one if pass_of(code).site.hand is hand}
        of_first, of_second = (_digits(each, hand, planned) for each in (first, second))
        if of_first != of_second:
            yield _differing(wording.hand(hand), of_first, of_second)
    if first.sides != second.sides:
        yield _differing(say("order.sides"), *(map(wording.side, each.sides) for each in (first, second)))
    if first.directions != second.directions:
        directions = (map(wording.direction, each.directions) for each in (first, second))
        yield _differing(say("order.directions"), *directions)


def is_arranged(protocol: Protocol, plan: Plan) -> bool:
    """Say whether the words of an order say all of it, so that no pass was moved alone."""
    return arranged(protocol, arrangement_of(plan.order), plan.not_planned).order == plan.order


def _differing(what: str, one: Iterable[str], other: Iterable[str]) -> Differing:
    then = say("order.then")
    return Differing(what, then.join(one), then.join(other))


def _digits(arrangement: Arrangement, hand: Hand, planned: set[Digit]) -> list[str]:
    return [wording.digit(one) for one in arrangement.fingers[hand] if one in planned]


def _those_of(some: Codes, order: Codes) -> Codes:
    """Return an order without the passes that `some` does not have."""
    return tuple(code for code in order if code in some)


def _passes(codes: Codes) -> str:
    return "; ".join(wording.short_aliquot(code) for code in codes)
