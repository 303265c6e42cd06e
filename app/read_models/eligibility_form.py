"""The eligibility sheet as it is typed: one criterion decided at a time, the screening visit, the sign-off.

Each check answers with a command, or with a sentence for every field that stands against it. Nothing typed is changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app import wording
from app.clock import Reading
from app.read_models.eligibility_sheet import asks_for_figures
from app.read_models.measure_fields import (
    ReadMeasure,
    ValueText,
    entered,
    read_measure,
    stored_text,
)
from app.read_models.measure_words import together
from app.read_models.people_form import LONGEST, is_practice_person, person_named
from app.read_models.typed_day import UnreadableDay, read_day
from injection_plan.commands import DateScreening, DecideCriteria, SignOffEligibility
from injection_plan.criteria import Criterion
from injection_plan.eligibility import Decision, MeasuredValue, Says, contradicts, criterion_says
from injection_plan.people import Person
from injection_plan.plan_checks import Moment
from injection_plan.procedure import Procedure
from injection_plan.rules.eligibility import open_criteria
from injection_plan.terms import Verdict

DOMAIN = "eligibility"
INVESTIGATOR = "investigator"
NOTE = "note"
SCREENED = "screened"
NAME = "name"
LONGEST_NOTE = 2000


@dataclass(frozen=True, slots=True)
class CriterionText:
    """What was typed at one criterion: its values, and the note."""

    values: tuple[ValueText, ...] = ()
    note: str = ""

    def value(self, measure: str) -> ValueText:
        """Return what was typed for a measure."""
        return next((one for one in self.values if one.measure == measure), ValueText(measure))


@dataclass(frozen=True, slots=True)
class ReadCriterion:
    """What was typed at a criterion, read: each measure, and what the values say together."""

    measures: dict[str, ReadMeasure]
    says: Says
    together: str

    @property
    def values(self) -> tuple[MeasuredValue, ...]:
        """Every value that was entered."""
        return tuple(value for one in self.measures.values() for value in one.values)

    @property
    def is_in_order(self) -> bool:
        """Whether nothing stands against what was typed."""
        return all(one.is_in_order for one in self.measures.values())


@dataclass(frozen=True, slots=True)
class Decided:
    """The command when a criterion can be decided so; else what stands against it. Neither: it stands so already."""

    command: DecideCriteria | None
    problems: dict[str, str] = field(default_factory=dict)


def text_of(procedure: Procedure, criterion: Criterion) -> CriterionText:
    """Return what is stored of a criterion, as it would be typed."""
    decided = procedure.prepared.decision(criterion.criterion)
    values = () if decided is None else decided.decision.values
    note = "" if decided is None else decided.decision.note or ""
    return CriterionText(tuple(stored_text(one, values) for one in entered(criterion)), note)


def read_criterion(
    procedure: Procedure, criterion: Criterion, text: CriterionText, now: Reading
) -> ReadCriterion:
    """Read what was typed at a criterion and hold it against the text."""
    screened_on = procedure.prepared.screened_on
    measures = {
        one.measure: read_measure(criterion, one, text.value(one.measure), today(now), screened_on)
        for one in entered(criterion)
    }
    values = tuple(value for one in measures.values() for value in one.values)
    says = criterion_says(criterion, values, screened_on)
    return ReadCriterion(measures, says, _together(procedure, criterion, text, says))


def _together(procedure: Procedure, criterion: Criterion, text: CriterionText, says: Says) -> str:
    """Return what the values say together, or that there is none: before a decision, and as what it rests on."""
    if not criterion.measures:
        return ""
    if says is not Says.NOTHING or not all(one.is_empty for one in text.values):
        return together(says)
    stands = procedure.prepared.decision(criterion.criterion)
    is_decided = stands is not None and not stands.decision.values
    if asks_for_figures(criterion):
        return wording.say(DOMAIN, "together.without_value" if is_decided else "together.no_value")
    return wording.say(DOMAIN, "together.without_day" if is_decided else "together.no_day")


def today(now: Reading) -> date:
    """Return the calendar day at the workstation."""
    return Moment(now.utc, now.offset_minutes).today


def read_investigator(procedure: Procedure, typed: str) -> Person | str:
    """Return the investigator, or why this is no name to decide by."""
    if len(" ".join(typed.split())) > LONGEST:
        return wording.say(DOMAIN, "wrong.name_too_long", most=LONGEST)
    person = person_named(typed)
    if person is None:
        return wording.say(DOMAIN, "wrong.investigator_missing")
    if not procedure.practice and is_practice_person(typed):
        return wording.say(DOMAIN, "wrong.practice_person")
    return person


def known_investigator(procedure: Procedure) -> str:
    """Return by whose name the last decision was made; nothing while nothing is decided."""
    stamps = [one.stamp for one in procedure.prepared.decided]
    last = max(stamps, key=lambda stamp: stamp.recorded, default=None)
    return "" if last is None else last.acted_by.name


def check_decision(
    procedure: Procedure,
    criterion: Criterion,
    text: CriterionText,
    verdict: Verdict,
    *,
    investigator: str,
    now: Reading,
) -> Decided:
    """Return the decision of one criterion by the named investigator, with the values it rests on."""
    problems: dict[str, str] = {}
    read = read_criterion(procedure, criterion, text, now)
    by = read_investigator(procedure, investigator)
    if isinstance(by, str):
        problems[INVESTIGATOR] = by
    note = text.note.strip() or None
    if note is not None and len(note) > LONGEST_NOTE:
        problems[NOTE], note = wording.say(DOMAIN, "wrong.note_too_long", most=LONGEST_NOTE), None
    decision = Decision(criterion=criterion.criterion, verdict=verdict, values=read.values, note=note)
    if note is None and read.is_in_order and contradicts(criterion, decision, procedure.prepared.screened_on):
        words = {"said": read.together, "verdict": wording.verdict(verdict)}
        problems.setdefault(NOTE, wording.say(DOMAIN, "wrong.contradicts", **words))
    if problems or not read.is_in_order or isinstance(by, str):
        return Decided(None, problems)
    stands = procedure.prepared.decision(criterion.criterion)
    if stands is not None and stands.decision == decision and stands.stamp.acted_by == by:
        return Decided(None)
    return Decided(DecideCriteria(decisions=(decision,), by=by))


def check_screening(procedure: Procedure, typed: str, now: Reading) -> DateScreening | str | None:
    """Return the day of the screening visit to store, why it cannot be read, or nothing where it stands so already."""
    stored = procedure.prepared.screened_on
    if not typed.strip():
        return None if stored is None else wording.say(DOMAIN, "wrong.screening_emptied")
    day = read_day(typed, today(now))
    if isinstance(day, UnreadableDay):
        return wording.say(DOMAIN, f"day.{day.value}")
    return None if day == stored else DateScreening(on=day)


@dataclass(frozen=True, slots=True)
class SignOffChecked:
    """The command when the sheet can be signed off; else what stands against it."""

    command: SignOffEligibility | None
    problems: dict[str, str] = field(default_factory=dict)


def check_sign_off(procedure: Procedure, investigator: str, typed: str) -> SignOffChecked:
    """Return the sign-off when every criterion is decided and the investigator's name is typed letter by letter."""
    by = read_investigator(procedure, investigator)
    if isinstance(by, str):
        return SignOffChecked(None, {INVESTIGATOR: by})
    problems: dict[str, str] = {}
    if waiting := open_criteria(procedure):
        problems[NAME] = wording.say(DOMAIN, "wrong.criteria_open", count=len(waiting))
    elif not typed.strip():
        problems[NAME] = wording.say(DOMAIN, "wrong.sign_name_missing")
    elif typed.strip() != by.name:
        problems[NAME] = wording.say(DOMAIN, "wrong.sign_name_differs", name=by.name)
    if problems:
        return SignOffChecked(None, problems)
    return SignOffChecked(SignOffEligibility(by=by, seen=procedure.version))
