"""The eligibility sheet as it was decided, without one outcome score, and what was asked again on the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app import wording
from app.read_models.preparation_summary.criterion_words import criterion_numbers
from app.read_models.preparation_summary.measures import contradiction, measure_notes
from app.read_models.preparation_summary.words import Doer, doer, or_not_recorded, say
from injection_plan.answers import DayAnswer
from injection_plan.criteria import Criterion
from injection_plan.eligibility import speaks_for
from injection_plan.events import CriteriaDecided, Entry
from injection_plan.procedure import Procedure
from injection_plan.procedure.prepared import Decided

LONGEST_QUOTED = 100
"""How many characters of a criterion are quoted whole; a longer one is called by its name, and never cut short."""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion: its number, its words or name, what was decided by whom, and in `notes` what that rests on.

    Loud where it is not answered, speaks against the participant, or says otherwise than the value beside it.
    """

    number: str
    text: str
    verdict: str
    by: Doer | None
    notes: tuple[str, ...]
    is_loud: bool


@dataclass(frozen=True, slots=True)
class DayRow:
    """One question of the day: what was asked, how it was answered, and what was found where it was not so."""

    text: str
    answer: str
    note: str
    is_loud: bool


@dataclass(frozen=True, slots=True)
class EligibilitySummary:
    """The sheet and the questions of the day, each with who answered for it; `screened_on` is a day in words.

    `day_asked` is empty under a protocol that asks nothing on the day.
    """

    screened_on: str
    signed_off: str
    is_signed_off: bool
    rows: tuple[CriterionRow, ...]
    day_asked: str
    day: tuple[DayRow, ...]


def eligibility_summary(procedure: Procedure, entries: Iterable[Entry]) -> EligibilitySummary:
    """Return how a participant was found eligible; an outcome score is the blinded assessor's and is not in it."""
    prepared = procedure.prepared
    first = _decided_before(entries)
    numbers = criterion_numbers(procedure.protocol)
    signed_off = prepared.signed_off
    checked = prepared.day_check
    return EligibilitySummary(
        screened_on=or_not_recorded(
            None if prepared.screened_on is None else wording.day(prepared.screened_on)
        ),
        signed_off=say("not_signed_off") if signed_off is None else doer(signed_off).phrase,
        is_signed_off=signed_off is not None,
        rows=tuple(
            _row(procedure, one, numbers[one.criterion], first.get(one.criterion, ()))
            for one in procedure.protocol.criteria
        ),
        day_asked=_day_asked(procedure),
        day=tuple(_asked(one) for one in checked.answers) if checked is not None else (),
    )


def _day_asked(procedure: Procedure) -> str:
    checked = procedure.prepared.day_check
    if checked is not None:
        return doer(checked.stamp).phrase
    return say("not_asked") if procedure.protocol.day_check else ""


def _decided_before(entries: Iterable[Entry]) -> dict[str, tuple[Decided, ...]]:
    """Return every decision of each criterion, in order; the last one stands."""
    told: dict[str, tuple[Decided, ...]] = {}
    for entry in entries:
        for one in entry.event.decisions if isinstance(entry.event, CriteriaDecided) else ():
            told[one.criterion] = (*told.get(one.criterion, ()), Decided(one, entry.stamp))
    return told


def _row(procedure: Procedure, criterion: Criterion, number: str, told: tuple[Decided, ...]) -> CriterionRow:
    decided = procedure.prepared.decision(criterion.criterion)
    quoted = say("quoted", text=criterion.text.removesuffix(";"))
    is_short = len(criterion.text) <= LONGEST_QUOTED
    text = quoted if is_short else wording.line_name(criterion.criterion)
    if decided is None:
        return CriterionRow(number, text, say("not_answered"), None, (), is_loud=True)
    decision = decided.decision
    against = contradiction(criterion, decision, procedure.prepared.screened_on)
    return CriterionRow(
        number=number,
        text=text,
        verdict=wording.verdict(decision.verdict),
        by=doer(decided.stamp),
        notes=tuple(_notes(criterion, decided, told[:-1], against)),
        is_loud=bool(against) or not speaks_for(criterion, decision.verdict),
    )


def _notes(
    criterion: Criterion, decided: Decided, before: tuple[Decided, ...], against: str
) -> Iterator[str]:
    """Yield the compared values, that one says otherwise, the investigator's note, and earlier decisions."""
    yield from measure_notes(criterion, decided.decision)
    if against:
        yield against
    elif decided.decision.note is not None:
        yield say("note", note=decided.decision.note)
    for one in before:
        who = doer(one.stamp)
        yield say(
            "decided_before", verdict=wording.verdict(one.decision.verdict), person=who.name, time=who.when
        )


def _asked(answer: DayAnswer) -> DayRow:
    key = "clear" if answer.clear else "not_clear"
    return DayRow(answer.text, say(key), answer.note or "", is_loud=not answer.clear)
