"""The eligibility criteria as protocol data: quoted verbatim, with the measures that the app may compare."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from injection_plan.facts import Fact
from injection_plan.figures import Figure
from injection_plan.people import Written
from injection_plan.terms import FindingKind

LineName = Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=60)]
"""The lasting name of a line or measure, so that an answer keeps its meaning when the words change."""

Unit = Annotated[str, Field(max_length=40)]
"""A unit as it is written behind a number; empty for a pure number."""


class CriterionKind(StrEnum):
    """Whether a criterion lets a participant in or keeps them out."""

    INCLUSION = "inclusion"
    EXCLUSION = "exclusion"


class Relation(StrEnum):
    """How a value lies to a limit when a criterion speaks of it."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    BELOW = "below"
    ABOVE = "above"


class Nearness(StrEnum):
    """On which side of the screening visit an event lies."""

    BEFORE_SCREENING = "before screening"
    AFTER_SCREENING = "after screening"


class Bound(Fact):
    """One limit of a criterion; a value exactly on it is `at least` and `at most`, and neither `below` nor `above`."""

    relation: Relation
    limit: Figure


class Questioned(Fact):
    """Outside which figures a value is questioned as a slip; a proposal of this file and no clinical limit."""

    below: Figure | None = None
    above: Figure | None = None


class NumberMeasure(Fact):
    """A number in one unit: what the criterion says is the case where it lies within every bound.

    An outcome score is the blinded assessor's: it is compared here and printed nowhere.
    """

    kind: Literal["number"]
    measure: LineName
    label: Written
    unit: Unit
    spelt: Unit
    bounds: Annotated[tuple[Bound, ...], Field(min_length=1)]
    questioned: Questioned
    outcome_score: bool = False


class ReferenceMeasure(Fact):
    """A number held against the laboratory's own upper limit of reference, times each bound's limit.

    `same_value_as` names the measure whose value this one is as well: it is entered there, once, and held against both.
    """

    kind: Literal["upper limit"]
    measure: LineName
    label: Written
    unit: Unit
    spelt: Unit
    bounds: Annotated[tuple[Bound, ...], Field(min_length=1)]
    questioned: Questioned
    same_value_as: LineName | None = None


class DateMeasure(Fact):
    """A date that lies within so many calendar months before or after the screening visit, or does not."""

    kind: Literal["date"]
    measure: LineName
    label: Written
    months: Annotated[int, Field(ge=1, le=240)]
    within: Nearness


Measure = Annotated[NumberMeasure | ReferenceMeasure | DateMeasure, Field(discriminator="kind")]
"""What can be entered and compared for a criterion."""


def _each_measure_once(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    names = [one.measure for one in measures]
    if len(set(names)) < len(names):
        raise ValueError("a measure stands twice in one criterion")
    return measures


def _the_same_value_is_there(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    units = {one.measure: one.unit for one in measures if isinstance(one, ReferenceMeasure)}
    for one in measures:
        if isinstance(one, ReferenceMeasure) and units.get(entered_at(one)) != one.unit:
            raise ValueError(f"{one.measure} has not the value of {entered_at(one)}")
    return measures


def entered_at(measure: Measure) -> str:
    """Return the name of the measure under which the value of this one is entered: mostly its own."""
    shared = measure.same_value_as if isinstance(measure, ReferenceMeasure) else None
    return shared or measure.measure


class Criterion(Fact):
    """One criterion in the words of its source; `unclear` says what the source leaves open.

    `about` are the kinds of findings on a hand that it speaks of: one that is noted after the decision is shown.
    Of an inclusion criterion every measure must be within its bounds, of an exclusion criterion one is enough.
    """

    criterion: LineName
    kind: CriterionKind
    text: Written
    unclear: Written | None = None
    about: tuple[FindingKind, ...] = ()
    measures: Annotated[
        tuple[Measure, ...], AfterValidator(_each_measure_once), AfterValidator(_the_same_value_is_there)
    ] = ()

    def measure(self, name: str) -> Measure:
        """Return the measure of that name; a name this criterion lacks is a `KeyError`."""
        for one in self.measures:
            if one.measure == name:
                return one
        raise KeyError(name)


def each_criterion_once(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """Return the criteria, or raise a `ValueError` where two have one name."""
    names = [one.criterion for one in criteria]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"the criterion {twice[0]} stands twice")
    return criteria
