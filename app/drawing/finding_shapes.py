"""How what was found on a hand looks: an outline of its own for every kind, and a ghost for what is missing.

A finding at an entry site stands around its ring, one along a pass on the middle of it, and one about a whole finger
on the finger's axis, with a sign inside. A part that is missing is not marked but taken away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import cos, pi, sin
from typing import assert_never

from app.drawing.fingers import FINGERS
from app.drawing.outline import right_hand
from app.drawing.shapes import Bar, Outline, Point, Ring, Role, Shape, along, polygon
from app.drawing.standpoint import place_of
from injection_plan.anatomy import PASSES, SITES, Finger
from injection_plan.terms import FindingKind
from injection_plan.views import View

_CORNERS = {
    FindingKind.CONTRACTURE: 4,
    FindingKind.MISSING: 4,
    FindingKind.ATROPHIC: 6,
    FindingKind.OTHER: 3,
}
_RADIUS = {
    FindingKind.ULCER: 5.6,
    FindingKind.CONTRACTURE: 5.7,
    FindingKind.MISSING: 5.5,
    FindingKind.ATROPHIC: 5.3,
    FindingKind.OTHER: 6.4,
}
_FIRST_ANGLE = {FindingKind.CONTRACTURE: 0.0, FindingKind.MISSING: pi / 4, FindingKind.ATROPHIC: 0.0}
_SPIKES = 9
_HOLLOW = 0.68  # of an ulcer's radius, between its spikes
_APART = 7.0  # millimetres between two findings on the same pass


@cache
def missing_shapes(finger: Finger, joint: str, view: View) -> tuple[Shape, ...]:
    """Return the shapes that take a finger away beyond a joint, for straight over the bare hand."""
    end = right_hand(view.face).ends[finger.digit][joint]
    line = place_of(finger.hand, view).line
    return (
        Outline(polygon(line(end.ground)), Role.MISSING_GROUND),
        Outline(polygon(line(end.ghost), closed=False), Role.MISSING_GHOST),
        Outline(polygon(line(end.end), closed=False), Role.MISSING_END),
    )


@cache
def finding_shapes(kind: FindingKind, where: str, before: int, view: View) -> tuple[Shape, ...]:
    """Return the mark of a finding at a place at which `before` others are drawn already."""
    centre = _centre(where, before, view)
    grown = 1.0 + 0.28 * before if where in SITES else 1.0
    role = Role.FINDING_DASHED if kind is FindingKind.ATROPHIC else Role.FINDING
    ground = Outline(polygon(_corners(kind, centre, grown)), role, about=where)
    signs = () if where in SITES else tuple(_sign(kind, centre, where))
    return (ground, *signs)


def _centre(where: str, before: int, view: View) -> Point:
    outline = right_hand(view.face)
    if where in SITES:
        return place_of(SITES[where].hand, view).point(outline.site(SITES[where]))
    if where in PASSES:
        points = outline.track(PASSES[where])
        return place_of(PASSES[where].site.hand, view).point(along(points, 0.45 + 0.2 * before)[0])
    finger = FINGERS[where]
    spots = outline.spots[finger.digit]
    return place_of(finger.hand, view).point(spots[before % len(spots)])


def _corners(kind: FindingKind, centre: Point, grown: float) -> tuple[Point, ...]:
    x, y = centre
    radius = _RADIUS[kind] * grown
    if kind is FindingKind.ULCER:
        turns = [(pi * k / _SPIKES, radius * (_HOLLOW if k % 2 else 1.0)) for k in range(2 * _SPIKES)]
    else:
        count, first = _CORNERS[kind], _FIRST_ANGLE.get(kind, pi / 2)
        turns = [(first + 2 * pi * k / count, radius) for k in range(count)]
    return tuple((x + r * cos(angle), y + r * sin(angle)) for angle, r in turns)


def _sign(kind: FindingKind, centre: Point, where: str) -> Iterator[Shape]:
    x, y = centre
    match kind:
        case FindingKind.ULCER:
            yield Ring(centre, 1.5, Role.FINDING_DOT, where)
        case FindingKind.CONTRACTURE:
            # A finger bent at its joint.
            for start, end in (
                ((-1.6, -1.9), (-1.6, 1.3)),
                ((-1.6, 1.3), (1.9, 1.3)),
                ((1.9, 1.3), (1.9, -0.4)),
            ):
                yield _bar(centre, start, end, where)
        case FindingKind.MISSING:
            for aside in (-1.3, 1.3):
                yield _bar(centre, (aside - 0.9, -2.0), (aside + 0.9, 2.0), where)
        case FindingKind.ATROPHIC:
            for up in (-1.6, 0.0, 1.6):
                yield _bar(centre, (-2.0, up), (2.0, up), where)
        case FindingKind.OTHER:
            for aside in (-1.7, 0.0, 1.7):
                yield Ring((x + aside, y - 1.3), 0.62, Role.FINDING_DOT, where)
        case _:
            assert_never(kind)


def _bar(centre: Point, start: Point, end: Point, where: str) -> Bar:
    (x, y), (ax, ay), (bx, by) = centre, start, end
    return Bar((x + ax, y + ay), (x + bx, y + by), Role.FINDING_SIGN, where)
