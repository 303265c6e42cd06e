"""Everything that was settled before and around the injections, as one frozen value with its words chosen.

The record prints it; a screen may show the same. What nobody recorded says so, and outcome scores are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.read_models.preparation_summary.approval import ApprovalSummary, approval_summary
from app.read_models.preparation_summary.changes import ChangeRow, change_rows
from app.read_models.preparation_summary.eligibility import EligibilitySummary, eligibility_summary
from app.read_models.preparation_summary.hands import HandsSummary, hands_summary
from app.read_models.preparation_summary.product import ProductSummary, product_summary
from app.read_models.preparation_summary.spoken import SpokenSummary, spoken_summary
from app.read_models.preparation_summary.syringes import FilledRow, filled_rows
from app.read_models.preparation_summary.words import Told, say, time_of
from injection_plan.events import Entry
from injection_plan.procedure import Procedure, apply


@dataclass(frozen=True, slots=True)
class PreparationSummary:
    """The preparation of a case, part by part, in the order in which it is read."""

    allocation: Told
    approval: ApprovalSummary
    eligibility: EligibilitySummary
    hands: HandsSummary
    product: ProductSummary
    syringes: tuple[FilledRow, ...]
    changes: tuple[ChangeRow, ...]
    spoken: SpokenSummary


def preparation_summary(procedure: Procedure, entries: Iterable[Entry]) -> PreparationSummary:
    """Return what was settled before the first injection, at the gates between, and at the sign-out."""
    entries = tuple(entries)
    followed = _followed(entries)
    changes = change_rows(followed)
    return PreparationSummary(
        allocation=_allocation(procedure),
        approval=approval_summary(procedure, followed, changes),
        eligibility=eligibility_summary(procedure, entries),
        hands=hands_summary(procedure, followed),
        product=product_summary(procedure),
        syringes=filled_rows(procedure),
        changes=changes,
        spoken=spoken_summary(procedure, entries, followed),
    )


def _followed(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, Procedure], ...]:
    """Return every entry with the case as it was just after it."""
    told: list[tuple[Entry, Procedure]] = []
    after: Procedure | None = None
    for entry in entries:
        after = apply(after, entry)
        told.append((entry, after))
    return tuple(told)


def _allocation(procedure: Procedure) -> Told:
    allocation = procedure.prepared.allocation
    told_at = time_of(allocation.told_at, procedure.opened.offset_minutes)
    text = say(
        "allocation.text",
        arm=allocation.arm,
        who=allocation.told_by,
        time=told_at,
        reference=allocation.reference,
    )
    return Told(say("allocation"), text)
