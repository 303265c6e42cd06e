"""The form of a new case: what is accepted, and the one sentence for each thing that is wrong."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.read_models import new_case_form as form
from app.read_models.new_case_form import FillText, NewCaseText, drawn_up_in_all
from injection_plan.events import SyringeFill
from injection_plan.volume import Volume
from tests.app.read_models.forms import GOOD, check, with_fill


def test_a_careful_form_becomes_a_case_as_it_was_typed() -> None:
    case = check(GOOD).case
    assert case is not None
    assert (case.participant, case.centre) == ("01-0107", "01")
    assert (case.performer.name, case.verifier.name) == ("Wei Zhang", "Na Li")
    assert (case.prepared, case.lot) == (Volume(10_000), "C800-2231")
    assert case.ready_at == datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    assert case.fills[9] == SyringeFill(syringe=10, drawn_up=Volume(1000), mark=Volume(1000))


def test_decimal_point_and_comma_are_both_read() -> None:
    case = check(replace(with_fill(3, "0,95", "0.9"), prepared="10,5")).case
    assert case is not None
    assert case.prepared == Volume(10_500)
    assert case.fills[2] == SyringeFill(syringe=3, drawn_up=Volume(950), mark=Volume(900))


def test_what_nobody_recorded_is_nothing_and_never_a_guess() -> None:
    case = check(replace(GOOD, lot="", lot_not_recorded=True, ready="", ready_not_recorded=True)).case
    assert case is not None
    assert (case.lot, case.ready_at) == (None, None)


@pytest.mark.parametrize(
    "text,field,says",
    [
        (replace(GOOD, participant=""), form.PARTICIPANT, "Type the participant code."),
        (replace(GOOD, participant="1-107", participant_again="1-107"), form.PARTICIPANT, "1-107 does not"),
        (replace(GOOD, participant_again=""), form.PARTICIPANT_AGAIN, "a second time"),
        (replace(GOOD, participant_again="01-0170"), form.PARTICIPANT_AGAIN, "The two codes differ."),
        (replace(GOOD, centre=" "), form.CENTRE, "Type the centre."),
        (replace(GOOD, centre="c" * 121), form.CENTRE, "at most 120"),
        (replace(GOOD, performer=""), form.PERFORMER, "the surgeon's full name"),
        (replace(GOOD, verifier="N"), form.VERIFIER, "the nurse's full name"),
        (replace(GOOD, verifier="wei  ZHANG"), form.VERIFIER, "two different people"),
        (replace(GOOD, performer="practice surgeon"), form.PERFORMER, "practice people"),
        (replace(GOOD, prepared=""), form.PREPARED, "Type the volume"),
        (replace(GOOD, prepared="0"), form.PREPARED, "more than 0 mL"),
        (replace(GOOD, prepared="ten"), form.PREPARED, "as a number"),
        (replace(GOOD, prepared="10,000"), form.PREPARED, "mean a thousand"),
        (replace(GOOD, prepared="9,5"), form.PREPARED, "hold 10 mL, which is more than the 9.5 mL"),
        (replace(GOOD, lot=""), form.LOT, "tick that it was not recorded"),
        (replace(GOOD, lot_not_recorded=True), form.LOT, "not both"),
        (replace(GOOD, ready=""), form.READY, "tick that it was not recorded"),
        (replace(GOOD, ready="soon"), form.READY, "Write the time"),
        (replace(GOOD, ready="25:10"), form.READY, "Write the time"),
        (replace(GOOD, ready="10:31"), form.READY, "lies in the future"),
        (replace(GOOD, ready="2026-11-01 10:05"), form.READY, "more than seven days"),
        (replace(GOOD, ready="2026-02-30 10:05"), form.READY, "Write the time"),
        (with_fill(4, "", "1"), form.drawn_up_field(4), "Type the volume"),
        (with_fill(4, "1", "05"), form.mark_field(4), "missing after the zero"),
        (with_fill(4, "1", "0.755"), form.mark_field(4), "finer than can be read"),
        (with_fill(4, "0.8", "0.9"), form.mark_field(4), "above what was drawn up"),
        (with_fill(4, "1.2", "1.1"), form.mark_field(4), "above the size of the syringe, 1 mL"),
        (replace(GOOD, approved=False), form.APPROVED, "approval of the plan is missing"),
    ],
)
def test_each_thing_wrong_is_said_at_its_field(text: NewCaseText, field: str, says: str) -> None:
    checked = check(text)
    assert checked.case is None
    assert says in checked.problems[field]


def test_an_empty_form_says_everything_at_once() -> None:
    empty = NewCaseText(fills=tuple(FillText(number) for number in range(1, 11)))
    assert len(check(empty).problems) == 9 + 20


def test_only_one_field_is_called_wrong_for_one_mistake() -> None:
    assert list(check(with_fill(4, "0.8", "0.9")).problems) == [form.mark_field(4)]


def test_the_practice_people_are_at_home_in_practice() -> None:
    surgeon, nurse = form.practice_people()
    assert check(replace(GOOD, performer=surgeon, verifier=nurse), practice=True).case is not None


def test_a_yesterday_with_its_date_is_accepted() -> None:
    case = check(replace(GOOD, ready="2026-11-21 23:50")).case
    assert case is not None
    assert case.ready_at == datetime(2026, 11, 21, 22, 50, tzinfo=UTC)


def test_the_sum_drawn_up_says_which_syringes_are_open() -> None:
    assert drawn_up_in_all(GOOD) == "10 mL"
    assert drawn_up_in_all(with_fill(4, "", "")) == "9 mL so far, still open: 1"
