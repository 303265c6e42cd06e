"""Who approved the plan, which approvals fell and with what, and what warned when it was approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.clock import Reading
from app.read_models.entry_words import what_happened
from app.read_models.plan_summary import finding_list
from app.read_models.preparation_summary.changes import ChangeRow
from app.read_models.preparation_summary.words import Told, doer, say
from injection_plan.events import Entry, PlanApproved
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.terms import Severity

LONGEST_TOLD = 160
"""How many characters of a change are told again; a longer one is only named by its number, and never cut short."""


@dataclass(frozen=True, slots=True)
class WarnedRow:
    """One sentence that warned at the approval: of which step, and by whom it was ticked as read, or that none did."""

    step: str
    sentence: str
    read: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class ApprovalSummary:
    """Who approved, and each approval that fell; then everything that warned at the approval."""

    is_approved: bool
    lines: tuple[Told, ...]
    warned: tuple[WarnedRow, ...]


Followed = tuple[Entry, Procedure]
"""An entry, and the case as it was just after it."""


def approval_summary(
    procedure: Procedure, followed: Iterable[Followed], changes: Iterable[ChangeRow]
) -> ApprovalSummary:
    """Return how the plan of a case was approved; each entry of the case comes with the state after it."""
    followed = tuple(followed)
    stamp = procedure.prepared.approved_by
    approved = Told(
        say("approved"),
        say("not_approved") if stamp is None else doer(stamp).phrase,
        is_loud=stamp is None,
    )
    last = next((one for one in reversed(followed) if isinstance(one[0].event, PlanApproved)), None)
    return ApprovalSummary(
        is_approved=stamp is not None,
        lines=(approved, *_fallen(followed, tuple(changes))),
        warned=() if stamp is None or last is None else tuple(_warned(*last)),
    )


def _fallen(followed: Iterable[Followed], changes: tuple[ChangeRow, ...]) -> Iterator[Told]:
    """Yield each approval that fell, the entry that it fell with, and what that changed."""
    before: Procedure | None = None
    for entry, after in followed:
        stamp = None if before is None else before.prepared.approved_by
        if stamp is not None and after.prepared.approved_by is None:
            mine = [one.phrase for one in changes if one.version == str(entry.version)]
            yield Told(say("fell"), _fell(stamp, entry, "; ".join(mine)), is_loud=True)
        before = after


def _fell(stamp: Stamp, entry: Entry, changed: str) -> str:
    who = doer(stamp)
    text = say("fell.text", person=who.name, time=who.when, version=entry.version)
    what = changed or what_happened(entry)
    if len(what) <= LONGEST_TOLD:
        return say("fell.with", fell=text, what=what)
    return say("fell.see_changes", fell=text) if changed else text


def _warned(entry: Entry, after: Procedure) -> Iterator[WarnedRow]:
    """Yield what warned, then what was ticked as read in words that these checks no longer say."""
    stamp = entry.stamp
    now = Reading(stamp.recorded, stamp.offset_minutes, stamp.tick_ms, stamp.run)
    ticked = entry.event.read if isinstance(entry.event, PlanApproved) else ()
    by = doer(stamp)
    read = say("ticked", person=by.name, time=by.when)
    lines = [one for one in finding_list(after, now).lines if one.severity is Severity.WARNS]
    for one in lines:
        is_read = one.sentence in ticked
        yield WarnedRow(one.step, one.sentence, read if is_read else say("not_ticked"), is_read)
    said = {one.sentence for one in lines}
    yield from (WarnedRow("", one, read, is_read=True) for one in ticked if one not in said)
