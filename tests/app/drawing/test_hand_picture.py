"""Every state has a shape of its own, the fixed words are always there, and coming closer loses none that matter."""

from dataclasses import replace

import pytest

from app.drawing.aim import focus_on_finger, pass_at
from app.drawing.hand_picture import hand_picture
from app.drawing.marks import MarkState, PassMark
from app.drawing.shapes import Arrow, Bar, Label, Outline, Ring, Role, Shape, Tick, Track, along, arrow_head
from injection_plan.anatomy import PASSES, Digit, Finger, Hand
from injection_plan.views import Face, Standpoint, View
from tests.app.drawing.drawn import CAPTIONS, LABELS, VIEWS, every_state, marks, picture, tracks

VIEW = View(Face.DORSAL, Standpoint.PATIENT)
CODE = "RH-2-PIP-rad-dis"


def about(code: str, state: MarkState) -> list[Shape]:
    drawn = hand_picture(marks(**{code.replace("-", "_"): state}), VIEW, CAPTIONS)
    return [shape for shape in drawn.shapes if not isinstance(shape, Outline) and shape.about == code]


def form(shapes: list[Shape]) -> tuple[str, ...]:
    """What remains of a state on a black-and-white printer: kinds of shapes, and dashes and breadth by role."""
    return tuple(sorted({f"{type(shape).__name__} {getattr(shape, 'role', '')}" for shape in shapes}))


def test_no_two_states_look_alike() -> None:
    forms = {state: form(about(CODE, state)) for state in MarkState}
    assert len(set(forms.values())) == len(MarkState)


@pytest.mark.parametrize(
    "state, kind",
    [
        (MarkState.CURRENT, Arrow),
        (MarkState.VERIFIED, Tick),
        (MarkState.OMITTED, Bar),
        (MarkState.NOT_PLANNED, Bar),
    ],
)
def test_a_state_is_more_than_a_colour(state: MarkState, kind: type) -> None:
    assert any(isinstance(shape, kind) for shape in about(CODE, state))
    assert not any(isinstance(shape, kind) for shape in about(CODE, MarkState.GIVEN))


@pytest.mark.parametrize("state, sign", [(MarkState.DIFFERS, "!"), (MarkState.UNKNOWN, "?")])
def test_what_needs_a_look_carries_a_sign(state: MarkState, sign: str) -> None:
    assert [shape.text for shape in about(CODE, state) if isinstance(shape, Label)] == [sign]


def ring(drawn_marks: dict[str, PassMark], site: str) -> tuple[Role, bool]:
    drawn = hand_picture(drawn_marks, VIEW, CAPTIONS)
    rings = [shape for shape in drawn.shapes if isinstance(shape, Ring) and shape.about == site]
    ticked = any(isinstance(shape, Tick) and shape.about == site for shape in drawn.shapes)
    assert len(rings) == 1
    return rings[0].role, ticked


def test_a_site_is_ticked_when_both_of_its_passes_are_verified() -> None:
    one = marks(RH_2_PIP_rad_dis=MarkState.VERIFIED)
    both = marks(RH_2_PIP_rad_dis=MarkState.VERIFIED, RH_2_PIP_rad_prx=MarkState.VERIFIED)
    assert ring(one, "RH-2-PIP-rad") == (Role.RING_PLANNED, False)
    assert ring(both, "RH-2-PIP-rad") == (Role.RING_VERIFIED, True)


def test_the_current_pass_is_louder_than_the_other_one_of_its_site() -> None:
    drawn_marks = marks(RH_2_PIP_rad_dis=MarkState.VERIFIED, RH_2_PIP_rad_prx=MarkState.CURRENT)
    assert ring(drawn_marks, "RH-2-PIP-rad") == (Role.RING_CURRENT, False)


def test_a_pass_without_a_mark_is_not_planned_and_an_unknown_code_is_a_fault() -> None:
    drawn = hand_picture({}, VIEW, CAPTIONS)
    assert {track.role for track in tracks(drawn, CODE)} == {Role.NOT_PLANNED}
    with pytest.raises(KeyError):
        hand_picture({"RH-6-PIP-rad-dis": PassMark("RH-6-PIP-rad-dis", MarkState.GIVEN)}, VIEW, CAPTIONS)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_the_fixed_words_are_always_there(view: View) -> None:
    drawn = hand_picture({}, view, CAPTIONS)
    words = [shape.text for shape in drawn.shapes if isinstance(shape, Label)]
    wanted = [*CAPTIONS.hands.values(), *(2 * [*CAPTIONS.digits.values(), *CAPTIONS.sides.values()])]
    assert sorted(words) == sorted(wanted)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_a_fingers_amount_reads_above_its_name_and_clear_of_its_tip(view: View) -> None:
    drawn = picture(view)
    for finger in LABELS:
        front = next(code for code, one in PASSES.items() if one.finger == finger)[:4]
        labels = {
            shape.text: shape for shape in drawn.shapes if isinstance(shape, Label) and shape.about == front
        }
        amount, name = labels["0.25 of 1 mL"], labels[finger.digit.value]
        assert amount.at[1] > name.at[1]
        assert amount.at[0] == name.at[0]
        tips = [
            p[1]
            for code, one in PASSES.items()
            if one.finger == finger
            for p in next(tracks(drawn, code)).points
        ]
        if view.fingers_up:
            assert name.at[1] > max(tips)
        else:
            assert amount.at[1] + amount.runs[0].size < min(tips)


def test_nothing_is_chosen_far_from_every_pass() -> None:
    drawn = picture(VIEW)
    assert pass_at(drawn, (0.0, 0.0)) is None
    point = next(tracks(drawn, CODE)).points[0]
    assert pass_at(drawn, (point[0], point[1])) == CODE
    assert pass_at(drawn, (point[0] - 5.0, point[1])) == CODE
    assert pass_at(drawn, (point[0] - 5.0, point[1]), reach=3.0) is None


def test_the_selected_pass_is_cased_and_no_other() -> None:
    drawn = hand_picture(every_state(), VIEW, CAPTIONS, selected=CODE)
    assert [
        shape.about for shape in drawn.shapes if isinstance(shape, Track) and shape.role is Role.SELECTED
    ] == [CODE]


def test_the_arrow_travels_from_the_far_end_to_the_joint() -> None:
    arrow = next(shape for shape in picture(VIEW).shapes if isinstance(shape, Arrow))
    start, end = arrow.points[0], arrow.points[-1]
    heads = [arrow_head(replace(arrow, travelled=part))[0] for part in (0.0, 0.5, 1.0)]
    gaps = [(x - end[0]) ** 2 + (y - end[1]) ** 2 for x, y in heads]
    assert gaps[0] > gaps[1] > gaps[2]
    assert gaps[2] ** 0.5 == pytest.approx(arrow.clear, abs=0.05)
    assert along(arrow.points, 0.0)[0] == start


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
@pytest.mark.parametrize("finger", LABELS, ids=lambda finger: f"{finger.hand}-{finger.digit}")
def test_coming_closer_keeps_the_hands_name_and_every_pass_of_the_finger(view: View, finger: Finger) -> None:
    near = focus_on_finger(picture(view), finger, 0.9)
    assert near.width / near.height == pytest.approx(0.9)
    words = [shape.text for shape in near.shapes if isinstance(shape, Label)]
    assert CAPTIONS.hands[finger.hand] in words
    assert CAPTIONS.hands[next(hand for hand in Hand if hand is not finger.hand)] not in words
    assert set(words) & {digit.value for digit in Digit} == {finger.digit.value}
    for code in (code for code, one in PASSES.items() if one.finger == finger):
        for x, y in next(tracks(near, code)).points:
            assert near.left < x < near.left + near.width
            assert near.bottom + 15.0 < y < near.bottom + near.height
            assert pass_at(near, (x, y)) is not None
