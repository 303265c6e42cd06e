"""Finding things in a picture: the pass, entry site or finger under a point, and the frame around one finger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise
from math import dist, hypot
from typing import assert_never

from app.drawing.fingers import FINGERS, finger_code
from app.drawing.shapes import Align, Label, Outline, Path, Picture, Point, Ring, Role, Shape, Track
from injection_plan.anatomy import PASSES, SITES, Finger

REACH = 6.0
_NEAR = (
    3.4  # where sites, passes and fingers lie side by side: half of the way from a track to its finger's axis
)
_WORDS = 9.0  # around a finger's words, which stand for the finger


class Aim(Enum):
    """What whoever points at a picture means: passes, entry sites, whole fingers, or whichever of them is there."""

    PASS = auto()
    SITE = auto()
    FINGER = auto()
    ANY = auto()


def aimed_at(picture: Picture, point: Point, aim: Aim) -> str | None:
    """Return the code of what lies under a point, of the kind that is meant, or None when nothing of it is near."""
    match aim:
        case Aim.PASS:
            return pass_at(picture, point)
        case Aim.SITE:
            return site_at(picture, point)
        case Aim.FINGER:
            finger = finger_at(picture, point)
            return finger_code(finger) if finger is not None else None
        case Aim.ANY:
            near = site_at(picture, point, _NEAR) or pass_at(picture, point, _NEAR)
            return near or aimed_at(picture, point, Aim.FINGER) or pass_at(picture, point)
        case _:
            assert_never(aim)


def places(aim: Aim) -> tuple[str, ...]:
    """Return the codes of everything that may be meant, hand by hand and finger by finger, for keys to walk."""
    walked: list[str] = []
    for finger in FINGERS:
        walked += (finger,) if aim in {Aim.FINGER, Aim.ANY} else ()
        for site in (code for code in SITES if code.startswith(f"{finger}-")):
            walked += (site,) if aim in {Aim.SITE, Aim.ANY} else ()
            walked += (code for code in PASSES if code.startswith(f"{site}-") and aim in {Aim.PASS, Aim.ANY})
    return tuple(walked)


def finger_at(picture: Picture, point: Point) -> Finger | None:
    """Return the finger under a point, the words over its tip being part of it, or None when there is none."""
    for region in picture.regions:
        if _inside(point, region.corners):
            return FINGERS[region.about]
    named = (shape for shape in picture.shapes if isinstance(shape, Label) and shape.about in FINGERS)
    near = min(((dist(_middle(shape), point), shape.about) for shape in named), default=None)
    return FINGERS[near[1]] if near is not None and near[0] <= _WORDS else None


def site_at(picture: Picture, point: Point, reach: float = REACH) -> str | None:
    """Return the code of the entry site whose ring is nearest to a point, or None when none is within `reach` mm."""
    rings = (shape for shape in picture.shapes if isinstance(shape, Ring) and shape.about in SITES)
    near = min(((dist(shape.centre, point), shape.about) for shape in rings), default=None)
    return near[1] if near is not None and near[0] <= reach else None


def _inside(point: Point, corners: tuple[Point, ...]) -> bool:
    """Whether a point lies in a polygon: a ray to its right crosses the edges an odd number of times."""
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossed = not crossed
    return crossed


def _middle(label: Label) -> Point:
    return label.at[0], label.at[1] + label.runs[0].size / 3


def pass_at(picture: Picture, point: Point, reach: float = REACH) -> str | None:
    """Return the code of the pass whose track is nearest to a point, or None when none is within `reach` mm."""
    tracks = (shape for shape in picture.shapes if isinstance(shape, Track))
    near = min(((_gap(shape.points, point), shape.about) for shape in tracks), default=None)
    return near[1] if near is not None and near[0] <= reach else None


def _gap(points: tuple[Point, ...], point: Point) -> float:
    return min(_gap_to(a, b, point) for a, b in pairwise(points))


def _gap_to(a: Point, b: Point, point: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    part = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square if square else 0.0
    part = max(0.0, min(1.0, part))
    return hypot(a[0] + part * dx - point[0], a[1] + part * dy - point[1])


def focus_on_finger(picture: Picture, finger: Finger, aspect: float) -> Picture:
    """Return the same picture framed around one finger, `aspect` being width by height.

    Neighbours stay in sight, their labels go, and the hand's caption stands on a plate along the lower edge, so that
    RIGHT or LEFT is never lost by coming closer.
    """
    front = finger_code(finger)
    own = [point for shape in picture.shapes for point in _extent(shape, front)]
    left, right = min(x for x, _ in own), max(x for x, _ in own)
    bottom, top = min(y for _, y in own), max(y for _, y in own)
    plate = 15.0
    height = max(top - bottom + 16.0 + plate, (right - left + 20.0) / aspect)
    width = height * aspect
    frame = Picture((left + right - width) / 2, bottom - 8.0 - plate, width, height, (), picture.regions)
    return replace(frame, shapes=tuple(_framed(picture, frame, finger, plate)))


def _extent(shape: Shape, front: str) -> Iterator[Point]:
    if isinstance(shape, Track) and shape.about.startswith(f"{front}-"):
        yield from shape.points
    elif isinstance(shape, Ring) and shape.about.startswith(f"{front}-"):
        yield shape.centre
    elif isinstance(shape, Label) and shape.about == front:
        size = max(run.size for run in shape.runs)
        yield shape.at[0], shape.at[1] - 0.3 * size
        yield shape.at[0], shape.at[1] + size


def _framed(picture: Picture, frame: Picture, finger: Finger, plate: float) -> Iterator[Shape]:
    front = finger_code(finger)
    for shape in picture.shapes:
        if not isinstance(shape, Label) or shape.about == front or _on_site(shape, finger):
            yield shape
    yield Outline(_box(frame.left, frame.bottom, frame.width, plate), Role.PLATE)
    for shape in picture.shapes:
        if isinstance(shape, Label) and shape.about == finger.hand.value:
            middle = frame.left + frame.width / 2
            yield replace(shape, at=(middle, frame.bottom + plate * 0.33), align=Align.CENTRE)


def _on_site(label: Label, finger: Finger) -> bool:
    codes = {code for one in PASSES.values() if one.finger == finger for code in (one.code, one.site.code)}
    badge = label.about in PASSES
    return label.about in codes or badge


def _box(left: float, bottom: float, width: float, height: float) -> Path:
    corners = (
        (left, bottom),
        (left + width, bottom),
        (left + width, bottom + height),
        (left, bottom + height),
    )
    closing = (*corners[1:], corners[0])
    cubics = tuple((a, b, b) for a, b in zip(corners, closing, strict=True))
    return Path(corners[0], cubics, closed=True)
