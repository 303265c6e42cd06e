"""How each state of a pass looks: a shape of its own for every state, so that colour is never the only difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from app.drawing.marks import MarkState
from app.drawing.shapes import (
    Align,
    Arrow,
    Bar,
    Label,
    Point,
    Ring,
    Role,
    Run,
    Shape,
    Tick,
    Track,
    Weight,
    along,
    length,
)

RING_RADIUS = 2.5
CURRENT_RADIUS = 3.2
_BADGE_RADIUS = 2.9
_ARROW_SIZE = 3.7

TRACK_ROLES = {
    MarkState.PLANNED: Role.PLANNED,
    MarkState.CURRENT: Role.CURRENT,
    MarkState.GIVEN: Role.GIVEN,
    MarkState.VERIFIED: Role.VERIFIED,
    MarkState.DIFFERS: Role.DIFFERS,
    MarkState.OMITTED: Role.OMITTED,
    MarkState.NOT_PLANNED: Role.NOT_PLANNED,
    MarkState.UNKNOWN: Role.UNKNOWN,
}
RING_ROLES = {
    MarkState.PLANNED: Role.RING_PLANNED,
    MarkState.CURRENT: Role.RING_CURRENT,
    MarkState.GIVEN: Role.RING_GIVEN,
    MarkState.VERIFIED: Role.RING_VERIFIED,
    MarkState.DIFFERS: Role.RING_DIFFERS,
    MarkState.OMITTED: Role.RING_OMITTED,
    MarkState.NOT_PLANNED: Role.RING_NOT_PLANNED,
    MarkState.UNKNOWN: Role.RING_UNKNOWN,
}
# A site serves two passes: its ring shows the state that most wants to be seen.
_LOUDEST = (
    MarkState.CURRENT,
    MarkState.UNKNOWN,
    MarkState.DIFFERS,
    MarkState.GIVEN,
    MarkState.PLANNED,
    MarkState.VERIFIED,
    MarkState.OMITTED,
    MarkState.NOT_PLANNED,
)


def pass_shapes(points: tuple[Point, ...], state: MarkState, code: str) -> Iterator[Shape]:
    """Yield the shapes of one pass, undermost first; `points` run from its far end to the joint."""
    if state is MarkState.CURRENT:
        yield Track(points, Role.CURRENT_HALO, code)
    yield Track(points, TRACK_ROLES[state], code)
    match state:
        case MarkState.PLANNED | MarkState.GIVEN:
            return
        case MarkState.CURRENT:
            yield Arrow(points, 0.5, _ARROW_SIZE, CURRENT_RADIUS + 1.0, Role.ARROW, code)
        case MarkState.VERIFIED:
            yield Tick(along(points, 0.5)[0], 3.5, Role.TICK, code)
        case MarkState.DIFFERS:
            yield from _across(points, code, Role.STRIPE, apart=2.6, reach=1.5, slant=0.8)
            yield from _badge(points, code, Role.BADGE_DIFFERS, "!")
        case MarkState.OMITTED:
            yield from _across(points, code, Role.BAR_OMITTED, apart=2.2, reach=1.9, slant=0.5)
        case MarkState.NOT_PLANNED:
            yield from _cross(points, code)
        case MarkState.UNKNOWN:
            yield from _badge(points, code, Role.BADGE_UNKNOWN, "?")
        case _:
            assert_never(state)


def site_shapes(centre: Point, states: tuple[MarkState, ...], code: str) -> Iterator[Shape]:
    """Yield the ring of an entry site from the states of its passes; it is ticked when each of them is verified."""
    shown = min(states, key=_LOUDEST.index)
    radius = CURRENT_RADIUS if shown is MarkState.CURRENT else RING_RADIUS
    yield Ring(centre, radius, RING_ROLES[shown], code)
    if shown is MarkState.VERIFIED:
        yield Tick(centre, 2.9, Role.RING_TICK, code)


def _across(
    points: tuple[Point, ...], code: str, role: Role, *, apart: float, reach: float, slant: float
) -> Iterator[Shape]:
    whole = length(points)
    count = max(2, round((whole - 2.0) / apart))
    for number in range(count):
        (x, y), (dx, dy) = along(points, (0.6 + number) / count)
        ux, uy = reach * (-dy + slant * dx), reach * (dx + slant * dy)
        yield Bar((x - ux, y - uy), (x + ux, y + uy), role, code)


def _cross(points: tuple[Point, ...], code: str) -> Iterator[Shape]:
    (x, y), _ = along(points, 0.45)
    for way in (1.0, -1.0):
        yield Bar((x - 1.9, y - 1.9 * way), (x + 1.9, y + 1.9 * way), Role.BAR_NOT_PLANNED, code)


def _badge(points: tuple[Point, ...], code: str, role: Role, sign: str) -> Iterator[Shape]:
    (x, y), _ = along(points, 0.14)
    yield Ring((x, y), _BADGE_RADIUS, role, code)
    run = Run(sign, Role.BADGE_TEXT, 4.6, Weight.BOLD)
    yield Label((x, y - 0.36 * run.size), (run,), Align.CENTRE, code)
