"""Every criterion with numbers at, just below and just above its limit, as the text of the trial says it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from injection_plan.criteria import (
    Bound,
    Criterion,
    CriterionKind,
    DateMeasure,
    Nearness,
    NumberMeasure,
    Questioned,
    ReferenceMeasure,
    Relation,
    each_criterion_once,
    entered_at,
)
from injection_plan.eligibility import (
    Decision,
    MeasuredValue,
    Says,
    contradicts,
    criterion_says,
    is_questioned,
    is_within_months,
    measure_says,
    months_away,
    speaks_for,
)
from injection_plan.figures import read_figure, value_of
from injection_plan.terms import Verdict
from injection_plan.volume import Unreadable
from tests.stories.people import shipped_protocol

MET, NOT_MET, NOTHING = Says.MET, Says.NOT_MET, Says.NOTHING
SCREENED = date(2026, 8, 1)


def criterion(name: str) -> Criterion:
    return shipped_protocol().criterion(name)


NUMBERS = [
    ("age", "age", "Age 18-70 years old (inclusive)", "17", NOT_MET),
    ("age", "age", "Age 18-70 years old (inclusive)", "18", MET),
    ("age", "age", "Age 18-70 years old (inclusive)", "19", MET),
    ("age", "age", "Age 18-70 years old (inclusive)", "69", MET),
    ("age", "age", "Age 18-70 years old (inclusive)", "70", MET),
    ("age", "age", "Age 18-70 years old (inclusive)", "71", NOT_MET),
    ("skin_score", "mrss", "modified Rodnan skin score ≥ 8 points", "7", NOT_MET),
    ("skin_score", "mrss", "modified Rodnan skin score ≥ 8 points", "8", MET),
    ("skin_score", "mrss", "modified Rodnan skin score ≥ 8 points", "9", MET),
    ("skin_score", "mrss", "and ≤ 35 points", "34", MET),
    ("skin_score", "mrss", "and ≤ 35 points", "35", MET),
    ("skin_score", "mrss", "and ≤ 35 points", "36", NOT_MET),
    ("hand_function", "chfs", "Cochin Hand Function Scale (CHFS) ≥ 20 (total score 90)", "19", NOT_MET),
    ("hand_function", "chfs", "Cochin Hand Function Scale (CHFS) ≥ 20 (total score 90)", "20", MET),
    ("hand_function", "chfs", "Cochin Hand Function Scale (CHFS) ≥ 20 (total score 90)", "21", MET),
    ("bmi", "bmi", "body mass index (BMI) < 17 kg/m^2", "16.9", MET),
    ("bmi", "bmi", "body mass index (BMI) < 17 kg/m^2", "17", NOT_MET),
    ("bmi", "bmi", "body mass index (BMI) < 17 kg/m^2", "17.1", NOT_MET),
    ("laboratory", "haemoglobin", "hemoglobin < 80 g/L", "79", MET),
    ("laboratory", "haemoglobin", "hemoglobin < 80 g/L", "80", NOT_MET),
    ("laboratory", "haemoglobin", "hemoglobin < 80 g/L", "81", NOT_MET),
    ("laboratory", "white_cells", "white blood cell count < 3.0 × 10^9/L", "2.99", MET),
    ("laboratory", "white_cells", "white blood cell count < 3.0 × 10^9/L", "3", NOT_MET),
    ("laboratory", "white_cells", "white blood cell count < 3.0 × 10^9/L", "3.01", NOT_MET),
    ("laboratory", "neutrophils", "absolute neutrophil count < 1.2 × 10^9/L", "1.19", MET),
    ("laboratory", "neutrophils", "absolute neutrophil count < 1.2 × 10^9/L", "1.2", NOT_MET),
    ("laboratory", "neutrophils", "absolute neutrophil count < 1.2 × 10^9/L", "1.21", NOT_MET),
    ("laboratory", "platelets", "platelet count < 100 × 10^9/L", "99", MET),
    ("laboratory", "platelets", "platelet count < 100 × 10^9/L", "100", NOT_MET),
    ("laboratory", "platelets", "platelet count < 100 × 10^9/L", "101", NOT_MET),
    ("laboratory", "inr", "international normalized ratio (INR) > 2", "1.99", NOT_MET),
    ("laboratory", "inr", "international normalized ratio (INR) > 2", "2", NOT_MET),
    ("laboratory", "inr", "international normalized ratio (INR) > 2", "2.01", MET),
]


@pytest.mark.parametrize("name,measure,text,value,says", NUMBERS)
def test_a_number_at_just_below_and_just_above_its_limit(
    name: str, measure: str, text: str, value: str, says: Says
) -> None:
    found = criterion(name)
    assert text in found.text
    entered = MeasuredValue(measure=measure, value=value)
    assert measure_says(found.measure(measure), entered, None) is says


LIVER = "prolonged > 1.5 times the upper limit of the reference value"
COAGULATION = "prolonged > 1.8 times the upper limit of the reference value"
TIMES = [
    # 1.5 × 40 is 60, 1.5 × 27 is 40.5, 1.8 × 27 is 48.6, 1.8 × 12.5 is 22.5: exact, and no float could say all four.
    ("ast", "aspartate transaminase (AST)", LIVER, "40", ("59.9", "60", "60.1")),
    ("alt", "alanine aminotransferase (ALT)", LIVER, "40", ("59.9", "60", "60.1")),
    ("aptt_liver", "activated partial thromboplastin time (APTT)", LIVER, "27", ("40.4", "40.5", "40.6")),
    ("pt", "prothrombin time (PT)", COAGULATION, "12.5", ("22.4", "22.5", "22.6")),
    ("aptt_coagulation", "partial thromboplastin time (APTT)", COAGULATION, "27", ("48.5", "48.6", "48.7")),
]


@pytest.mark.parametrize("measure,named,text,upper,values", TIMES)
def test_a_number_held_against_the_upper_limit_of_the_laboratory(
    measure: str, named: str, text: str, upper: str, values: tuple[str, str, str]
) -> None:
    found = criterion("laboratory")
    assert named in found.text
    assert text in found.text
    said = [
        measure_says(
            found.measure(measure), MeasuredValue(measure=measure, value=value, upper_limit=upper), None
        )
        for value in values
    ]
    assert said == [NOT_MET, NOT_MET, MET]
    without = MeasuredValue(measure=measure, value=values[2])
    assert measure_says(found.measure(measure), without, None) is NOTHING


# The day of screening is 1 August 2026: the last day within, the day before or after it, and the visit itself.
DAYS = [
    ("infection", "antibiotics", "antibiotics within 3 months before the screening visit", date(2026, 5, 1)),
    ("cancer", "cancer_treatment", "within 5 years before the screening visit", date(2021, 8, 1)),
    (
        "biologics",
        "cd20",
        "CD20 monoclonal antibody treatment within 1 year before the screening visit",
        date(2025, 8, 1),
    ),
    (
        "biologics",
        "other_biologics",
        "small molecule targeted drugs within 3 months before the screening visit",
        date(2026, 5, 1),
    ),
    (
        "cell_injection",
        "systemic_cells",
        "systemic cell injection therapy within 6 months before the screening visit",
        date(2026, 2, 1),
    ),
    (
        "other_studies",
        "last_study",
        "other clinical studies within 3 months before the screening visit",
        date(2026, 5, 1),
    ),
    (
        "anaesthesia",
        "planned_surgery",
        "screening visit is within 3 months before the general anesthesia surgery",
        date(2026, 11, 1),
    ),
]


@pytest.mark.parametrize("name,measure,text,last", DAYS)
def test_a_day_at_one_day_within_and_one_day_outside_its_months(
    name: str, measure: str, text: str, last: date
) -> None:
    found = criterion(name)
    assert text in found.text
    towards = 1 if last < SCREENED else -1

    def says(day: date) -> Says:
        return measure_says(found.measure(measure), MeasuredValue(measure=measure, on=day), SCREENED)

    within, outside = (date.fromordinal(last.toordinal() + step) for step in (towards, -towards))
    assert [says(last), says(within), says(outside)] == [MET, MET, NOT_MET]
    behind_the_visit = date.fromordinal(SCREENED.toordinal() + towards)
    assert [says(SCREENED), says(behind_the_visit)] == [MET, NOT_MET]


def test_every_criterion_with_a_measure_is_tried_above() -> None:
    of_protocol = {one.measure for each in shipped_protocol().criteria for one in each.measures}
    tried = {one[1] for one in NUMBERS} | {one[0] for one in TIMES} | {one[1] for one in DAYS}
    assert of_protocol == tried


@pytest.mark.parametrize(
    "day,months,there",
    [
        (date(2026, 5, 31), -3, date(2026, 2, 28)),
        (date(2024, 5, 31), -3, date(2024, 2, 29)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2024, 2, 29), -60, date(2019, 2, 28)),
        (date(2024, 2, 29), -48, date(2020, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_calendar_months_end_with_the_shorter_month(day: date, months: int, there: date) -> None:
    assert months_away(day, months) == there


def test_the_last_day_of_a_short_month_is_within() -> None:
    three_before = DateMeasure(
        kind="date", measure="last", label="Last", months=3, within=Nearness.BEFORE_SCREENING
    )
    assert is_within_months(three_before, date(2026, 2, 28), date(2026, 5, 31))
    assert not is_within_months(three_before, date(2026, 2, 27), date(2026, 5, 31))
    assert not is_within_months(three_before, date(2024, 2, 28), date(2024, 5, 31))


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 240))
def test_months_there_and_back_come_no_further_than_the_day(day: date, months: int) -> None:
    back = months_away(months_away(day, months), -months)
    assert (back.year, back.month) == (day.year, day.month)
    assert back <= day


def test_without_a_value_or_a_screening_day_nothing_is_said() -> None:
    haemoglobin = criterion("laboratory").measure("haemoglobin")
    antibiotics = criterion("infection").measure("antibiotics")
    assert measure_says(haemoglobin, None, SCREENED) is NOTHING
    assert measure_says(haemoglobin, MeasuredValue(measure="haemoglobin"), SCREENED) is NOTHING
    assert measure_says(antibiotics, MeasuredValue(measure="antibiotics"), SCREENED) is NOTHING
    assert measure_says(antibiotics, MeasuredValue(measure="antibiotics", on=SCREENED), None) is NOTHING


def test_one_value_meets_an_exclusion_and_all_are_wanted_for_none() -> None:
    found = criterion("laboratory")
    low = MeasuredValue(measure="haemoglobin", value="79")
    high = MeasuredValue(measure="haemoglobin", value="120")
    assert criterion_says(found, (low,)) is MET
    assert criterion_says(found, (high,)) is NOTHING
    normal = tuple(
        MeasuredValue(
            measure=one.measure,
            value="1" if one.measure == "inr" else "120",
            upper_limit="120" if isinstance(one, ReferenceMeasure) else None,
        )
        for one in found.measures
    )
    assert criterion_says(found, normal) is NOT_MET
    assert criterion_says(criterion("consent"), ()) is NOTHING


def test_the_aptt_is_one_value_held_against_both_limits() -> None:
    found = criterion("laboratory")
    assert entered_at(found.measure("aptt_coagulation")) == "aptt_liver"
    assert entered_at(found.measure("aptt_liver")) == "aptt_liver"
    assert entered_at(found.measure("haemoglobin")) == "haemoglobin"


def test_a_decision_against_its_value_contradicts_it() -> None:
    found = criterion("bmi")
    thin = (MeasuredValue(measure="bmi", value="16"),)
    assert contradicts(found, Decision(criterion="bmi", verdict=Verdict.NOT_MET, values=thin), None)
    assert not contradicts(found, Decision(criterion="bmi", verdict=Verdict.MET, values=thin), None)
    assert not contradicts(found, Decision(criterion="bmi", verdict=Verdict.MET), None)


def test_who_is_let_in() -> None:
    assert speaks_for(criterion("age"), Verdict.MET)
    assert not speaks_for(criterion("age"), Verdict.NOT_MET)
    assert speaks_for(criterion("bmi"), Verdict.NOT_MET)
    assert not speaks_for(criterion("bmi"), Verdict.MET)


def test_a_value_where_a_slip_is_more_likely_is_questioned() -> None:
    bounds = Questioned(below="30", above="250")
    assert [is_questioned(bounds, one) for one in ("7.9", "29.9", "30", "250", "251")] == [
        True,
        True,
        False,
        False,
        True,
    ]
    assert not is_questioned(Questioned(), "99999")


def test_a_limit_is_at_least_at_most_and_neither_below_nor_above() -> None:
    def says(relation: Relation, value: str) -> Says:
        measure = NumberMeasure(
            kind="number",
            measure="one",
            label="One",
            unit="",
            spelt="",
            bounds=(Bound(relation=relation, limit="10"),),
            questioned=Questioned(),
        )
        return measure_says(measure, MeasuredValue(measure="one", value=value), None)

    assert [says(Relation.AT_LEAST, one) for one in ("9.9", "10", "10.1")] == [NOT_MET, MET, MET]
    assert [says(Relation.AT_MOST, one) for one in ("9.9", "10", "10.1")] == [MET, MET, NOT_MET]
    assert [says(Relation.BELOW, one) for one in ("9.9", "10", "10.1")] == [MET, NOT_MET, NOT_MET]
    assert [says(Relation.ABOVE, one) for one in ("9.9", "10", "10.1")] == [NOT_MET, NOT_MET, MET]


def _pt(measure: str = "pt", same_value_as: str | None = None, unit: str = "s") -> ReferenceMeasure:
    return ReferenceMeasure(
        kind="upper limit",
        measure=measure,
        label="PT",
        unit=unit,
        spelt="seconds",
        bounds=(Bound(relation=Relation.ABOVE, limit="1.8"),),
        questioned=Questioned(),
        same_value_as=same_value_as,
    )


def test_a_criterion_names_each_measure_once_and_shares_only_what_is_there() -> None:
    def made(*measures: ReferenceMeasure) -> Criterion:
        return Criterion(criterion="one", kind=CriterionKind.EXCLUSION, text="One", measures=measures)

    assert made(_pt(), _pt("again", "pt")).measure("again").measure == "again"
    for wrong in ((_pt(), _pt()), (_pt("again", "pt"),), (_pt(), _pt("again", "pt", "min"))):
        with pytest.raises(ValidationError):
            made(*wrong)
    with pytest.raises(KeyError):
        made(_pt()).measure("inr")
    with pytest.raises(ValueError, match="age stands twice"):
        each_criterion_once((criterion("age"), criterion("bmi"), criterion("age")))
    assert each_criterion_once((criterion("age"),)) == (criterion("age"),)


@pytest.mark.parametrize(
    "typed,read",
    [
        ("80", "80"),
        ("7.9", "7.9"),
        ("7,9", "7.9"),
        (" 3.0 ", "3"),
        (".5", "0.5"),
        ("0,05", "0.05"),
        ("2.", "2"),
        ("0", "0"),
        ("0.125", "0.125"),
        ("1000", "1000"),
    ],
)
def test_a_figure_is_read_exactly(typed: str, read: str) -> None:
    assert read_figure(typed) == read


@pytest.mark.parametrize(
    "typed,why",
    [
        ("", Unreadable.EMPTY),
        ("  ", Unreadable.EMPTY),
        ("ten", Unreadable.NOT_A_NUMBER),
        ("-5", Unreadable.NOT_A_NUMBER),
        ("1.2.3", Unreadable.NOT_A_NUMBER),
        (".", Unreadable.NOT_A_NUMBER),
        (",", Unreadable.NOT_A_NUMBER),
        ("1e3", Unreadable.NOT_A_NUMBER),
        ("1234567890123", Unreadable.NOT_A_NUMBER),
        ("079", Unreadable.LEADING_ZERO),
        ("0.1234", Unreadable.TOO_FINE),
        ("1,000", Unreadable.AMBIGUOUS_GROUP),
        ("1.000", Unreadable.AMBIGUOUS_GROUP),
    ],
)
def test_what_is_no_figure_or_may_be_two_is_refused(typed: str, why: Unreadable) -> None:
    assert read_figure(typed) is why


@pytest.mark.parametrize("stored", ["05", "1.50", "-1", "1,5", "", ".5"])
def test_a_stored_figure_is_plain(stored: str) -> None:
    with pytest.raises(ValidationError):
        MeasuredValue(measure="age", value=stored)


@given(st.from_regex(r"(0|[1-9][0-9]{0,4})(\.[0-9]{0,2}[1-9])?", fullmatch=True))
def test_a_figure_typed_with_a_comma_is_the_same_number(figure: str) -> None:
    read = read_figure(figure.replace(".", ","))
    if isinstance(read, Unreadable):
        assert read is Unreadable.AMBIGUOUS_GROUP
    else:
        assert value_of(read) == value_of(figure)
