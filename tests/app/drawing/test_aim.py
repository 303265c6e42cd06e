"""What is hit is what is named: fingers, entry sites and passes, in every view, also when something else is near."""

import pytest

from app.drawing.aim import Aim, aimed_at, finger_at, focus_on_finger, pass_at, places, site_at
from app.drawing.fingers import FINGERS, finger_code, finger_of
from app.drawing.outline import right_hand
from app.drawing.shapes import Label, Ring, along
from app.drawing.standpoint import place_of
from injection_plan.anatomy import PASSES, SITES
from injection_plan.views import View
from tests.app.drawing.drawn import VIEWS, full_picture, picture, tracks

each_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")


@each_view
@pytest.mark.parametrize("code", FINGERS)
def test_a_finger_is_hit_on_its_axis_and_at_its_words(view: View, code: str) -> None:
    finger = FINGERS[code]
    for drawn in (picture(view), full_picture(view)):
        words = next(shape for shape in drawn.shapes if isinstance(shape, Label) and shape.about == code)
        spots = place_of(finger.hand, view).line(right_hand(view.face).spots[finger.digit])
        for point in (*spots, words.at):
            assert finger_at(drawn, point) == finger
            assert aimed_at(drawn, point, Aim.FINGER) == code
            assert aimed_at(drawn, point, Aim.ANY) == code


@each_view
@pytest.mark.parametrize("code", SITES)
def test_an_entry_site_is_hit_at_its_ring_whatever_lies_around_it(view: View, code: str) -> None:
    for drawn in (picture(view), full_picture(view, code)):
        centre = next(s for s in drawn.shapes if isinstance(s, Ring) and s.about == code).centre
        near = (centre[0] + 1.5, centre[1] - 1.5)
        assert site_at(drawn, near) == code
        assert aimed_at(drawn, near, Aim.SITE) == code
        assert aimed_at(drawn, near, Aim.ANY) == code
        assert finger_at(drawn, near) == SITES[code].finger


@each_view
@pytest.mark.parametrize("code", PASSES)
def test_a_pass_is_hit_on_its_track_and_at_its_number(view: View, code: str) -> None:
    drawn = full_picture(view, code)
    middle = along(next(tracks(drawn, code)).points, 0.5)[0]
    number = next(s for s in drawn.shapes if isinstance(s, Label) and s.about == code and s.text.isdigit())
    x, y = number.at
    assert (
        pass_at(drawn, middle)
        == aimed_at(drawn, middle, Aim.PASS)
        == aimed_at(drawn, middle, Aim.ANY)
        == code
    )
    assert pass_at(drawn, (x, y + number.runs[0].size / 3)) == code
    assert finger_at(drawn, middle) == PASSES[code].finger


@each_view
def test_far_from_both_hands_nothing_is_hit(view: View) -> None:
    drawn = full_picture(view)
    middle = place_of(next(iter(FINGERS.values())).hand, view).point((0.0, 20.0))
    for aim in Aim:
        assert aimed_at(drawn, middle, aim) is None
    assert finger_at(drawn, middle) is None


def test_a_picture_of_one_finger_still_tells_its_finger() -> None:
    view = VIEWS[0]
    for code, finger in FINGERS.items():
        near = focus_on_finger(full_picture(view), finger, 0.9)
        spot = place_of(finger.hand, view).point(right_hand(view.face).spots[finger.digit][0])
        assert finger_at(near, spot) == finger
        assert finger_code(finger) == code


def test_keys_can_walk_everything_that_can_be_hit() -> None:
    assert places(Aim.PASS) == tuple(PASSES)
    assert places(Aim.SITE) == tuple(SITES)
    assert places(Aim.FINGER) == tuple(FINGERS)
    assert sorted(places(Aim.ANY)) == sorted((*FINGERS, *SITES, *PASSES))
    assert places(Aim.ANY)[:4] == ("RH-1", "RH-1-MCP-rad", "RH-1-MCP-rad-dis", "RH-1-MCP-uln")
    assert [finger_of(code) for code in FINGERS] == list(FINGERS.values())
