"""What the text of a criterion says with the entered value: one sentence for each comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app import wording
from app.read_models.eligibility_sheet import Bearing
from injection_plan.criteria import (
    Bound,
    Criterion,
    CriterionKind,
    DateMeasure,
    Measure,
    Nearness,
    NumberMeasure,
    ReferenceMeasure,
)
from injection_plan.eligibility import MeasuredValue, Says, measure_says, months_away
from injection_plan.figures import value_of

DOMAIN = "eligibility"


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison in words, and how it bears on the participant."""

    words: str
    bearing: Bearing = Bearing.OPEN


def with_unit(figure: str, unit: str) -> str:
    """Return a figure with its unit behind it; a pure number stands alone."""
    return f"{figure} {unit}".rstrip()


def compared(
    criterion: Criterion, measure: Measure, value: MeasuredValue, screened_on: date | None
) -> Compared | None:
    """Return what the text says with a value; nothing where there is too little to compare."""
    if isinstance(measure, DateMeasure) and screened_on is None:
        return None if value.on is None else Compared(wording.say(DOMAIN, "compared.no_screening"))
    says = measure_says(measure, value, screened_on)
    if says is Says.NOTHING:
        return None
    is_against = (says is Says.MET) == (criterion.kind is CriterionKind.EXCLUSION)
    bearing = Bearing.AGAINST if is_against else Bearing.FOR
    consequence = _consequence(criterion.kind, says)
    if isinstance(measure, DateMeasure):
        return Compared(_day_words(measure, value, screened_on, says, consequence), bearing)
    words = wording.say(
        DOMAIN,
        "compared.number",
        value=with_unit(value.value or "", measure.unit),
        relations=wording.say(DOMAIN, "compared.and").join(_relations(measure, value, says)),
        consequence=consequence,
    )
    return Compared(words, bearing)


def together(says: Says) -> str:
    """Return what all entered values of a criterion say together."""
    return wording.say(DOMAIN, f"together.{_key(says.value)}")


def _consequence(kind: CriterionKind, says: Says) -> str:
    return wording.say(DOMAIN, f"consequence.{kind.value}.{_key(says.value)}")


def _key(value: str) -> str:
    return value.replace(" ", "_")


def _relations(measure: NumberMeasure | ReferenceMeasure, value: MeasuredValue, says: Says) -> Iterator[str]:
    """Yield how a value lies to each limit; of a value outside only the limits that put it there."""
    for bound in measure.bounds:
        alone = measure_says(measure.model_copy(update={"bounds": (bound,)}), value, None)
        if alone is says:
            yield _relation(bound, _limit(measure, bound, value), holds=says is Says.MET)


def _relation(bound: Bound, limit: str, *, holds: bool) -> str:
    relation = _key(bound.relation.value)
    return wording.say(DOMAIN, f"relation.{relation}" if holds else f"relation.not_{relation}", limit=limit)


def _limit(measure: NumberMeasure | ReferenceMeasure, bound: Bound, value: MeasuredValue) -> str:
    if value.upper_limit is None or isinstance(measure, NumberMeasure):
        return with_unit(bound.limit, measure.unit)
    product = value_of(bound.limit) * value_of(value.upper_limit)
    return wording.say(
        DOMAIN,
        "relation.times",
        times=bound.limit,
        upper=with_unit(value.upper_limit, measure.unit),
        limit=with_unit(f"{product.normalize():f}", measure.unit),
    )


def _day_words(
    measure: DateMeasure, value: MeasuredValue, screened_on: date | None, says: Says, consequence: str
) -> str:
    assert value.on is not None, "a comparison of days has a day"
    assert screened_on is not None, "a comparison of days has a screening date"
    is_before = measure.within is Nearness.BEFORE_SCREENING
    far = months_away(screened_on, -measure.months if is_before else measure.months)
    first, last = sorted((far, screened_on))
    window = wording.say(
        DOMAIN,
        "window.before" if is_before else "window.after",
        months=measure.months,
        first=wording.day(first),
        last=wording.day(last),
    )
    return wording.say(
        DOMAIN,
        "compared.inside" if says is Says.MET else "compared.outside",
        day=wording.day(value.on),
        window=window,
        consequence=consequence,
    )
