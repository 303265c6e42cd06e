"""Both faces from both standpoints: the picture says the same hand, finger and side as the code."""

from math import dist

import pytest

from app.drawing.aim import pass_at
from app.drawing.hand_picture import digit_region
from app.drawing.outline import right_hand
from app.drawing.shapes import Label, Point, Ring, along
from app.drawing.standpoint import BOTTOM, MIRROR, TOP, WIDTH, place_of
from injection_plan.anatomy import PASSES, SITES, Digit, Direction, Finger, Hand, Pass, Side
from injection_plan.views import Face, Standpoint, View
from tests.app.drawing.drawn import CAPTIONS, VIEWS, picture, tracks

FINGERS = tuple(Finger(hand, digit) for hand in Hand for digit in Digit)
each_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
each_pass = pytest.mark.parametrize("one", PASSES.values(), ids=lambda one: one.code)


def inside(point: Point, corners: tuple[Point, ...]) -> bool:
    """Whether a point lies in a polygon, by the crossings of a ray to its right."""
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossed = not crossed
    return crossed


def side_of_axis(point: Point, finger: Finger, view: View) -> float:
    """How far a point lies to the right of the line from a finger's base to its tip, as the picture shows it."""
    corners = digit_region(finger, view)
    half = len(corners) // 2
    base = ((corners[0][0] + corners[-1][0]) / 2, (corners[0][1] + corners[-1][1]) / 2)
    tip = corners[half]
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    return float((point[0] - base[0]) * dy - (point[1] - base[1]) * dx)


def right_side_is_radial(hand: Hand, view: View) -> bool:
    """What the table says, fingertip ahead: turning the palm up swaps the sides, and so does the other hand."""
    return (hand is Hand.RIGHT) == (view.face is Face.PALMAR)


def test_mirroring_twice_changes_nothing() -> None:
    twice = MIRROR.then(MIRROR)
    assert all(twice.point(point) == point for point in ((3.0, 4.0), (-90.5, 120.25), (0.0, -7.0)))


def test_walking_around_the_table_twice_changes_nothing() -> None:
    for hand in Hand:
        for face in Face:
            near, far = (place_of(hand, View(face, standpoint)) for standpoint in Standpoint)
            x, y = near.point((-31.0, 64.0))
            assert far.point((-31.0, 64.0)) == pytest.approx((-x, TOP + BOTTOM - y))


@each_view
def test_each_hand_lies_where_the_table_says(view: View) -> None:
    right = place_of(Hand.RIGHT, view).point((0.0, 0.0))[0]
    left = place_of(Hand.LEFT, view).point((0.0, 0.0))[0]
    assert (right > left) == (view.standpoint is Standpoint.PATIENT)
    tip = place_of(Hand.RIGHT, view).point((0.0, 180.0))[1]
    wrist = place_of(Hand.RIGHT, view).point((0.0, 0.0))[1]
    assert (tip > wrist) == (view.standpoint is Standpoint.PATIENT)


@each_view
@pytest.mark.parametrize("hand", Hand)
def test_thumbs_point_inward_with_the_backs_up_and_outward_with_the_palms_up(view: View, hand: Hand) -> None:
    place = place_of(hand, view)
    wrist, thumb = place.point((0.0, 0.0)), place.point(right_hand(view.face).labels[Digit.THUMB].at)
    assert (abs(thumb[0]) < abs(wrist[0])) == (view.face is Face.DORSAL)


@each_view
@each_pass
def test_the_geometry_says_what_the_code_says(view: View, one: Pass) -> None:
    drawn = picture(view)
    points = next(tracks(drawn, one.code)).points
    middle = along(points, 0.5)[0]
    # the hand: on its own half, under its own caption
    captions = {shape.about: shape for shape in drawn.shapes if isinstance(shape, Label)}
    mine, other = (
        captions[one.site.hand.value],
        captions[next(h for h in Hand if h is not one.site.hand).value],
    )
    assert abs(mine.at[0] - middle[0]) < abs(other.at[0] - middle[0])
    assert mine.text == CAPTIONS.hands[one.site.hand]
    # the finger: inside its own digit and no other
    around = [finger for finger in FINGERS if inside(middle, digit_region(finger, view))]
    assert around == [one.finger]
    # the side: radial is toward the thumb
    right = side_of_axis(middle, one.finger, view) > 0
    radial_is_right = right_side_is_radial(one.site.hand, view)
    assert right == (radial_is_right == (one.site.side is Side.RADIAL))
    # the direction: a fingertip pass starts nearer to the tip than its joint does
    label = captions[one.code[:4]].at
    start, joint = points[0], points[-1]
    assert (dist(start, label) < dist(joint, label)) == (one.direction is Direction.FINGERTIP)
    # the hit region
    assert pass_at(drawn, middle) == one.code


@each_view
@pytest.mark.parametrize("hand", Hand)
def test_a_fingers_radial_site_is_nearer_the_thumb(view: View, hand: Hand) -> None:
    outline, place = right_hand(view.face), place_of(hand, view)
    thumb = place.point(outline.labels[Digit.THUMB].at)
    for radial in (site for site in SITES.values() if site.hand is hand and site.side is Side.RADIAL):
        ulnar = next(s for s in SITES.values() if s.finger == radial.finger and s.side is Side.ULNAR)
        if radial.digit is Digit.THUMB:
            continue  # its sides are spelt in words, and told from the index finger below
        near, far = (dist(place.point(outline.site(site)), thumb) for site in (radial, ulnar))
        assert near < far
    index = place.point(outline.labels[Digit.INDEX].at)
    mine = [s for s in SITES.values() if s.finger == Finger(hand, Digit.THUMB)]
    gap = {site.side: dist(place.point(outline.site(site)), index) for site in mine}
    assert gap[Side.ULNAR] < gap[Side.RADIAL]


@each_view
def test_every_site_lies_inside_its_digit(view: View) -> None:
    for site in SITES.values():
        point = place_of(site.hand, view).point(right_hand(view.face).site(site))
        found = [f for f in FINGERS if inside(point, digit_region(f, view))]
        assert found == [site.finger], site.code
        assert any(
            isinstance(s, Ring) and s.about == site.code and s.centre == point for s in picture(view).shapes
        )


@each_view
def test_every_pass_of_every_protocol_has_a_place_inside_the_picture(view: View) -> None:
    drawn = picture(view)
    assert len(PASSES) == 36
    for code in PASSES:
        for x, y in next(tracks(drawn, code)).points:
            assert abs(x) < WIDTH / 2
            assert BOTTOM < y < TOP


@each_view
def test_the_thumbs_sites_are_named_in_words(view: View) -> None:
    drawn = picture(view)
    for site in (s for s in SITES.values() if s.digit is Digit.THUMB):
        words = [
            shape.text for shape in drawn.shapes if isinstance(shape, Label) and shape.about == site.code
        ]
        assert words == [site.side.value]


def test_both_faces_are_the_same_hand_from_either_side() -> None:
    back, palm = right_hand(Face.DORSAL), right_hand(Face.PALMAR)
    assert [(-x, y) for x, y in (back.site(s) for s in SITES.values())] == [
        palm.site(s) for s in SITES.values()
    ]
    assert len(back.nails) == 5
    assert not palm.nails


def test_tracks_keep_to_the_skin_and_end_between_web_and_pulp() -> None:
    outline = right_hand(Face.DORSAL)
    for one in (p for p in PASSES.values() if p.site.hand is Hand.RIGHT):
        points = outline.track(one)
        assert points[-1] == outline.site(one.site)
        assert all(inside(point, outline.region(one.site.digit)) for point in points)
