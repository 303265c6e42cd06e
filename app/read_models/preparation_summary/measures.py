"""The values that a decision rests on: each measure of a criterion with its value, or that it was not recorded.

An outcome score is the blinded assessor's: of it nothing is said but that it stays there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app import wording
from app.read_models.measure_words import compared, with_unit
from app.read_models.preparation_summary.words import say
from injection_plan.criteria import (
    Criterion,
    DateMeasure,
    Measure,
    NumberMeasure,
    ReferenceMeasure,
    entered_at,
)
from injection_plan.eligibility import Decision, MeasuredValue, contradicts, criterion_says, measure_says


def measure_notes(criterion: Criterion, decision: Decision) -> Iterator[str]:
    """Yield the values of a decision in one line, and in another the measures of which none was recorded."""
    values = {value.measure: value for value in decision.values}
    known, unknown = [], []
    for measure in criterion.measures:
        value = values.get(measure.measure)
        if is_score(criterion, measure.measure) or (value is not None and value.outcome_score):
            yield say("score_kept" if value is not None else "score_apart")
        elif value is None:
            unknown.append(measure.label)
        else:
            known.append(measure_words(measure, value))
    if known:
        yield "; ".join(known)
    if unknown:
        yield say("values_missing", measures="; ".join(unknown))


def measure_words(measure: Measure, value: MeasuredValue | None) -> str:
    """Return one measure with its value, unit, limit of reference and day; each that nobody recorded says so."""
    if value is None:
        return say("value", measure=measure.label, value=say("not_recorded"))
    if entered_at(measure) != measure.measure:
        return say("value.same", measure=measure.label)
    return say("value", measure=measure.label, value=", ".join(_parts(measure, value)))


def _parts(measure: Measure, value: MeasuredValue) -> Iterator[str]:
    if not isinstance(measure, DateMeasure):
        yield say("not_recorded") if value.value is None else with_unit(value.value, measure.unit)
    if isinstance(measure, ReferenceMeasure):
        limit = value.upper_limit
        yield (
            say("value.no_upper")
            if limit is None
            else say("value.upper", limit=with_unit(limit, measure.unit))
        )
    yield say("value.no_day") if value.on is None else wording.day(value.on)
    if value.confirmed:
        yield say("value.confirmed")


def contradiction(criterion: Criterion, decision: Decision, screened_on: date | None) -> str:
    """Return how a value says the opposite of what was decided, and the investigator's reason; nothing where none does.

    The sentence has the investigator's note in it.
    """
    if not contradicts(criterion, decision, screened_on):
        return ""
    said = " ".join(_against(criterion, decision, screened_on))
    verdict = wording.verdict(decision.verdict)
    if decision.note is None:
        return say("contradicts.no_reason", values=said, verdict=verdict)
    return say("contradicts", values=said, verdict=verdict, reason=decision.note)


def _against(criterion: Criterion, decision: Decision, screened_on: date | None) -> Iterator[str]:
    """Yield a sentence for each value that says the opposite."""
    says = criterion_says(criterion, decision.values, screened_on)
    values = {value.measure: value for value in decision.values}
    for measure in criterion.measures:
        value = values.get(measure.measure)
        if value is None or measure_says(measure, value, screened_on) is not says:
            continue
        if is_score(criterion, measure.measure) or value.outcome_score:
            yield say("contradicts.score")
        elif words := compared(criterion, measure, value, screened_on):
            yield say("value", measure=measure.label, value=words.words)


def is_score(criterion: Criterion, name: str) -> bool:
    """Say whether a measure is an outcome score by what the protocol says of it."""
    measure = criterion.measure(name)
    return isinstance(measure, NumberMeasure) and measure.outcome_score
