"""What was entered again before the first injection: every value as it stood before and after, by whom and when.

What was entered for the first time changes nothing that stood there; what was entered again and is the same neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app import wording
from app.read_models.preparation_summary.changed import (
    Changed,
    decisions_changed,
    handling_changed,
    plan_changed,
    product_changed,
    syringes_changed,
)
from app.read_models.preparation_summary.words import Doer, doer, or_not_recorded, say
from injection_plan import events
from injection_plan.answers import DayAnswer
from injection_plan.events import Entry
from injection_plan.procedure import Procedure
from injection_plan.terms import Role


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: its entry, what it is about, the value before (to be struck through) and after, who and when."""

    version: str
    about: str
    before: str
    after: str
    by: Doer

    @property
    def phrase(self) -> str:
        """What changed in one phrase: what it was, and what it is now."""
        return say("change.phrase", about=self.about, before=self.before, after=self.after)


def change_rows(followed: Iterable[tuple[Entry, Procedure]]) -> tuple[ChangeRow, ...]:
    """Return every change of the preparation in the order of the entries; each entry comes with the state after it."""
    rows: list[ChangeRow] = []
    before: Procedure | None = None
    for entry, after in followed:
        if before is not None:
            by = doer(entry.stamp)
            rows += (ChangeRow(str(entry.version), *one, by) for one in _changed(before, entry, after))
        before = after
    return tuple(rows)


def _changed(before: Procedure, entry: Entry, after: Procedure) -> Iterator[Changed]:
    match entry.event:
        case events.TeamNamed():
            yield from _team(before, entry.event)
        case events.ScreeningDated():
            yield from _screening(before, after)
        case events.CriteriaDecided():
            yield from decisions_changed(before, after)
        case events.DayChecked():
            yield from _day(before, entry.event)
        case events.HandFindingWithdrawn():
            yield from _withdrawn(before, entry.event)
        case events.ProductDescribed():
            yield from product_changed(before, after, entry.stamp.offset_minutes)
        case events.SyringesFilled() | events.SyringesChecked():
            yield from syringes_changed(before, after)
        case events.HandlingEntered():
            yield from handling_changed(before, after)
        case events.PlanDrafted():
            yield from plan_changed(before, after)
        case _:
            return
    signed = before.prepared.signed_off
    if signed is not None and after.prepared.signed_off is None:
        yield say("change.sign_off"), doer(signed).phrase, say("not_signed_off")


def _team(before: Procedure, event: events.TeamNamed) -> Iterator[Changed]:
    for role, was, now in (
        (Role.PERFORMER, before.performer, event.performer),
        (Role.VERIFIER, before.verifier, event.verifier),
    ):
        if was is not None and was != now:
            yield wording.role(role), was.name, now.name


def _screening(before: Procedure, after: Procedure) -> Iterator[Changed]:
    was, now = before.prepared.screened_on, after.prepared.screened_on
    if was is not None and now is not None and was != now:
        yield say("change.screening"), wording.day(was), wording.day(now)


def _day(before: Procedure, event: events.DayChecked) -> Iterator[Changed]:
    checked = before.prepared.day_check
    answers = {} if checked is None else {one.line: one for one in checked.answers}
    for one in event.answers:
        was = answers.get(one.line)
        if was is not None and (was.clear, was.note) != (one.clear, one.note):
            yield one.text.removesuffix("."), _answer(was), _answer(one)


def _answer(answer: DayAnswer) -> str:
    word = say("clear" if answer.clear else "not_clear")
    return word if answer.note is None else say("change.answer", answer=word, note=answer.note)


def _withdrawn(before: Procedure, event: events.HandFindingWithdrawn) -> Iterator[Changed]:
    found = before.prepared.finding(event.number)
    phrase = or_not_recorded(None if found is None else wording.hand_finding(found.finding))
    about = say("change.finding", number=event.number)
    yield about, phrase, say("change.withdrawn", reason=event.reason)
