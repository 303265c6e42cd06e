"""The eligibility page as it is typed: what is compared, what is refused with which sentence, and what is stored."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.clock import Reading
from app.read_models.day_form import AnswerText, check_day, day_state, stored_answers
from app.read_models.eligibility_form import (
    INVESTIGATOR,
    NAME,
    NOTE,
    CriterionText,
    check_decision,
    check_screening,
    check_sign_off,
    known_investigator,
    read_criterion,
    text_of,
)
from app.read_models.eligibility_sheet import Bearing, eligibility_sheet
from app.read_models.measure_fields import ON, UPPER_LIMIT, VALUE, ReadMeasure, ValueText, measure_fields
from app.read_models.sheet_entries import Part, first_due, sheet_entries
from app.read_models.typed_day import UnreadableDay, read_day
from injection_plan.commands import CheckDay, DateScreening, DecideCriteria, SignOffEligibility
from injection_plan.criteria import CriterionKind
from injection_plan.eligibility import Decision
from injection_plan.procedure import Procedure
from injection_plan.terms import Verdict
from tests.stories.case import Case
from tests.stories.people import shipped_protocol

NOW = Reading(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), 60, 5_000, "first")
TODAY = date(2026, 3, 2)
WHO = "Wei Zhang"


def opened(screened: date | None = date(2026, 2, 20)) -> Case:
    case = Case().with_team()
    return case if screened is None else case.do(DateScreening(on=screened))


def typed(measure: str, value: str = "", upper: str = "", on: str = "2026-02-20") -> ValueText:
    return ValueText(measure, value, upper, on)


def read(criterion: str, text: ValueText, procedure: Procedure | None = None) -> ReadMeasure:
    found = shipped_protocol().criterion(criterion)
    case = procedure or opened().procedure
    return read_criterion(case, found, CriterionText((text,)), NOW).measures[text.measure]


def said(criterion: str, text: ValueText) -> list[str]:
    return [one.words for one in read(criterion, text).compared]


@pytest.mark.parametrize(
    "criterion,text,words,bearing",
    [
        (
            "laboratory",
            typed("haemoglobin", "79"),
            "79 g/L is below 80 g/L: the text excludes.",
            Bearing.AGAINST,
        ),
        (
            "laboratory",
            typed("haemoglobin", "80"),
            "80 g/L is not below 80 g/L: the text does not exclude.",
            Bearing.FOR,
        ),
        (
            "age",
            typed("age", "54"),
            "54 years is at least 18 years and at most 70 years: what the text asks for.",
            Bearing.FOR,
        ),
        (
            "age",
            typed("age", "71"),
            "71 years is not at most 70 years: not what the text asks for.",
            Bearing.AGAINST,
        ),
        (
            "age",
            typed("age", "17"),
            "17 years is not at least 18 years: not what the text asks for.",
            Bearing.AGAINST,
        ),
        ("laboratory", typed("inr", "2,1"), "2.1 is above 2: the text excludes.", Bearing.AGAINST),
        (
            "infection",
            typed("antibiotics", on="2025-11-20"),
            (
                "20 Nov 2025 lies within the 3 months before the screening visit, "
                "20 Nov 2025 to 20 Feb 2026: the text excludes."
            ),
            Bearing.AGAINST,
        ),
        (
            "infection",
            typed("antibiotics", on="2025-11-19"),
            (
                "19 Nov 2025 does not lie within the 3 months before the screening visit, "
                "20 Nov 2025 to 20 Feb 2026: the text does not exclude."
            ),
            Bearing.FOR,
        ),
        (
            "anaesthesia",
            typed("planned_surgery", on="2026-05-20"),
            (
                "20 May 2026 lies within the 3 months after the screening visit, "
                "20 Feb 2026 to 20 May 2026: the text excludes."
            ),
            Bearing.AGAINST,
        ),
    ],
)
def test_what_the_text_says_with_the_value(
    criterion: str, text: ValueText, words: str, bearing: Bearing
) -> None:
    (compared,) = read(criterion, text).compared
    assert (compared.words, compared.bearing) == (words, bearing)


def test_the_aptt_is_typed_once_and_both_limits_are_shown_exactly() -> None:
    assert said("laboratory", typed("aptt_liver", "41", "27")) == [
        "41 s is above 1.5 × 27 s = 40.5 s: the text excludes.",
        "41 s is not above 1.8 × 27 s = 48.6 s: the text does not exclude.",
    ]
    values = read("laboratory", typed("aptt_liver", "41", "27")).values
    assert [(one.measure, one.value, one.upper_limit, one.unit) for one in values] == [
        ("aptt_liver", "41", "27", "s"),
        ("aptt_coagulation", "41", "27", "s"),
    ]


def test_months_are_counted_only_from_an_entered_screening_day() -> None:
    (compared,) = read("infection", typed("antibiotics", on="2025-11-20"), opened(None).procedure).compared
    assert "enter the day of the screening visit" in compared.words
    assert compared.bearing is Bearing.OPEN


@pytest.mark.parametrize(
    "criterion,text,where,sentence",
    [
        ("laboratory", typed("haemoglobin", "12.5 g/dL"), VALUE, "in g/L, grams per litre, not in g/dL"),
        ("laboratory", typed("white_cells", "3.5 /nL"), VALUE, "× 10⁹/L, thousand million cells per litre"),
        ("laboratory", typed("inr", "1.1 s"), VALUE, "a ratio without a unit: leave s out"),
        ("laboratory", typed("haemoglobin", "eighty"), VALUE, "as a number, such as 80"),
        ("laboratory", typed("haemoglobin", "-80"), VALUE, "as a number, such as 80"),
        ("laboratory", typed("haemoglobin", "079"), VALUE, "point seems to be missing"),
        ("laboratory", typed("haemoglobin", "0.1234"), VALUE, "at most three"),
        ("laboratory", typed("platelets", "1,250"), VALUE, "may mean thousands"),
        ("laboratory", typed("haemoglobin", ""), VALUE, "Enter the value, or empty the whole row."),
        ("laboratory", typed("haemoglobin", "90", on=""), ON, "the day on which this value was taken"),
        ("laboratory", typed("haemoglobin", "90", on="20.02.2026"), ON, "year first"),
        ("laboratory", typed("haemoglobin", "90", on="2026-02-30"), ON, "year first"),
        ("laboratory", typed("haemoglobin", "90", on="2026-03-03"), ON, "not come yet"),
        ("laboratory", typed("haemoglobin", "90", on="1899-12-31"), ON, "before 1900"),
        ("laboratory", typed("ast", "30"), UPPER_LIMIT, "the laboratory's upper limit"),
        ("laboratory", typed("ast", "30", "0"), UPPER_LIMIT, "more than 0"),
        ("laboratory", typed("ast", "30", "40 mg"), UPPER_LIMIT, "in U/L, units per litre, not in mg"),
        ("infection", typed("antibiotics", on="2026-03-03"), ON, "not come yet"),
        ("anaesthesia", typed("planned_surgery", on="2062-03-03"), ON, "ten years ahead"),
    ],
)
def test_one_sentence_says_what_is_wrong_at_the_field(
    criterion: str, text: ValueText, where: str, sentence: str
) -> None:
    found = read(criterion, text)
    assert sentence in found.problems[where]
    assert not found.is_in_order


@pytest.mark.parametrize(
    "criterion,text,value",
    [
        ("laboratory", typed("haemoglobin", "99 g/L"), "99"),
        ("laboratory", typed("haemoglobin", "99G/l"), "99"),
        ("laboratory", typed("haemoglobin", "99 grams per litre"), "99"),
        ("laboratory", typed("white_cells", "3,5 x 10^9/L"), "3.5"),
        ("laboratory", typed("white_cells", "3.5 10⁹/L"), "3.5"),
        ("bmi", typed("bmi", "21,50 kg/m^2"), "21.5"),
        ("age", typed("age", "54 years"), "54"),
        ("age", typed("age", "54", on="2026/2/5"), "54"),
    ],
)
def test_a_comma_and_the_right_unit_behind_the_value_are_taken(
    criterion: str, text: ValueText, value: str
) -> None:
    found = read(criterion, text)
    assert (found.is_in_order, found.values[0].value) == (True, value)


def test_an_empty_row_is_nothing_entered_and_nothing_wrong() -> None:
    assert read("laboratory", ValueText("haemoglobin")) == ReadMeasure()
    assert measure_fields(shipped_protocol().criterion("infection"))[0].meaning == (
        "empty: never, or not known"
    )


def test_an_odd_value_goes_on_only_as_it_was_confirmed() -> None:
    odd = typed("haemoglobin", "12.5")
    question = read("laboratory", odd).question
    assert question.startswith("12.5 g/L, grams per litre: a slip of unit or point")
    sure = ValueText("haemoglobin", "12.5", "", "2026-02-20", odd.figures)
    assert read("laboratory", sure).is_in_order
    assert read("laboratory", sure).values[0].confirmed
    other = ValueText("haemoglobin", "12.6", "", "2026-02-20", odd.figures)
    assert read("laboratory", other).question
    assert read("laboratory", typed("pt", "12", "1200")).question


def decided(
    case: Case, criterion: str, verdict: Verdict, *values: ValueText, note: str = "", who: str = WHO
) -> DecideCriteria | dict[str, str] | None:
    found = shipped_protocol().criterion(criterion)
    text = CriterionText(values, note)
    checked = check_decision(case.procedure, found, text, verdict, investigator=who, now=NOW)
    return checked.command or checked.problems or None


def decision(case: Case, criterion: str, verdict: Verdict, *values: ValueText, note: str = "") -> Decision:
    command = decided(case, criterion, verdict, *values, note=note)
    assert isinstance(command, DecideCriteria)
    case.do(command)
    return command.decisions[0]


def test_a_decision_holds_the_value_its_unit_day_and_score() -> None:
    case = opened()
    made = decision(case, "skin_score", Verdict.MET, typed("mrss", "21"))
    value = made.values[0]
    assert (value.value, value.unit, value.on, value.outcome_score) == (
        "21",
        "points",
        date(2026, 2, 20),
        True,
    )
    again = text_of(case.procedure, shipped_protocol().criterion("skin_score"))
    assert again == CriterionText((typed("mrss", "21"),))
    (field,) = measure_fields(shipped_protocol().criterion("skin_score"))
    assert field.score == "outcome score: stays off the procedure record"


def test_a_confirmed_value_comes_back_confirmed() -> None:
    case = opened()
    sure = ValueText("bmi", "7.5", "", "2026-02-20", ValueText("bmi", "7.5").figures)
    decision(case, "bmi", Verdict.MET, sure)
    assert text_of(case.procedure, shipped_protocol().criterion("bmi")).value("bmi") == sure


def test_a_decision_against_its_value_wants_the_reason_at_the_note() -> None:
    case = opened()
    thin = typed("bmi", "16.5")
    assert decided(case, "bmi", Verdict.NOT_MET, thin) == {
        NOTE: "By the values the text is met. You decide not met: write the reason."
    }
    made = decision(case, "bmi", Verdict.NOT_MET, thin, note="  measured in a cast ")
    assert made.note == "measured in a cast"
    line = eligibility_sheet(case.procedure).line("bmi")
    assert line is not None
    assert line.otherwise == "A value says otherwise."


def test_nothing_wrong_is_stored_and_nothing_is_stored_twice() -> None:
    case = opened()
    found = shipped_protocol().criterion("bmi")
    odd = CriterionText((typed("bmi", "12.5 g/dL"),))
    checked = check_decision(case.procedure, found, odd, Verdict.MET, investigator=WHO, now=NOW)
    assert (checked.command, checked.problems) == (None, {})
    decision(case, "bmi", Verdict.NOT_MET, typed("bmi", "21"))
    assert decided(case, "bmi", Verdict.NOT_MET, typed("bmi", "21")) is None
    assert decided(case, "bmi", Verdict.NOT_MET, typed("bmi", "21"), who="Na Li") is not None
    too_long = decided(case, "bmi", Verdict.NOT_MET, typed("bmi", "21"), note="n" * 2001)
    assert too_long == {NOTE: "A note has at most 2000 letters."}


@pytest.mark.parametrize(
    "who,practice,sentence",
    [
        ("", True, "Enter the investigator's full name before anything is decided."),
        ("W", True, "Enter the investigator's full name before anything is decided."),
        ("w" * 121, True, "A name has at most 120 letters."),
        ("practice  Surgeon", False, "The practice people exist in practice cases only."),
    ],
)
def test_a_decision_is_by_a_real_persons_full_name(who: str, practice: bool, sentence: str) -> None:
    case = opened()
    found = shipped_protocol().criterion("bmi")
    procedure = replace(case.procedure, practice=practice)
    checked = check_decision(procedure, found, CriterionText(), Verdict.MET, investigator=who, now=NOW)
    assert checked.problems == {INVESTIGATOR: sentence}


@pytest.mark.parametrize(
    "typed_day,why",
    [
        ("2026-03-02", None),
        ("2026-03-03", UnreadableDay.IN_THE_FUTURE),
        ("1899-12-31", UnreadableDay.BEFORE_1900),
        ("1900-01-01", None),
        ("02-03-2026", UnreadableDay.NOT_A_DAY),
        ("2026-13-01", UnreadableDay.NOT_A_DAY),
        ("yesterday", UnreadableDay.NOT_A_DAY),
    ],
)
def test_a_day_is_read_with_the_year_first(typed_day: str, why: UnreadableDay | None) -> None:
    answer = read_day(typed_day, TODAY)
    assert answer is why if why else isinstance(answer, date)


def test_the_screening_day_is_stored_when_it_is_new_and_never_taken_away() -> None:
    case = opened(None)
    assert check_screening(case.procedure, "", NOW) is None
    assert check_screening(case.procedure, "2026-02-20", NOW) == DateScreening(on=date(2026, 2, 20))
    assert check_screening(case.procedure, "2026-04-20", NOW) == "That day has not come yet."
    case = opened()
    assert check_screening(case.procedure, "2026-02-20", NOW) is None
    emptied = check_screening(case.procedure, " ", NOW)
    assert isinstance(emptied, str)
    assert "not taken away" in emptied


def test_the_sheet_counts_and_says_what_stands_against() -> None:
    case = opened()
    sheet = eligibility_sheet(case.procedure)
    assert (sheet.counts, sheet.against) == ("0 of 25 decided", "")
    assert [len([one for one in sheet.lines if one.kind is kind]) for kind in CriterionKind] == [6, 19]
    assert {one.text for one in sheet.lines} == {one.text for one in case.protocol.criteria}
    decision(case, "bmi", Verdict.NOT_MET, typed("bmi", "21"))
    sheet = eligibility_sheet(case.procedure)
    so_far = "1 of 25 decided; none of them stands against the participant so far"
    assert (sheet.counts, sheet.against) == (so_far, "")
    decision(case, "bmi", Verdict.MET, typed("bmi", "16"))
    sheet = eligibility_sheet(case.procedure)
    assert (sheet.counts, sheet.against) == ("1 of 25 decided", "Against the participant: Exclusion 1")
    case.eligible()
    sheet = eligibility_sheet(case.procedure)
    assert sheet.counts == "Met: 6 of 6 inclusion · 0 of 19 exclusion"
    assert sheet.against == "All 25 are decided; none stands against the participant."
    decision(case, "bmi", Verdict.MET, typed("bmi", "16"))
    decision(case, "age", Verdict.NOT_MET, typed("age", "71"))
    sheet = eligibility_sheet(case.procedure)
    assert sheet.counts == "Met: 5 of 6 inclusion · 1 of 19 exclusion"
    assert (sheet.is_against, sheet.against) == (True, "Against the participant: Inclusion 1, Exclusion 1")
    line = sheet.line("bmi")
    assert line is not None
    assert (line.state, line.bearing) == ("met · against", Bearing.AGAINST)
    assert line.decided.startswith("Decided by Wei Zhang, 2 Mar 2026 10:")
    assert sheet.line("nothing") is None


def test_what_was_decided_without_a_value_has_its_own_mark() -> None:
    case = opened()
    decision(case, "bmi", Verdict.NOT_MET)
    decision(case, "age", Verdict.MET, typed("age", "54"))
    decision(case, "infection", Verdict.NOT_MET)
    decision(case, "consent", Verdict.MET)
    sheet = eligibility_sheet(case.procedure)
    assert {one.criterion for one in sheet.lines if one.without_value} == {"bmi"}
    line = sheet.line("bmi")
    assert line is not None
    assert (line.state, line.bearing) == ("not met · in favour · without a value", Bearing.FOR)
    assert sheet.without_value == "Decided without a value: Exclusion 1"
    entries = sheet_entries(sheet, None, frozenset())
    assert [one.criterion for one in entries if one.without_value] == ["bmi"]


def test_who_decided_last_is_known() -> None:
    case = opened()
    assert known_investigator(case.procedure) == ""
    decision(case, "bmi", Verdict.NOT_MET)
    command = decided(case, "age", Verdict.MET, who="Na Li")
    assert isinstance(command, DecideCriteria)
    case.do(command)
    assert known_investigator(case.procedure) == "Na Li"


def test_the_sheet_is_signed_off_by_the_name_at_the_top_typed_once_more() -> None:
    case = opened()
    waiting = check_sign_off(case.procedure, WHO, WHO).problems[NAME]
    assert waiting.startswith("Not answered yet: 25.")
    assert eligibility_sheet(case.procedure).sign_off.told.startswith("Not answered yet: 25.")
    case.eligible()
    decision(case, "bmi", Verdict.NOT_MET, note="looked at again")
    assert "Every criterion is decided." in eligibility_sheet(case.procedure).sign_off.told
    assert check_sign_off(case.procedure, "", WHO).problems.keys() == {INVESTIGATOR}
    assert "full name" in check_sign_off(case.procedure, WHO, " ").problems[NAME]
    assert WHO in check_sign_off(case.procedure, WHO, "wei zhang").problems[NAME]
    command = check_sign_off(case.procedure, f" {WHO} ", WHO).command
    assert isinstance(command, SignOffEligibility)
    case.do(command)
    sign = eligibility_sheet(case.procedure).sign_off
    assert sign.signed.startswith("Signed off by Wei Zhang, 2 Mar 2026")
    assert sign.told == "A later change of the sheet takes this sign-off back."


def at(case: Case) -> Reading:
    return Reading(case.moment.utc, case.moment.offset_minutes, case.moment.tick_ms, case.moment.run)


def test_the_questions_of_the_day_are_answered_each_and_hold_for_one_day() -> None:
    case = opened()
    assert day_state(case.procedure, at(case)).bearing is Bearing.OPEN
    empty = stored_answers(case.procedure, at(case))
    assert [one.clear for one in empty] == [None] * 5
    assert len(check_day(case.protocol, empty).problems) == 5
    answers = tuple(AnswerText(one.line, one.line != "ulcer") for one in empty)
    assert check_day(case.protocol, answers).problems == {"ulcer": "Write what was found and decided."}
    told = (AnswerText("ulcer", False, "healed"), *answers[1:])
    long = (AnswerText("ulcer", False, "n" * 2001), *answers[1:])
    assert "at most 2000" in check_day(case.protocol, long).problems["ulcer"]
    command = check_day(case.protocol, told).command
    assert isinstance(command, CheckDay)
    case.do(command)
    state = day_state(case.procedure, at(case))
    assert (state.bearing, state.state) == (Bearing.AGAINST, "answered today · 1 not clear")
    assert state.told.startswith("Answered today by Practice nurse, 2 Mar 2026")
    assert stored_answers(case.procedure, at(case)) == told
    case.wait(days=1)
    state = day_state(case.procedure, at(case))
    assert (state.bearing, state.state) == (Bearing.OPEN, "not asked today")
    assert "That was not today: ask again." in state.told
    assert stored_answers(case.procedure, at(case)) == empty


def test_a_finding_leads_to_its_criterion_its_question_or_the_first_thing_due() -> None:
    case = opened()
    lines = frozenset(line.line for line in case.protocol.day_check)

    def led(about: str) -> tuple[Part, str]:
        entries = sheet_entries(
            eligibility_sheet(case.procedure), day_state(case.procedure, at(case)), frozenset()
        )
        entry = entries[first_due(entries, about, lines)]
        return entry.part, entry.criterion

    assert led("bmi") == (Part.CRITERION, "bmi")
    assert led("infection") == (Part.CRITERION, "infection")
    assert led("ulcer") == (Part.DAY, "")
    assert led("") == (Part.CRITERION, "age")
    case.eligible()
    assert led("infection") == (Part.DAY, "")
    assert led("bmi") == (Part.CRITERION, "bmi")
    case.do(DateScreening(on=TODAY))
    assert led("") == (Part.SIGN_OFF, "")


def test_what_is_typed_and_not_decided_is_said_in_the_list() -> None:
    case = opened()
    entries = sheet_entries(eligibility_sheet(case.procedure), None, frozenset({"bmi"}))
    (entry,) = (one for one in entries if one.criterion == "bmi")
    assert entry.state == "typed, not decided"
    assert entry.spoken.startswith("Exclusion 1, typed, not decided, Subject's body mass index")
    assert Part.DAY not in {one.part for one in entries}
