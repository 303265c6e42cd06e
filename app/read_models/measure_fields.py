"""The fields of one measure: a value with its unit and day, read exactly or refused with a sentence at its field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from app import wording
from app.read_models.measure_words import Compared, compared, with_unit
from app.read_models.typed_day import UnreadableDay, read_day
from injection_plan.criteria import (
    Criterion,
    DateMeasure,
    Measure,
    Nearness,
    NumberMeasure,
    ReferenceMeasure,
    entered_at,
)
from injection_plan.eligibility import MeasuredValue, is_questioned
from injection_plan.figures import read_figure
from injection_plan.volume import Unreadable

DOMAIN = "eligibility"
VALUE, UPPER_LIMIT, ON, QUESTION = "value", "upper_limit", "on", "question"
_TYPED = re.compile(r"(?P<number>[0-9.,]+)\s*(?P<unit>.*)", re.DOTALL)
_SAME = str.maketrans({"²": "2", "³": "3", "⁹": "9", "×": "x", "*": "x", "^": None, " ": None, "·": None})


@dataclass(frozen=True, slots=True)
class ValueText:
    """What was typed for one measure; `confirmed` is the figures that were said to be right as they stand."""

    measure: str
    value: str = ""
    upper_limit: str = ""
    on: str = ""
    confirmed: str = ""

    @property
    def figures(self) -> str:
        """What a confirmation holds for, letter by letter."""
        return f"{self.value}|{self.upper_limit}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not (self.value + self.upper_limit + self.on).strip()


@dataclass(frozen=True, slots=True)
class MeasureField:
    """How a measure is asked for: its words, and which of the three fields it has."""

    measure: str
    label: str
    unit: str
    spelt: str
    has_value: bool
    has_upper_limit: bool
    score: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ReadMeasure:
    """What came of reading: values as far as they can be read, what is wrong, the question, and the comparisons."""

    values: tuple[MeasuredValue, ...] = ()
    problems: dict[str, str] = field(default_factory=dict)
    question: str = ""
    compared: tuple[Compared, ...] = ()

    @property
    def is_in_order(self) -> bool:
        """Whether nothing stands against these values."""
        return not self.problems and not self.question


def measure_fields(criterion: Criterion) -> tuple[MeasureField, ...]:
    """Return what is asked for at a criterion; a value that serves two measures is asked for once."""
    return tuple(_field(one) for one in entered(criterion))


def entered(criterion: Criterion) -> tuple[Measure, ...]:
    """Return the measures under which something is entered."""
    return tuple(one for one in criterion.measures if entered_at(one) == one.measure)


def _field(measure: Measure) -> MeasureField:
    if isinstance(measure, DateMeasure):
        hint = wording.say(DOMAIN, "measure.never")
        return MeasureField(measure.measure, measure.label, "", "", False, False, "", hint)
    is_score = isinstance(measure, NumberMeasure) and measure.outcome_score
    return MeasureField(
        measure=measure.measure,
        label=measure.label,
        unit=measure.unit,
        spelt=measure.spelt,
        has_value=True,
        has_upper_limit=isinstance(measure, ReferenceMeasure),
        score=wording.say(DOMAIN, "measure.outcome_score") if is_score else "",
        meaning="",
    )


def stored_text(measure: Measure, values: tuple[MeasuredValue, ...]) -> ValueText:
    """Return a stored value as it would be typed."""
    value = next((one for one in values if one.measure == measure.measure), None)
    if value is None:
        return ValueText(measure.measure)
    on = "" if value.on is None else value.on.isoformat()
    text = ValueText(measure.measure, value.value or "", value.upper_limit or "", on)
    return ValueText(text.measure, text.value, text.upper_limit, on, text.figures if value.confirmed else "")


def read_measure(
    criterion: Criterion, measure: Measure, text: ValueText, today: date, screened_on: date | None
) -> ReadMeasure:
    """Read what was typed for a measure; nothing typed is nothing entered, and nothing is wrong with that."""
    if text.is_empty:
        return ReadMeasure()
    reader = _Reader(text, today)
    if isinstance(measure, DateMeasure):
        planned = measure.within is Nearness.AFTER_SCREENING
        values: tuple[MeasuredValue, ...] = (
            MeasuredValue(measure=measure.measure, on=reader.day(planned=planned)),
        )
    else:
        values = reader.figures(criterion, measure)
    said = (compared(criterion, criterion.measure(one.measure), one, screened_on) for one in values)
    kept = tuple(one for one in said if one is not None)
    return ReadMeasure(values, reader.problems, reader.question, kept)


class _Reader:
    """One look at the fields of a measure; `problems` holds a sentence for each that is wrong."""

    def __init__(self, text: ValueText, today: date) -> None:
        self._text = text
        self._today = today
        self.problems: dict[str, str] = {}
        self.question = ""

    def refuse(self, where: str, why: str, **fields: str) -> None:
        self.problems.setdefault(where, wording.say(DOMAIN, why, **fields))

    def day(self, *, planned: bool) -> date | None:
        read = read_day(self._text.on, self._today, planned=planned)
        if isinstance(read, UnreadableDay):
            self.refuse(ON, f"day.{read.value}")
            return None
        return read

    def figures(
        self, criterion: Criterion, measure: NumberMeasure | ReferenceMeasure
    ) -> tuple[MeasuredValue, ...]:
        value = self._figure(VALUE, self._text.value, measure)
        upper = None
        if isinstance(measure, ReferenceMeasure):
            upper = self._figure(UPPER_LIMIT, self._text.upper_limit, measure)
            if upper == "0":
                self.refuse(UPPER_LIMIT, "wrong.upper_limit_nothing")
                upper = None
        on = self.day(planned=False) if self._text.on.strip() else None
        if on is None:
            self.refuse(ON, "wrong.day_missing")
        self._ask(measure, (value, upper))
        is_score = isinstance(measure, NumberMeasure) and measure.outcome_score
        sharing = [one for one in criterion.measures if entered_at(one) == measure.measure]
        return tuple(
            MeasuredValue(
                measure=one.measure,
                value=value,
                unit=measure.unit,
                upper_limit=upper,
                on=on,
                confirmed=self._text.confirmed == self._text.figures,
                outcome_score=is_score,
            )
            for one in sharing
        )

    def _figure(self, where: str, typed: str, measure: NumberMeasure | ReferenceMeasure) -> str | None:
        if not typed.strip():
            self.refuse(where, f"wrong.{where}_missing")
            return None
        match = _TYPED.fullmatch(typed.strip())
        number, unit = (match["number"], match["unit"].strip()) if match else (typed, "")
        if unit and not _is_unit(unit, measure):
            self._wrong_unit(where, unit, measure)
            return None
        read = read_figure(number)
        if isinstance(read, Unreadable):
            self.refuse(where, f"figure.{read.value}")
            return None
        return read

    def _wrong_unit(self, where: str, unit: str, measure: NumberMeasure | ReferenceMeasure) -> None:
        if not measure.unit:
            self.refuse(where, "wrong.no_unit", typed=unit, spelt=measure.spelt)
        else:
            self.refuse(where, "wrong.unit", typed=unit, unit=measure.unit, spelt=measure.spelt)

    def _ask(self, measure: NumberMeasure | ReferenceMeasure, figures: tuple[str | None, str | None]) -> None:
        odd = [one for one in figures if one is not None and is_questioned(measure.questioned, one)]
        if odd and self._text.confirmed != self._text.figures:
            words = with_unit(odd[0], measure.unit)
            self.question = wording.say(DOMAIN, "question.odd", value=words, spelt=measure.spelt)


def _is_unit(typed: str, measure: NumberMeasure | ReferenceMeasure) -> bool:
    known = {_plain(measure.unit), _plain(measure.spelt), _plain(measure.unit).removeprefix("x")} - {""}
    return _plain(typed) in known


def _plain(unit: str) -> str:
    return unit.casefold().translate(_SAME)
