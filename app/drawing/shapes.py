"""Frozen shapes in millimetres, y upwards: what a pen can draw. Each names its role, never its colour.

`about` is the code of what a shape stands for: a pass (`RH-2-PIP-rad-dis`), an entry site, or nothing at all ("").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point]


class Role(StrEnum):
    """What a shape means; a theme turns each role into ink."""

    HAND_LINE = "hand_line"
    HAND_FILL = "hand_fill"
    NAIL = "nail"
    NAIL_MOON = "nail_moon"
    CREASE = "crease"
    CREASE_SOFT = "crease_soft"
    PLATE = "plate"

    PLANNED = "planned"
    CURRENT = "current"
    GIVEN = "given"
    VERIFIED = "verified"
    DIFFERS = "differs"
    OMITTED = "omitted"
    NOT_PLANNED = "not_planned"
    UNKNOWN = "unknown"

    RING_PLANNED = "ring_planned"
    RING_CURRENT = "ring_current"
    RING_GIVEN = "ring_given"
    RING_VERIFIED = "ring_verified"
    RING_DIFFERS = "ring_differs"
    RING_OMITTED = "ring_omitted"
    RING_NOT_PLANNED = "ring_not_planned"
    RING_UNKNOWN = "ring_unknown"

    CURRENT_HALO = "current_halo"
    ARROW = "arrow"
    TICK = "tick"
    RING_TICK = "ring_tick"
    STRIPE = "stripe"
    BAR_OMITTED = "bar_omitted"
    BAR_NOT_PLANNED = "bar_not_planned"
    BADGE_DIFFERS = "badge_differs"
    BADGE_UNKNOWN = "badge_unknown"
    BADGE_TEXT = "badge_text"
    SELECTED = "selected"
    SELECTED_GROUND = "selected_ground"
    SELECTED_SITE = "selected_site"
    SELECTED_FINGER = "selected_finger"

    NUMBER_GROUND = "number_ground"
    NUMBER = "number"

    MISSING_GROUND = "missing_ground"
    MISSING_GHOST = "missing_ghost"
    MISSING_END = "missing_end"
    FINDING = "finding"
    FINDING_DASHED = "finding_dashed"
    FINDING_SIGN = "finding_sign"
    FINDING_DOT = "finding_dot"

    CAPTION = "caption"
    CAPTION_CURRENT = "caption_current"
    FINGER_NAME = "finger_name"
    AMOUNT = "amount"
    AMOUNT_CURRENT = "amount_current"
    AMOUNT_GIVEN = "amount_given"
    AMOUNT_VERIFIED = "amount_verified"
    AMOUNT_OMITTED = "amount_omitted"
    SIDE_WORD = "side_word"


class Weight(StrEnum):
    """How heavy a run of text is set; each is one typeface file that both pens register."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Align(StrEnum):
    """Which part of a label stands at its point."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Path:
    """A smooth line: a start and cubic segments of two handles and an end each."""

    start: Point
    cubics: tuple[Cubic, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A path filled when closed and stroked when its ink has a line.

    `depth` from 0 to 1 leads the fill toward the ink's deep tone. Along `fade`, from its first point to its second,
    the fill goes over into the ink's fade tone.
    """

    path: Path
    role: Role
    depth: float = 0.0
    fade: tuple[Point, Point] | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """The way of a cannula: a line from the far end of a pass to its joint, as broad as its role's ink."""

    points: tuple[Point, ...]
    role: Role
    about: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around a point: an entry site, or the ground of a badge."""

    centre: Point
    radius: float
    role: Role
    about: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A solid arrow head on a track, `travelled` from 0 (the far end) to 1 (the joint), pointing to the joint.

    It stops `clear` millimetres before the joint, so that it never enters the ring there.
    """

    points: tuple[Point, ...]
    travelled: float
    size: float
    clear: float
    role: Role
    about: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A check mark around a point, always upright, `size` millimetres broad."""

    centre: Point
    size: float
    role: Role
    about: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A straight stroke from one point to another, such as a slash across a track."""

    start: Point
    end: Point
    role: Role
    about: str


@dataclass(frozen=True, slots=True)
class Run:
    """Some text of one role, size (em, in millimetres) and weight."""

    text: str
    role: Role
    size: float
    weight: Weight


@dataclass(frozen=True, slots=True)
class Label:
    """Runs of text on one baseline; `at` is the baseline's start, centre or end. Text is never turned or mirrored."""

    at: Point
    runs: tuple[Run, ...]
    align: Align
    about: str = ""

    @property
    def text(self) -> str:
        """The words of this label without their looks."""
        return "".join(run.text for run in self.runs)


Shape = Outline | Track | Ring | Arrow | Tick | Bar | Label


@dataclass(frozen=True, slots=True)
class Region:
    """A polygon that is hit rather than drawn: whoever points into it means what it is about."""

    corners: tuple[Point, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A rectangle of the drawing's plane and the shapes in it, the first drawn undermost; pens clip to it."""

    left: float
    bottom: float
    width: float
    height: float
    shapes: tuple[Shape, ...]
    regions: tuple[Region, ...] = ()


def polygon(corners: Sequence[Point], *, closed: bool = True) -> Path:
    """Return the straight lines through corners as a path."""
    ahead = (*corners[1:], corners[0]) if closed else corners[1:]
    return Path(corners[0], tuple((one, one, one) for one in ahead), closed)


def length(points: Sequence[Point]) -> float:
    """Return the length of a line through points, in millimetres."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def along(points: Sequence[Point], part: float) -> tuple[Point, Point]:
    """Return the point at a part (0 to 1) of a line's length and the unit vector along the line there."""
    left = max(0.0, min(1.0, part)) * length(points)
    here, ahead = points[0], (0.0, 1.0)
    for a, b in pairwise(points):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if step == 0:
            continue
        ahead = ((b[0] - a[0]) / step, (b[1] - a[1]) / step)
        here = (a[0] + ahead[0] * min(left, step), a[1] + ahead[1] * min(left, step))
        if left <= step:
            break
        left -= step
    return here, ahead


def arrow_head(arrow: Arrow) -> tuple[Point, Point, Point]:
    """Return the three corners of an arrow, tip first; it stays wholly on its track."""
    whole = length(arrow.points)
    first, last = 0.5 * arrow.size / whole, 1.0 - (0.5 * arrow.size + arrow.clear) / whole
    (x, y), (dx, dy) = along(arrow.points, first + arrow.travelled * (last - first))
    half, back = arrow.size * 0.5, arrow.size * 0.5
    tip = (x + dx * half, y + dy * half)
    left = (x - dx * back - dy * half, y - dy * back + dx * half)
    right = (x - dx * back + dy * half, y - dy * back - dx * half)
    return tip, left, right


def tick_line(tick: Tick) -> tuple[Point, Point, Point]:
    """Return the three points of a check mark."""
    x, y = tick.centre
    unit = tick.size
    return (
        (x - 0.46 * unit, y + 0.0 * unit),
        (x - 0.12 * unit, y - 0.34 * unit),
        (x + 0.5 * unit, y + 0.38 * unit),
    )
