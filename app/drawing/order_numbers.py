"""The place of a pass in the order: a small numeral at its far end, where the cannula begins to be withdrawn."""

from __future__ import annotations

from functools import cache
from math import hypot

from app.drawing.outline import right_hand
from app.drawing.shapes import Align, Label, Outline, Path, Point, Role, Run, Shape, Weight
from app.drawing.standpoint import place_of
from injection_plan.anatomy import PASSES, Digit, Direction, Pass
from injection_plan.views import View

NUMBER_SIZE = 5.8
_CAP_HEIGHT = 0.73  # of the em, in the typeface that both pens use
_HALF_HEIGHT = 3.1
_HALF_WIDTHS = {1: 3.1, 2: 4.6}  # by the count of digits
_ROUND = 0.5523  # how far the handles of a quarter circle reach, of its radius
_BEYOND = {Direction.FINGERTIP: 1.0, Direction.FINGER_BASE: 4.4}
_ASIDE = 3.9
_ASIDE_LITTLE = 4.6  # the most slender finger


@cache
def number_shapes(code: str, number: int, view: View) -> tuple[Shape, ...]:
    """Return a numeral on its ground, beyond the far end of a pass and clear of the nail."""
    one = PASSES[code]
    x, y = place_of(one.site.hand, view).point(_spot(one, view))
    run = Run(str(number), Role.NUMBER, NUMBER_SIZE, Weight.SEMIBOLD)
    ground = _pill((x, y), _HALF_WIDTHS[len(run.text)])
    return (
        Outline(ground, Role.NUMBER_GROUND, about=code),
        Label((x, y - NUMBER_SIZE * _CAP_HEIGHT / 2), (run,), Align.CENTRE, code),
    )


def _spot(one: Pass, view: View) -> Point:
    outline = right_hand(view.face)
    points, other = outline.track(one), outline.track(_beside(one))
    (x, y), (ox, oy) = points[0], other[0]
    ahead = _unit(x - points[1][0], y - points[1][1])
    outward = _unit(x - ox, y - oy)
    beyond, aside = _BEYOND[one.direction], 0.0
    if one.direction is Direction.FINGERTIP:
        aside = _ASIDE_LITTLE if one.site.digit is Digit.LITTLE else _ASIDE
    return x + beyond * ahead[0] + aside * outward[0], y + beyond * ahead[1] + aside * outward[1]


def _beside(one: Pass) -> Pass:
    """Return the pass of the same finger and direction on its other side."""
    same = (p for p in PASSES.values() if p.finger == one.finger and p.direction is one.direction)
    return next(p for p in same if p.site.side is not one.site.side)


def _unit(dx: float, dy: float) -> Point:
    size = hypot(dx, dy)
    return dx / size, dy / size


def _pill(centre: Point, half: float) -> Path:
    (x, y), r = centre, _HALF_HEIGHT
    k, a = _ROUND * r, half - r
    return Path(
        (x - a, y + r),
        (
            ((x - a, y + r), (x + a, y + r), (x + a, y + r)),
            ((x + a + k, y + r), (x + half, y + k), (x + half, y)),
            ((x + half, y - k), (x + a + k, y - r), (x + a, y - r)),
            ((x + a, y - r), (x - a, y - r), (x - a, y - r)),
            ((x - a - k, y - r), (x - half, y - k), (x - half, y)),
            ((x - half, y + k), (x - a - k, y + r), (x - a, y + r)),
        ),
        closed=True,
    )
