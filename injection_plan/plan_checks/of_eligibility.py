"""Checks of the people and the eligibility sheet: who decided what, whether values agree, and what was asked today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from injection_plan.criteria import DateMeasure
from injection_plan.eligibility import Says, contradicts, criterion_says, speaks_for
from injection_plan.plan_checks.finding import Finding, Found, Moment, blocks, notes, warns
from injection_plan.procedure import Procedure
from injection_plan.terms import FindingKind, Step


def two_people_are_named(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block while performer and verifier are not named."""
    if case.performer is None or case.verifier is None:
        yield blocks(Found.NO_TEAM, Step.SET_UP)


def every_criterion_is_in_favour(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block at each criterion that nobody decided, or that was decided against the participant."""
    for criterion in case.protocol.criteria:
        decided = case.prepared.decision(criterion.criterion)
        if decided is None:
            yield blocks(Found.CRITERION_OPEN, Step.ELIGIBILITY, criterion.criterion)
        elif not speaks_for(criterion, decided.decision.verdict):
            yield blocks(Found.CRITERION_AGAINST, Step.ELIGIBILITY, criterion.criterion)


def values_agree_with_decisions(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Warn where a value says the opposite of what was decided; note where a comparison had no value.

    A day that is not entered means never, or not known: of that nothing is missing.
    """
    screened_on = case.prepared.screened_on
    for criterion in case.protocol.criteria:
        decided = case.prepared.decision(criterion.criterion)
        if decided is None:
            continue
        if contradicts(criterion, decided.decision, screened_on):
            yield warns(Found.VALUE_CONTRADICTS, Step.ELIGIBILITY, criterion.criterion)
        elif all(isinstance(one, DateMeasure) for one in criterion.measures):
            continue
        elif criterion_says(criterion, decided.decision.values, screened_on) is Says.NOTHING:
            yield notes(Found.VALUE_MISSING, Step.ELIGIBILITY, criterion.criterion)


def what_was_found_was_known(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Warn where something was found on a hand after a criterion or question about it had been answered in favour.

    Whoever answers again afterwards has seen it, and the warning goes.
    """
    for criterion in case.protocol.criteria:
        decided = case.prepared.decision(criterion.criterion)
        if decided is None or not speaks_for(criterion, decided.decision.verdict):
            continue
        if _found_after(case, criterion.about, decided.stamp.recorded):
            yield warns(Found.FOUND_AFTER_DECISION, Step.ELIGIBILITY, criterion.criterion)
    checked = case.prepared.day_check
    if checked is None:
        return
    clear = {one.line for one in checked.answers if one.clear}
    for line in case.protocol.day_check:
        if line.line in clear and _found_after(case, line.about, checked.stamp.recorded):
            yield warns(Found.FOUND_AFTER_ANSWER, Step.ELIGIBILITY, line.line)


def _found_after(case: Procedure, about: Iterable[FindingKind], answered: datetime) -> bool:
    return any(
        one.finding.kind in about and one.stamp.recorded > answered for one in case.prepared.standing_findings
    )


def the_sheet_is_signed_off(case: Procedure, _now: Moment) -> Iterator[Finding]:
    """Block while the eligibility sheet is not signed off as it stands."""
    if case.protocol.criteria and case.prepared.signed_off is None:
        yield blocks(Found.SHEET_NOT_SIGNED, Step.ELIGIBILITY)


def the_day_was_checked(case: Procedure, now: Moment) -> Iterator[Finding]:
    """Block while the day's questions were not asked today; warn at each that was not clear."""
    if not case.protocol.day_check:
        return
    checked = case.prepared.day_check
    if checked is None or not is_today(case, now):
        yield blocks(Found.DAY_NOT_CHECKED, Step.ELIGIBILITY)
    for answer in checked.answers if checked is not None else ():
        if not answer.clear:
            yield warns(Found.DAY_NOT_CLEAR, Step.ELIGIBILITY, answer.line)


def is_today(case: Procedure, now: Moment) -> bool:
    """Say whether the day's questions were answered on this very day."""
    checked = case.prepared.day_check
    if checked is None:
        return False
    stamp = checked.stamp
    return Moment(stamp.recorded, stamp.offset_minutes).today == now.today
