"""Rules of the eligibility sheet: the investigator decides by name, and nothing is compared that was not entered."""

from __future__ import annotations

from datetime import date

from injection_plan import commands, events
from injection_plan.criteria import DateMeasure, Nearness, NumberMeasure
from injection_plan.eligibility import Decision, contradicts
from injection_plan.people import Stamp
from injection_plan.plan_checks import Moment
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why


def date_screening(
    procedure: Procedure, command: commands.DateScreening, stamp: Stamp
) -> events.ScreeningDated | Refusal:
    """Accept the day of the screening visit, which is not ahead."""
    if refusal := gates.before_start(procedure):
        return refusal
    if command.on > today(stamp):
        return Refusal(Why.IN_THE_FUTURE)
    return events.ScreeningDated(on=command.on)


def decide_criteria(
    procedure: Procedure, command: commands.DecideCriteria, stamp: Stamp
) -> events.CriteriaDecided | Refusal:
    """Accept decisions of criteria that the protocol has, each with values of its own measures."""
    if refusal := gates.before_start(procedure):
        return refusal
    for decision in command.decisions:
        if refusal := _decision_refused(procedure, decision, today(stamp)):
            return refusal
    return events.CriteriaDecided(decisions=command.decisions)


def _decision_refused(procedure: Procedure, decision: Decision, now: date) -> Refusal | None:
    known = {one.criterion: one for one in procedure.protocol.criteria}
    criterion = known.get(decision.criterion)
    if criterion is None:
        return Refusal(Why.NO_SUCH_LINE, decision.criterion)
    measures = {one.measure: one for one in criterion.measures}
    named = [value.measure for value in decision.values]
    if strange := [name for name in named if name not in measures or named.count(name) > 1]:
        return Refusal(Why.NO_SUCH_LINE, strange[0])
    for value in decision.values:
        measure = measures[value.measure]
        is_planned = isinstance(measure, DateMeasure) and measure.within is Nearness.AFTER_SCREENING
        is_score = isinstance(measure, NumberMeasure) and measure.outcome_score
        if value.outcome_score != is_score:
            return Refusal(Why.NO_SUCH_LINE, value.measure)
        if value.on is not None and value.on > now and not is_planned:
            return Refusal(Why.IN_THE_FUTURE, value.measure)
    screened_on = procedure.prepared.screened_on
    if decision.note is None and contradicts(criterion, decision, screened_on):
        return Refusal(Why.NOTE_NEEDED, decision.criterion)
    return None


def sign_off(
    procedure: Procedure, command: commands.SignOffEligibility
) -> events.EligibilitySignedOff | Refusal:
    """Let the investigator sign off a sheet of which every criterion is decided, unchanged since it was seen."""
    if refusal := gates.before_start(procedure):
        return refusal
    if undecided := open_criteria(procedure):
        return Refusal(Why.CRITERIA_OPEN, undecided[0])
    if procedure.prepared.signed_off is not None:
        return Refusal(Why.ALREADY_SIGNED_OFF, procedure.prepared.signed_off.acted_by.name)
    if command.seen != procedure.version:
        return Refusal(Why.STALE)
    return events.EligibilitySignedOff()


def open_criteria(procedure: Procedure) -> tuple[str, ...]:
    """Return the criteria that nobody has decided yet, in the protocol's order."""
    criteria = procedure.protocol.criteria
    return tuple(one.criterion for one in criteria if procedure.prepared.decision(one.criterion) is None)


def check_day(procedure: Procedure, command: commands.CheckDay) -> events.DayChecked | Refusal:
    """Accept an answer to every question of the day; one that is not clear says what was found and decided."""
    if refusal := gates.before_start(procedure):
        return refusal
    if [answer.line for answer in command.answers] != _lines(procedure.protocol):
        return Refusal(Why.LINES_MISSING)
    unclear = [one.line for one in command.answers if not one.clear and one.note is None]
    return Refusal(Why.NOTE_NEEDED, unclear[0]) if unclear else events.DayChecked(answers=command.answers)


def _lines(protocol: Protocol) -> list[str]:
    return [line.line for line in protocol.day_check]


def today(stamp: Stamp) -> date:
    """Return the calendar day at the workstation when something was asked."""
    return Moment(stamp.recorded, stamp.offset_minutes).today
