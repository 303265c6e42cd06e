"""Which hand, finger, side and direction each side of the program names, read the way a person would read it.

Nothing here looks at the code that a shape or a row carries: a picture is read by its nails, thumbs, captions and
joints, a phrase by its words, a table by its heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import dist
from typing import NamedTuple

from app.drawing.hand_picture import digit_region
from app.drawing.shapes import Label, Outline, Picture, Point, Ring, Role, along
from app.record.content.finger_table import FingerTable
from injection_plan.anatomy import Digit, Finger, Hand
from injection_plan.views import View

HANDS = {"RH": "RIGHT", "LH": "LEFT"}
FINGERS = {"1": "thumb", "2": "index", "3": "middle", "4": "ring", "5": "little"}
SIDES = {"rad": "radial", "uln": "ulnar"}
WAYS = {"dis": "toward fingertip", "prx": "toward finger base"}
PHRASE = re.compile(
    r"\b(RIGHT|LEFT)(?: ·)? (thumb|index|middle|ring|little) · (radial|ulnar)(?: side)?"
    r"(?: · (toward (?:fingertip|finger base)))?"
)


class Place(NamedTuple):
    """What was named, in words; a word is empty where this side of the program has no place for it."""

    hand: str
    finger: str
    side: str
    way: str = ""


def spelt(code: str) -> Place:
    """Read `RH-2-PIP-rad-dis` by the letters alone."""
    hand, finger, _, side, *way = code.split("-")
    return Place(HANDS[hand], FINGERS[finger], SIDES[side], WAYS[way[0]] if way else "")


def phrased(text: str) -> Place:
    """Read the one place that a text names; a text that names none, or two, is a failure."""
    found = {Place(*match.groups("")) for match in PHRASE.finditer(" ".join(text.split()))}
    assert len(found) == 1, text
    return found.pop()


def drawn(picture: Picture, view: View, points: tuple[Point, ...]) -> Place:
    """Read a track of a picture: caption and thumb, label over the tip, side of the axis, end that has the ring."""
    names = [one for one in _labels(picture) if one.text in FINGERS.values()]
    middle = along(points, 0.5)[0]
    (corners,) = (region for region in _regions(view) if _inside(middle, region))
    base, tip = _axis(corners)
    name = min(names, key=lambda one: dist(one.at, tip))
    caption = min(_captions(picture), key=lambda one: abs(one.at[0] - middle[0]))
    mine = {one.text: one for one in names if one.at[0] * caption.at[0] > 0}
    assert _hand_by_anatomy(picture, mine, caption) == caption.text.split()[-1]
    # Radial is toward the thumb; the thumb's own ulnar side is toward the index finger.
    landmark, that_way = ("index", "ulnar") if name.text == "thumb" else ("thumb", "radial")
    toward = _turn(base, tip, middle) * _turn(base, tip, mine[landmark].at) > 0
    side = that_way if toward else {"ulnar": "radial", "radial": "ulnar"}[that_way]
    joint, far = _ends(picture, points)
    beyond = _along_axis(base, tip, far) > _along_axis(base, tip, joint)
    way = WAYS["dis"] if beyond else WAYS["prx"]
    return Place(caption.text.split()[-1], name.text, side, way)


def worded_thumb(picture: Picture, points: tuple[Point, ...]) -> str:
    """Return the side that is spelt nearest to a track: only the thumbs have such a word."""
    words = [one for one in _labels(picture) if one.text in SIDES.values()]
    return min(words, key=lambda one: dist(one.at, _ends(picture, points)[0])).text


def counted(before: FingerTable, after: FingerTable) -> Place:
    """Read where the table of fingers has become another one: exactly one cell beside the totals."""
    places = {
        Place(hand.name, row.digit, side)
        for row, old in zip(after.rows, before.rows, strict=True)
        for hand in row.hands
        for side in SIDES.values()
        if getattr(row.hands[hand], side).text != getattr(old.hands[hand], side).text
    }
    assert len(places) == 1, places
    return places.pop()


def figures_on_paper(page: str) -> dict[str, Place]:
    """Read the table of fingers on page 1 by its heads: the place of every figure that stands there once."""
    heads = re.search(r"(RIGHT|LEFT), mL +(RIGHT|LEFT), mL", page)
    assert heads is not None
    # Words in two columns of a page come out on one line; the heads of this table stand on one of their own.
    assert re.search(r"Finger +Joint +Radial +Ulnar +Total +Done +Radial +Ulnar +Total +Done", page)
    found: dict[str, Place] = {}
    for row in re.finditer(r"^ *(thumb|index|middle|ring|little) +(?:MCP|PIP) +(.+)$", page, re.MULTILINE):
        figures = row[2].replace("!", " ").split()
        assert len(figures) == 8, row[0]
        for hand, (radial, ulnar) in zip(heads.groups(), (figures[0:2], figures[4:6]), strict=True):
            for side, figure in (("radial", radial), ("ulnar", ulnar)):
                assert figure not in found, "two places got the same: the test cannot tell them apart"
                found[figure] = Place(hand, row[1], side)
    return found


def rows_on_paper(pages: list[str]) -> dict[str, str]:
    """Read the aliquots of a record: the phrase of every row, by the time of day that stands in it."""
    rows: dict[str, str] = {}
    for line in "\n".join(pages).splitlines():
        found = re.match(
            r"\s*\d+ +(Patient's .+? · toward (?:fingertip|finger base)) .*(\d\d:\d\d:\d\d)", line
        )
        if found:
            rows.setdefault(found[2], found[1])
    return rows


def _labels(picture: Picture) -> list[Label]:
    return [shape for shape in picture.shapes if isinstance(shape, Label)]


def _captions(picture: Picture) -> list[Label]:
    return [one for one in _labels(picture) if one.text.startswith("Patient's")]


def _hand_by_anatomy(picture: Picture, names: dict[str, Label], caption: Label) -> str:
    """Tell a right hand from a left one without a word: face up or down, fingers up or down, where the thumb is."""
    back = any(isinstance(shape, Outline) and shape.role is Role.NAIL for shape in picture.shapes)
    fingers_up = names["middle"].at[1] > caption.at[1]
    thumb_left = names["thumb"].at[0] < names["little"].at[0]
    return "RIGHT" if (thumb_left == fingers_up) == back else "LEFT"


def _ends(picture: Picture, points: tuple[Point, ...]) -> tuple[Point, Point]:
    """Return the end of a track that lies in a ring, and the other one."""
    rings = [shape.centre for shape in picture.shapes if isinstance(shape, Ring)]
    first, last = (min(dist(end, ring) for ring in rings) for end in (points[0], points[-1]))
    return (points[-1], points[0]) if last < first else (points[0], points[-1])


def _regions(view: View) -> Iterator[tuple[Point, ...]]:
    yield from (digit_region(Finger(hand, digit), view) for hand in Hand for digit in Digit)


def _axis(corners: tuple[Point, ...]) -> tuple[Point, Point]:
    base = ((corners[0][0] + corners[-1][0]) / 2, (corners[0][1] + corners[-1][1]) / 2)
    return base, corners[len(corners) // 2]


def _inside(point: Point, corners: tuple[Point, ...]) -> bool:
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossed = not crossed
    return crossed


def _turn(base: Point, tip: Point, point: Point) -> float:
    return (tip[0] - base[0]) * (point[1] - base[1]) - (tip[1] - base[1]) * (point[0] - base[0])


def _along_axis(base: Point, tip: Point, point: Point) -> float:
    return (tip[0] - base[0]) * (point[0] - base[0]) + (tip[1] - base[1]) * (point[1] - base[1])
