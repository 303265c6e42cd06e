"""The set-up of a case: every slip has one sentence at its field, and another arm keeps no case."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from tests.app.read_models.forms import GOOD, check


def test_a_careful_set_up_is_accepted_as_it_stands() -> None:
    checked = check(GOOD)
    assert checked.problems == {}
    assert checked.set_up is not None
    assert checked.set_up.participant == "01-0107"
    assert checked.set_up.allocation is not None
    assert checked.set_up.allocation.told_at == datetime(2026, 11, 19, 13, 5, tzinfo=UTC)
    assert (checked.set_up.performer.name, checked.set_up.verifier.name) == ("Wei Zhang", "Na Li")


@pytest.mark.parametrize(
    "field,typed,sentence",
    [
        ("participant", "", "Type or scan the participant code."),
        ("participant", "1-107", "1-107 does not have the form of a participant code of this protocol"),
        ("participant", "01-01070", "01-01070 does not have the form"),
        ("participant_again", "", "Type the participant code a second time."),
        ("participant_again", "01-0170", "The two codes differ."),
        ("centre", " ", "Type the centre."),
        ("centre", "x" * 121, "Use at most 120 letters."),
        ("arm", "", "Choose what the randomisation system answered."),
        ("told_by", "", "Type who told the allocation, and to whom."),
        ("told_at", "", "Type when it was told."),
        ("told_at", "yesterday", "Write the time as 10:05"),
        ("told_at", "2026-13-01 10:00", "Write the time as 10:05"),
        ("told_at", "2026-11-23 10:00", "That time lies in the future."),
        ("told_at", "2016-11-01 10:00", "That is more than ten years ago."),
        ("reference", "", "Type the reference of the answer."),
        ("performer", "W", "Type the surgeon's full name."),
        ("verifier", "", "Type the nurse's full name."),
        ("verifier", "wei  ZHANG", "Surgeon and nurse must be two different people."),
        ("verifier", "x" * 121, "Use at most 120 letters."),
        ("performer", "practice Surgeon", "This is one of the two practice people"),
    ],
)
def test_a_slip_has_one_sentence_at_its_field(field: str, typed: str, sentence: str) -> None:
    checked = check(replace(GOOD, **cast("dict[str, Any]", {field: typed})))
    assert checked.set_up is None
    assert checked.problems[field].startswith(sentence)


def test_a_scanned_code_is_not_typed_again() -> None:
    scanned = replace(GOOD, participant_again="", scanned=True)
    assert check(scanned).set_up is not None
    assert "participant" in check(replace(scanned, participant="01-107")).problems


def test_another_arm_has_nothing_to_inject_and_no_set_up() -> None:
    checked = check(replace(GOOD, arm="Standard treatment"))
    assert checked.problems == {}
    assert checked.set_up is None
    assert checked.nothing_to_inject == (
        "Standard treatment: there is nothing to inject, and no case is kept."
    )


def test_the_practice_people_act_in_practice_only() -> None:
    people = replace(GOOD, performer="Practice surgeon", verifier="Practice nurse")
    assert check(people, practice=True).set_up is not None
    assert check(people).problems.keys() == {"performer", "verifier"}


def test_what_is_on_disk_of_an_open_case_is_not_questioned_again() -> None:
    checked = check(replace(GOOD, participant_again="", centre="", verifier=""), is_open=True)
    assert checked.problems.keys() == {"verifier"}
    open_case = check(replace(GOOD, arm="", told_at="tomorrow"), is_open=True).set_up
    assert open_case is not None
    assert open_case.allocation is None


def test_problems_come_in_the_order_of_the_page() -> None:
    checked = check(replace(GOOD, verifier="", participant="", reference=""))
    assert list(checked.problems) == ["participant", "participant_again", "reference", "verifier"]
