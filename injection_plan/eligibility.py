"""Holding what was entered against a criterion: the app compares, the investigator decides."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, assert_never

from pydantic import Field

from injection_plan.criteria import (
    Bound,
    Criterion,
    CriterionKind,
    DateMeasure,
    LineName,
    Measure,
    Nearness,
    NumberMeasure,
    Questioned,
    ReferenceMeasure,
    Relation,
    Unit,
)
from injection_plan.facts import Fact
from injection_plan.figures import Figure, value_of
from injection_plan.people import Written
from injection_plan.terms import Verdict

MONTHS_IN_A_YEAR = 12


class MeasuredValue(Fact):
    """What was entered for one measure: a value and the day it was taken, or the day itself.

    `upper_limit` is the laboratory's own, in the same unit. `confirmed` says that a value which was questioned was
    entered a second time as it stands; `outcome_score` that it is the blinded assessor's and stays off the record.
    """

    measure: LineName
    value: Figure | None = None
    unit: Unit = ""
    upper_limit: Figure | None = None
    on: date | None = None
    confirmed: bool = False
    outcome_score: bool = False


class Decision(Fact):
    """What the investigator decided of one criterion, with the values it rests on and a note where one is needed."""

    criterion: LineName
    verdict: Verdict
    values: Annotated[tuple[MeasuredValue, ...], Field(max_length=40)] = ()
    note: Written | None = None


class Says(StrEnum):
    """What the comparison says of a criterion or measure: that it is met, that it is not, or nothing."""

    MET = "met"
    NOT_MET = "not met"
    NOTHING = "nothing"


def measure_says(measure: Measure, value: MeasuredValue | None, screened_on: date | None) -> Says:
    """Return what one entered value says of its measure; without a value, or without the screening date, nothing."""
    if value is None:
        return Says.NOTHING
    match measure:
        case NumberMeasure():
            return _bounded(measure.bounds, value.value, Decimal(1))
        case ReferenceMeasure():
            if value.upper_limit is None:
                return Says.NOTHING
            return _bounded(measure.bounds, value.value, value_of(value.upper_limit))
        case DateMeasure():
            if value.on is None or screened_on is None:
                return Says.NOTHING
            return Says.MET if is_within_months(measure, value.on, screened_on) else Says.NOT_MET
        case _:
            assert_never(measure)


def _bounded(bounds: Iterable[Bound], figure: str | None, unit: Decimal) -> Says:
    if figure is None:
        return Says.NOTHING
    value = value_of(figure)
    return Says.MET if all(_holds(bound, value, unit) for bound in bounds) else Says.NOT_MET


def _holds(bound: Bound, value: Decimal, unit: Decimal) -> bool:
    limit = value_of(bound.limit) * unit
    match bound.relation:
        case Relation.AT_LEAST:
            return value >= limit
        case Relation.AT_MOST:
            return value <= limit
        case Relation.BELOW:
            return value < limit
        case Relation.ABOVE:
            return value > limit
        case _:
            assert_never(bound.relation)


def is_within_months(measure: DateMeasure, on: date, screened_on: date) -> bool:
    """Say whether a day lies within so many calendar months of the screening visit; the last day counts as within."""
    if measure.within is Nearness.BEFORE_SCREENING:
        return months_away(screened_on, -measure.months) <= on <= screened_on
    return screened_on <= on <= months_away(screened_on, measure.months)


def months_away(day: date, months: int) -> date:
    """Return the same day of the month so many calendar months away, or that month's last day where it is shorter."""
    year, month = divmod(day.year * MONTHS_IN_A_YEAR + day.month - 1 + months, MONTHS_IN_A_YEAR)
    longest = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, longest))


def criterion_says(
    criterion: Criterion, values: Iterable[MeasuredValue], screened_on: date | None = None
) -> Says:
    """Return what all values together say: one measure met meets an exclusion, an inclusion wants every one."""
    by_name = {value.measure: value for value in values}
    said = [measure_says(one, by_name.get(one.measure), screened_on) for one in criterion.measures]
    decisive = Says.MET if criterion.kind is CriterionKind.EXCLUSION else Says.NOT_MET
    if decisive in said:
        return decisive
    known = [one for one in said if one is not Says.NOTHING]
    return known[0] if known and len(known) == len(said) else Says.NOTHING


def contradicts(criterion: Criterion, decision: Decision, screened_on: date | None) -> bool:
    """Say whether the entered values say the opposite of what was decided."""
    says = criterion_says(criterion, decision.values, screened_on)
    return says is not Says.NOTHING and says.value != decision.verdict.value


def is_questioned(questioned: Questioned, figure: str) -> bool:
    """Say whether a value lies where a slip of unit or point is more likely than the value."""
    value = value_of(figure)
    below = questioned.below is not None and value < value_of(questioned.below)
    above = questioned.above is not None and value > value_of(questioned.above)
    return below or above


def speaks_for(criterion: Criterion, verdict: Verdict) -> bool:
    """Say whether a verdict lets the participant in: an inclusion met, an exclusion not met."""
    return (verdict is Verdict.MET) == (criterion.kind is CriterionKind.INCLUSION)
