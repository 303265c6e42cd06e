"""Numbers can be read beside their passes, and what was found is drawn where it is, each kind in a shape of its own."""

from itertools import combinations
from math import dist

import pytest

from app.drawing.fingers import FINGERS
from app.drawing.hand_picture import digit_region, hand_picture
from app.drawing.marks import FindingMark, FingerLabel
from app.drawing.outline import right_hand
from app.drawing.shapes import Align, Bar, Label, Outline, Path, Point, Ring, Role, Shape
from app.drawing.standpoint import place_of
from app.record.typeface import text_width
from injection_plan.anatomy import PASSES, SITES, Digit, Hand
from injection_plan.terms import FindingKind
from injection_plan.views import View
from tests.app.drawing.drawn import CAPTIONS, LABELS, NUMBERS, VIEWS, full_picture, marks, picture, tracks

each_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
Box = tuple[float, float, float, float]


def corners(path: Path) -> list[Point]:
    return [path.start, *(end for _, _, end in path.cubics)]


def box(points: list[Point]) -> Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def apart(one: Box, other: Box) -> bool:
    return one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def numerals(view: View) -> dict[str, Box]:
    drawn = hand_picture(marks(), view, CAPTIONS, LABELS, numbers=NUMBERS)
    grounds = [s for s in drawn.shapes if isinstance(s, Outline) and s.role is Role.NUMBER_GROUND]
    return {ground.about: box(corners(ground.path)) for ground in grounds}


@each_view
def test_every_pass_carries_its_own_number_upright_on_a_ground(view: View) -> None:
    drawn = hand_picture(marks(), view, CAPTIONS, LABELS, numbers=NUMBERS)
    told = {s.about: s for s in drawn.shapes if isinstance(s, Label) and s.about in PASSES}
    assert {code: int(label.text) for code, label in told.items()} == NUMBERS
    for code, (left, low, right, high) in numerals(view).items():
        x, y = told[code].at
        assert left < x < right
        assert low < y < high


@each_view
def test_no_number_touches_another_a_word_or_a_nail(view: View) -> None:
    rooms = numerals(view)
    for (one, ground), (other, beside) in combinations(rooms.items(), 2):
        assert apart(ground, beside), (one, other)
    drawn = hand_picture(marks(), view, CAPTIONS, dict.fromkeys(LABELS, FingerLabel("0.75", "of 0.75 mL")))
    for label in (s for s in drawn.shapes if isinstance(s, Label)):
        (x, y), wide = label.at, sum(text_width(run.text, run.weight, run.size) for run in label.runs)
        left = x - wide * {Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0}[label.align]
        room = (left - 0.6, y - 0.6, left + wide + 0.6, y + label.runs[0].size)
        for code, ground in rooms.items():
            assert apart(room, ground), (label.text, code)
    moons = [
        box(corners(s.path)) for s in drawn.shapes if isinstance(s, Outline) and s.role is Role.NAIL_MOON
    ]
    for code, ground in rooms.items():
        assert all(apart(ground, moon) for moon in moons), code


@each_view
def test_a_number_stands_at_the_far_end_of_its_own_pass_and_lies_over_no_track(view: View) -> None:
    drawn = picture(view, marks())
    far = {code: next(tracks(drawn, code)).points[0] for code in PASSES}
    for code, (left, low, right, high) in numerals(view).items():
        middle = ((left + right) / 2, (low + high) / 2)
        nearest = min(far, key=lambda one: dist(far[one], middle))
        assert nearest == code
        assert dist(far[code], middle) < 5.5
        for other in PASSES:
            points = next(tracks(drawn, other)).points
            on = sum(left < x < right and low < y < high for x, y in points)
            assert on <= (1 if other == code else 0), (code, other)


def test_a_number_for_a_pass_that_no_anatomy_knows_is_a_fault() -> None:
    with pytest.raises(KeyError):
        hand_picture(marks(), VIEWS[0], CAPTIONS, numbers={"RH-6-PIP-rad-dis": 1})


def found(kind: FindingKind, where: str, view: View = VIEWS[0]) -> list[Shape]:
    bare = hand_picture(marks(), view, CAPTIONS)
    drawn = hand_picture(marks(), view, CAPTIONS, findings=(FindingMark(kind, where),))
    before = {id(shape) for shape in bare.shapes}
    return [shape for shape in drawn.shapes if id(shape) not in before]


def form(shapes: list[Shape]) -> tuple[tuple[str, int], ...]:
    """What a printer without colour shows: kinds of shapes, with the corners and the dashes of outlines."""
    told = []
    for shape in shapes:
        # A square stands on its edge and a diamond on its corner.
        level = isinstance(shape, Outline) and len({round(y, 2) for _, y in corners(shape.path)}) == 2
        dashes = 100 if isinstance(shape, Outline) and shape.role is Role.FINDING_DASHED else 0
        told.append(
            (
                type(shape).__name__,
                len(shape.path.cubics) + dashes + 50 * level if isinstance(shape, Outline) else 0,
            )
        )
    return tuple(told)


@pytest.mark.parametrize("where", ["RH-3", "RH-3-PIP-rad", "RH-3-PIP-rad-dis"])
def test_no_two_kinds_look_alike_at_any_place(where: str) -> None:
    assert len({form(found(kind, where)) for kind in FindingKind}) == len(FindingKind)


@each_view
@pytest.mark.parametrize("kind", FindingKind)
def test_a_finding_is_drawn_at_the_place_it_is_about(view: View, kind: FindingKind) -> None:
    for where in (*FINGERS, *SITES, *PASSES):
        ground = next(s for s in found(kind, where, view) if isinstance(s, Outline))
        left, low, right, high = box(corners(ground.path))
        middle = ((left + right) / 2, (low + high) / 2)
        finger = FINGERS["-".join(where.split("-")[:2])]
        place = place_of(finger.hand, view).point
        outline = right_hand(view.face)
        if where in SITES:
            assert dist(middle, place(outline.site(SITES[where]))) < 2.0
        elif where in PASSES:
            assert min(dist(middle, place(point)) for point in outline.track(PASSES[where])) < 3.5
        else:
            assert dist(middle, place(outline.spots[finger.digit][0])) < 2.0


def test_findings_at_the_same_place_do_not_hide_each_other() -> None:
    kinds = (FindingKind.ULCER, FindingKind.CONTRACTURE, FindingKind.OTHER)
    drawn = hand_picture(
        marks(), VIEWS[0], CAPTIONS, findings=tuple(FindingMark(kind, "RH-2") for kind in kinds)
    )
    grounds = [
        box(corners(s.path)) for s in drawn.shapes if isinstance(s, Outline) and s.role is Role.FINDING
    ]
    assert len(grounds) == 3
    assert all(apart(one, other) for one, other in combinations(grounds, 2))


@each_view
@pytest.mark.parametrize("hand", Hand)
@pytest.mark.parametrize("digit", Digit)
def test_a_finger_ends_where_its_part_is_missing(view: View, hand: Hand, digit: Digit) -> None:
    code, finger = next((code, one) for code, one in FINGERS.items() if one == (hand, digit))
    tip = digit_region(finger, view)[len(digit_region(finger, view)) // 2]
    gaps = {}
    joints = right_hand(view.face).ends[digit]
    assert tuple(joints) == (("MCP", "IP") if digit is Digit.THUMB else ("MCP", "PIP", "DIP"))
    for joint in joints:
        drawn = hand_picture(
            marks(), view, CAPTIONS, findings=(FindingMark(FindingKind.MISSING, code, joint),)
        )
        by_role = {s.role: corners(s.path) for s in drawn.shapes if isinstance(s, Outline)}
        assert min(dist(tip, point) for point in by_role[Role.MISSING_GHOST]) < 3.0
        end = by_role[Role.MISSING_END]
        gaps[joint] = dist(tip, end[len(end) // 2])
        # What is missing covers this finger's tip and no part of another finger.
        assert min(dist(tip, point) for point in by_role[Role.MISSING_GROUND]) < 3.0
        others = [c for c in PASSES.values() if c.finger != finger]
        place = {c.code: place_of(c.site.hand, view).line(right_hand(view.face).track(c)) for c in others}
        assert all(
            min(dist(p, q) for p in by_role[Role.MISSING_GROUND] for q in line) > 3.0
            for line in place.values()
        )
    assert list(gaps.values()) == sorted(gaps.values(), reverse=True)


def test_a_joint_that_the_finger_lacks_is_a_fault() -> None:
    with pytest.raises(KeyError):
        hand_picture(marks(), VIEWS[0], CAPTIONS, findings=(FindingMark(FindingKind.MISSING, "RH-1", "DIP"),))


@each_view
def test_the_chosen_finger_and_site_are_marked_and_nothing_else(view: View) -> None:
    for code in (*FINGERS, *SITES, *PASSES):
        drawn = full_picture(view, code)
        chosen = {Role.SELECTED, Role.SELECTED_SITE, Role.SELECTED_FINGER}
        assert {s.about for s in drawn.shapes if not isinstance(s, Label) and s.role in chosen} == {code}


@each_view
def test_signs_are_bars_and_dots_and_never_rings_of_a_site(view: View) -> None:
    for site in SITES:
        shapes = found(FindingKind.ULCER, site, view)
        assert not any(isinstance(shape, Ring | Bar) for shape in shapes)
