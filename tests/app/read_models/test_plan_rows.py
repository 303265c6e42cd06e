"""A plan as rows: whatever is left out and in whatever order, each pass stands there once, under its syringe."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app import wording
from app.drawing.marks import MarkState
from app.read_models.plan_hands import plan_labels, plan_marks, plan_picture
from app.read_models.plan_rows import plan_rows
from app.read_models.syringe_turns import turns
from injection_plan.anatomy import PASSES, Digit, Finger, Hand
from injection_plan.plan import LeftOut, Plan, plan_as_the_protocol_says
from injection_plan.views import EVERY_VIEW
from injection_plan.volume import Volume, total
from tests.stories.people import shipped_protocol

CODES = [one.aliquot for one in shipped_protocol().aliquots]


def plan_of(order: list[str], left_out: list[str], reason: str = "ulcer") -> Plan:
    return Plan(
        order=tuple(order), not_planned=tuple(LeftOut(aliquot=code, reason=reason) for code in left_out)
    )


@given(st.permutations(CODES), st.integers(0, len(CODES)))
def test_every_pass_stands_once_and_the_sums_agree(codes: list[str], planned: int) -> None:
    protocol = shipped_protocol()
    plan = plan_of(codes[:planned], codes[planned:])
    rows = plan_rows(protocol, plan)
    in_turn = turns(protocol, rows)
    assert [row.code for turn in in_turn for row in turn.rows] == codes[:planned]
    assert sorted(row.code for turn in in_turn for row in (*turn.rows, *turn.left_out)) == sorted(CODES)
    assert all(row.syringe == turn.syringe for turn in in_turn for row in (*turn.rows, *turn.left_out))
    assert [turn.again for turn in in_turn] == [
        turn.syringe in {one.syringe for one in in_turn[:place]} for place, turn in enumerate(in_turn)
    ]
    given_ = total(row.dose for row in rows.rows)
    assert given_ + total(row.dose for row in rows.left_out) == Volume(10_000)
    assert rows.totals.startswith(f"{planned} of 36 planned, {wording.volume(given_)}")
    assert rows.numbers == {code: place for place, code in enumerate(codes[:planned], start=1)}


def test_the_totals_are_said_in_one_phrase() -> None:
    protocol = shipped_protocol()
    left_out = ["LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx"]
    rows = plan_rows(protocol, plan_of([code for code in CODES if code not in left_out], left_out))
    assert rows.totals == "34 of 36 planned, 9.5 mL; 2 not planned, 0.5 mL"
    assert plan_rows(protocol, plan_as_the_protocol_says(protocol)).totals == "36 of 36 planned, 10 mL"
    short = [line for line in rows.syringes if line.is_short]
    assert [(line.number, line.planned) for line in short] == [(10, "2 planned, 0.5 mL")]


def test_a_reason_of_several_lines_stands_in_one() -> None:
    plan = plan_of(CODES[1:], CODES[:1], "ulcer,\n  seen by\tboth")
    assert plan_rows(shipped_protocol(), plan).left_out[0].reason == "ulcer, seen by both"


def test_a_syringe_that_was_laid_down_unfinished_is_taken_up_again() -> None:
    order = [CODES[0], *CODES[2:], CODES[1]]
    protocol = shipped_protocol()
    in_turn = turns(protocol, plan_rows(protocol, plan_of(order, [])))
    assert [(turn.syringe, turn.again) for turn in in_turn][-1] == (1, True)
    assert [turn.syringe for turn in in_turn] == [*range(1, 11), 1]


def test_a_finger_of_which_nothing_is_planned_stands_with_its_hand() -> None:
    protocol = shipped_protocol()
    left_out = [code for code in CODES if code.startswith("RH-1")]
    rows = plan_rows(protocol, plan_of([code for code in CODES if code not in left_out], left_out))
    assert [turn.syringe for turn in turns(protocol, rows)] == [2, 3, 4, 5, 1, 6, 7, 8, 9, 10]


def test_the_hands_show_what_is_planned_in_every_view() -> None:
    protocol = shipped_protocol()
    left_out = [code for code in CODES if code.startswith("RH-4")]
    rows = plan_rows(protocol, plan_of([code for code in CODES if code not in left_out], left_out))
    states = {code: mark.state for code, mark in plan_marks(rows).items()}
    assert {code for code, state in states.items() if state is MarkState.NOT_PLANNED} == set(left_out)
    assert set(states) == set(PASSES)
    label = plan_labels(rows)[Finger(Hand.RIGHT, Digit.RING)]
    assert (label.amount, label.rest, label.tone) == ("0", "of 1 mL", MarkState.NOT_PLANNED)
    for view in EVERY_VIEW:
        assert plan_picture(rows, view).shapes
