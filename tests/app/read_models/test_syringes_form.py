"""The two sheets of the syringes: what is accepted on each, and that the second knows nothing of the first."""

from dataclasses import replace

import pytest

from app.read_models.blind_check import ReadingsCheck, check_readings
from app.read_models.field_said import Bearing
from app.read_models.syringes_check import FillsCheck, check_fills
from app.read_models.syringes_form import (
    FillsText,
    FillText,
    ReadingsText,
    ReadingText,
    kept_fills,
    kept_readings,
    same_for_all,
    stored_fills,
)
from app.read_models.syringes_words import counts, fill_states, reading_states, team_names
from injection_plan import commands
from injection_plan.people import Person
from injection_plan.product import Process, SyringeCheck, SyringeFill
from injection_plan.volume import Volume
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SECOND_NURSE, SURGEON


def sheet(*fills: FillText, filler: str = "Na Li", case: Case | None = None) -> FillsText:
    given = {fill.syringe: fill for fill in fills}
    rows = tuple(given.get(number, FillText(number)) for number in range(1, 11))
    if case is not None:
        rows = tuple(given.get(row.syringe, row) for row in stored_fills(case.procedure).fills)
    return FillsText(rows, filler)


def look(text: FillsText, case: Case | None = None) -> FillsCheck:
    return check_fills(text, (case or Case().with_product()).procedure)


def read(
    *marks: tuple[int, str], checker: str = "Practice surgeon", case: Case | None = None
) -> ReadingsCheck:
    text = ReadingsText(tuple(ReadingText(number, mark) for number, mark in marks), checker)
    return check_readings(text, (case or filled()).procedure)


def filled(mark: int = 970) -> Case:
    fills = tuple(
        SyringeFill(syringe=number, drawn_up=ul(1000), mark=ul(mark), label=f"S{number}")
        for number in range(1, 11)
    )
    return Case().with_product().do(commands.FillSyringes(fills=fills, by=NURSE))


def checked(case: Case, number: int, mark: int) -> Case:
    checks = (SyringeCheck(syringe=number, mark=ul(mark)),)
    return case.do(commands.CheckSyringes(checks=checks, by=SURGEON))


def test_what_is_typed_becomes_fills_and_the_rest_may_stay_empty() -> None:
    check = look(sheet(FillText(1, " A1 ", "1,02", "1"), FillText(3, "", "0.95 mL", "0.9")))
    assert check.command == commands.FillSyringes(
        fills=(
            SyringeFill(syringe=1, drawn_up=Volume(1020), mark=Volume(1000), label="A1"),
            SyringeFill(syringe=3, drawn_up=Volume(950), mark=Volume(900)),
        ),
        by=Person(name="Na Li"),
    )
    assert check.in_all == "1.97 mL of 10 mL prepared"
    assert look(sheet()).command is None
    assert not look(sheet(filler="")).holds_back


@pytest.mark.parametrize(
    "row,field,says",
    [
        (FillText(4, "A"), "drawn_up.4", "Type what was drawn up."),
        (FillText(4, "", "1"), "mark.4", "Type the mark"),
        (FillText(4, "", "05", "1"), "drawn_up.4", "missing after the zero"),
        (FillText(4, "", "1 L", "1"), "drawn_up.4", "1 L would be 1000 mL"),
        (FillText(4, "", "0", "1"), "drawn_up.4", "more than 0 mL"),
        (FillText(4, "", "1", "0.755"), "mark.4", "finer than can be read"),
        (FillText(4, "", "0.8", "0.9"), "mark.4", "above what was drawn up"),
        (FillText(4, "", "1.2", "1.1"), "mark.4", "above the size of the syringe, 1 mL"),
        (FillText(4, "01-0108/4", "1", "1"), "label.4", "The label 01-0108/4 is another participant's"),
        (FillText(4, "x" * 121, "1", "1"), "label.4", "at most 120"),
        (FillText(4, "", "10.5", "1"), "in_all", "hold 10.5 mL, which is more than the 10 mL"),
    ],
)
def test_each_thing_wrong_with_a_fill_is_said_at_its_field(row: FillText, field: str, says: str) -> None:
    check = look(sheet(row))
    assert check.command is None
    assert says in check.said[field].sentence


@pytest.mark.parametrize("label", ["C800-2231", "01-0107 syringe 4"])
def test_a_lot_and_this_participants_code_are_no_other_participants(label: str) -> None:
    assert look(sheet(FillText(4, label, "1", "1"))).command is not None


def test_a_label_stands_on_one_syringe_however_it_is_written() -> None:
    rows = FillText(2, "ab-1", "1", "1"), FillText(5, "AB-1 ", "1", "1")
    check = look(sheet(*rows))
    assert check.said["label.5"].sentence == "This label is on syringe 2 already."
    assert "label.2" not in check.said


@pytest.mark.parametrize(
    "name,says",
    [("", "full name of who filled"), ("N", "full name"), ("n" * 121, "at most 120")],
)
def test_who_filled_is_named_in_full(name: str, says: str) -> None:
    check = look(sheet(FillText(1, "", "1", "1"), filler=name))
    assert says in check.said["filler"].sentence


def test_the_practice_people_stay_in_practice() -> None:
    case = Case().with_product()
    text = sheet(FillText(1, "", "1", "1"), filler="practice NURSE")
    assert check_fills(text, case.procedure).command is not None
    check = check_fills(text, replace(case.procedure, practice=False))
    assert "practice people" in check.said["filler"].sentence


def test_a_likely_slip_is_asked_about_until_it_is_confirmed_as_it_stands() -> None:
    text = sheet(FillText(1, "", "0.02", "0.02"))
    check = look(text)
    assert {check.said[name].bearing for name in ("drawn_up.1", "mark.1")} == {Bearing.QUESTIONED}
    confirmed = replace(text, confirmed=frozenset({("drawn_up.1", "0.02"), ("mark.1", "0.02")}))
    command = look(confirmed).command
    assert command is not None
    case = Case().with_product().do(command)
    assert not look(stored_fills(case.procedure), case).holds_back


def test_the_product_comes_first() -> None:
    check = look(sheet(FillText(1, "", "1", "1")), Case().with_team())
    assert "The product comes first" in check.said["in_all"].sentence
    assert check.in_all == "1 mL"


def test_the_sum_says_what_cannot_be_read_and_warns_of_the_sample() -> None:
    case = Case().with_team()
    process = Process(sample=ul(500))
    case.do(commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None, process=process))
    rows = [FillText(number, "", "1", "1") for number in range(1, 11)]
    check = look(sheet(*rows), case)
    assert check.command is not None
    assert check.said["in_all"].sentence == "This is more than the 9.5 mL that the sample of 0.5 mL leaves."
    unread = look(sheet(FillText(1, "", "1", "1"), FillText(2, "", "x", "1")), case)
    assert unread.in_all == "1 mL of 10 mL prepared, unreadable: 1"


def test_only_what_is_new_is_recorded_and_a_stored_fill_is_not_emptied() -> None:
    case = filled()
    assert look(sheet(case=case), case).command is None
    assert look(sheet(FillText(2, "S2", "1.0", ".97"), case=case), case).command is None
    command = look(sheet(FillText(2, "S2", "1", "0.95"), case=case), case).command
    assert command is not None
    assert [fill.syringe for fill in command.fills] == [2]
    emptied = look(sheet(FillText(2), case=case), case)
    assert "recorded as filled" in emptied.said["drawn_up.2"].sentence


def test_what_is_typed_stays_when_another_syringe_is_stored() -> None:
    case = Case().with_product()
    before = stored_fills(case.procedure)
    typed = FillsText((FillText(1, "A"), *before.fills[1:]), "Na Li")
    case.do(
        commands.FillSyringes(
            fills=(SyringeFill(syringe=2, drawn_up=ul(900), mark=ul(900)),), by=SECOND_NURSE
        )
    )
    after = kept_fills(typed, before, stored_fills(case.procedure))
    assert after.fills[:2] == (FillText(1, "A"), FillText(2, "", "0.9", "0.9"))
    assert after.filler == "Na Li"
    assert kept_fills(FillsText(()), FillsText(()), stored_fills(case.procedure)).filler == "Second nurse"


def test_one_row_speaks_for_every_empty_field_and_writes_over_none() -> None:
    case = Case().filled().eligible()
    little = ("LH-5-PIP-rad-dis", "LH-5-PIP-rad-prx", "LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
    case.do(commands.DraftPlan(plan=case.plan(*little)))
    text = same_for_all(sheet(FillText(3, "", "0.9")), "1", " 1 ", case.procedure)
    assert text.fills[2] == FillText(3, "", "0.9", "1")
    assert text.fills[0] == FillText(1, "", "1", "1")
    assert text.fills[9] == FillText(10)
    assert same_for_all(sheet(), "1", "", None).fills[9] == FillText(10, "", "1")


@pytest.mark.parametrize(
    "mark,says",
    [
        ("05", "missing after the zero"),
        ("0.755", "finer than can be read"),
        ("0", "more than 0 mL"),
        ("1.1", "above the size of the syringe, 1 mL"),
        ("0.02", "was another unit meant?"),
        ("1 L", "would be 1000 mL"),
    ],
)
def test_each_thing_wrong_with_a_reading_is_said_at_its_field(mark: str, says: str) -> None:
    check = read((3, mark))
    assert check.command is None
    assert says in check.said["reading.3"].sentence


def test_a_reading_above_what_was_drawn_up_is_taken_because_nothing_may_give_the_first_away() -> None:
    case = Case().with_product()
    fills = (SyringeFill(syringe=1, drawn_up=ul(500), mark=ul(500)),)
    case.do(commands.FillSyringes(fills=fills, by=NURSE))
    assert read((1, "0.9"), case=case).command is not None


def test_the_one_who_filled_does_not_read_and_somebody_is_named() -> None:
    filler = read((3, "1"), checker=" practice  nurse")
    assert filler.said["checker"].sentence == "practice nurse filled syringe 3: another person reads it."
    assert "who reads" in read((3, "1"), checker="").said["checker"].sentence
    assert read(checker="").said == {}


def test_a_reading_belongs_to_the_fill_that_stood_when_it_was_begun() -> None:
    case = filled()
    of = case.syringe(1).filled
    text = ReadingsText((ReadingText(1, "0.97", of),), "Practice surgeon")
    assert check_readings(text, case.procedure).command is not None
    again = check_readings(text, case.procedure, frozenset({1}))
    assert "filled anew" in again.said["reading.1"].sentence
    case.do(commands.FillSyringes(fills=case.fills()[:1], by=NURSE))
    assert "filled anew" in check_readings(text, case.procedure).said["reading.1"].sentence
    nothing = read((1, "0.97"), case=Case().with_product())
    assert "not recorded as filled" in nothing.said["reading.1"].sentence


def test_a_recorded_reading_leaves_its_field_blank_and_others_as_they_are() -> None:
    case = filled()
    before = case.procedure
    text = ReadingsText((ReadingText(1, "0,9"), ReadingText(2, "0.9")), "Practice surgeon")
    checked(case, 1, 900)
    after = kept_readings(text, before, case.procedure)
    assert after.readings == (ReadingText(1), ReadingText(2, "0.9"))
    assert kept_readings(text, case.procedure, case.procedure) == text


def test_both_values_are_said_on_the_first_sheet_and_none_on_the_second() -> None:
    case = checked(checked(filled(), 1, 960), 2, 900)
    first, second = fill_states(case.procedure), reading_states(case.procedure)
    assert (first[1].short, first[1].agrees) == ("agrees", True)
    assert first[2].said is not None
    assert "filled 0.97 mL (Practice nurse), read 0.9 mL (Practice surgeon)" in first[2].said.sentence
    assert first[3].whole == "filled by Practice nurse, not read yet"
    assert (second[1].whole, second[3].whole) == ("agrees, read by Practice surgeon", "to be read")
    assert second[2].said is not None
    assert not any(figure.isdigit() for one in second.values() for figure in one.whole)


def test_what_the_plan_leaves_out_may_stay_empty_and_is_not_counted() -> None:
    case = Case().with_product()
    assert fill_states(case.procedure)[10].short == "empty"
    little = ("LH-5-PIP-rad-dis", "LH-5-PIP-rad-prx", "LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
    case.do(commands.DraftPlan(plan=case.plan(*little)))
    assert fill_states(case.procedure)[10].short == "may stay empty"
    assert reading_states(case.procedure)[10].whole == "not filled yet"
    assert counts(case.procedure) == ("0 of 9", "0 of 9")
    assert team_names(case.procedure) == ("Practice nurse", "Practice surgeon")
