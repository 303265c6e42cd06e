"""Who approved the plan, which approvals fell and with what, and what warned when it was approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app import wording
from app.read_models.entry_words import what_happened
from app.read_models.finding_words import finding_words
from app.read_models.preparation_summary.words import Told, doer, say
from injection_plan.events import Entry, PlanApproved
from injection_plan.plan_checks import Moment, plan_findings
from injection_plan.procedure import Procedure
from injection_plan.terms import Severity

LONGEST_TOLD = 160
"""How many characters of an entry are told again; a longer one is only named by its number, and never cut short."""


@dataclass(frozen=True, slots=True)
class ApprovalSummary:
    """Who approved, and each approval that fell; then one sentence for each finding that warned at the approval."""

    is_approved: bool
    lines: tuple[Told, ...]
    warned: tuple[Told, ...]


Followed = tuple[Entry, Procedure]
"""An entry, and the case as it was just after it."""


def approval_summary(procedure: Procedure, followed: Iterable[Followed]) -> ApprovalSummary:
    """Return how the plan of a case was approved; `followed` are the entries of the case, each with its state."""
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
        lines=(approved, *_fallen(followed)),
        warned=() if stamp is None or last is None else tuple(_warned(*last)),
    )


def _fallen(followed: Iterable[Followed]) -> Iterator[Told]:
    """Yield each approval that fell, and the entry that it fell with."""
    before: Procedure | None = None
    for entry, after in followed:
        stamp = None if before is None else before.prepared.approved_by
        if stamp is not None and after.prepared.approved_by is None:
            who = doer(stamp)
            text = say("fell.text", person=who.name, time=who.when, version=entry.version)
            what = what_happened(entry)
            if len(what) <= LONGEST_TOLD:
                text = say("fell.with", fell=text, what=what)
            yield Told(say("fell"), text, is_loud=True)
        before = after


def _warned(entry: Entry, after: Procedure) -> Iterator[Told]:
    moment = Moment(entry.stamp.recorded, entry.stamp.offset_minutes)
    for found in plan_findings(after, moment):
        if found.severity is Severity.WARNS:
            yield Told(wording.step(found.step), finding_words(found, after))
