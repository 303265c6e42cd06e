"""What was found on the hands, which passes were left out and for what, and the order of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app import wording
from app.read_models.preparation_summary.order import order_by, order_lines
from app.read_models.preparation_summary.words import Doer, doer, say
from injection_plan.events import Entry, HandFindingWithdrawn
from injection_plan.people import Stamp
from injection_plan.plan import LeftOut
from injection_plan.procedure import Procedure
from injection_plan.procedure.prepared import HandFound


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding: what and where in one phrase, and in `notes` what was left out for it, or why it was withdrawn."""

    number: str
    phrase: str
    by: Doer
    notes: tuple[str, ...]
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """One pass that is not planned: its phrase, its volume, why and for which finding, by whom."""

    phrase: str
    volume: str
    reason: str
    by: Doer | None


@dataclass(frozen=True, slots=True)
class HandsSummary:
    """The findings, withdrawn ones among them; what is not planned; and how the order differs from the protocol's.

    `order_by` is whose order it is, since when and by which entry, and empty without a plan. `has_plan` says whether
    there is a plan at all, so that nothing left out means that all is planned.
    """

    has_plan: bool
    findings: tuple[FindingRow, ...]
    left_out: tuple[LeftOutRow, ...]
    order_by: str
    order: tuple[str, ...]


def hands_summary(procedure: Procedure, followed: Iterable[tuple[Entry, Procedure]]) -> HandsSummary:
    """Return what was found on the hands of a case and what the plan made of it; each entry comes with its state."""
    followed = tuple(followed)
    withdrawn = {
        entry.event.number: entry.stamp
        for entry, _ in followed
        if isinstance(entry.event, HandFindingWithdrawn)
    }
    not_planned = procedure.plan.not_planned if procedure.plan is not None else ()
    return HandsSummary(
        has_plan=procedure.plan is not None,
        findings=tuple(
            _found(one, not_planned, withdrawn.get(one.number)) for one in procedure.prepared.findings
        ),
        left_out=tuple(_left_out(procedure, one) for one in not_planned),
        order_by=order_by(followed),
        order=tuple(order_lines(procedure)),
    )


def _found(one: HandFound, not_planned: tuple[LeftOut, ...], withdrawn: Stamp | None) -> FindingRow:
    mine = [wording.short_aliquot(left.aliquot) for left in not_planned if left.finding == one.number]
    notes = [say("left_out_for_it", passes="; ".join(mine)) if mine else say("nothing_left_out")]
    if one.withdrawn is not None and withdrawn is not None:
        who = doer(withdrawn)
        notes.insert(0, say("withdrawn", person=who.name, time=who.when, reason=one.withdrawn))
        if not mine:
            notes.pop()
    return FindingRow(
        number=str(one.number),
        phrase=wording.hand_finding(one.finding),
        by=doer(one.stamp),
        notes=tuple(notes),
        is_withdrawn=one.withdrawn is not None,
    )


def _left_out(procedure: Procedure, one: LeftOut) -> LeftOutRow:
    stamp = procedure.prepared.left_out_by(one.aliquot)
    return LeftOutRow(
        phrase=wording.aliquot(one.aliquot),
        volume=wording.volume(procedure.protocol.aliquot(one.aliquot).volume),
        reason=one.reason
        if one.finding is None
        else say("reason_and_finding", reason=one.reason, number=one.finding),
        by=None if stamp is None else doer(stamp),
    )
