"""What was found on the hands, which passes were left out and for what, and the order of the plan in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app import wording
from app.read_models.preparation_summary.words import Doer, doer, say
from injection_plan.anatomy import Digit, Hand, pass_of
from injection_plan.arrangement import Arrangement, arranged, arrangement_of
from injection_plan.events import Entry, HandFindingWithdrawn
from injection_plan.people import Stamp
from injection_plan.plan import LeftOut, Plan, plan_as_the_protocol_says
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

    `has_plan` says whether there is a plan at all, so that nothing left out means that all is planned.
    """

    has_plan: bool
    findings: tuple[FindingRow, ...]
    left_out: tuple[LeftOutRow, ...]
    order: tuple[str, ...]


def hands_summary(procedure: Procedure, entries: Iterable[Entry]) -> HandsSummary:
    """Return what was found on the hands of a case and what the plan made of it."""
    withdrawn = {
        entry.event.number: entry.stamp for entry in entries if isinstance(entry.event, HandFindingWithdrawn)
    }
    not_planned = procedure.plan.not_planned if procedure.plan is not None else ()
    return HandsSummary(
        has_plan=procedure.plan is not None,
        findings=tuple(
            _found(one, not_planned, withdrawn.get(one.number)) for one in procedure.prepared.findings
        ),
        left_out=tuple(_left_out(procedure, one) for one in not_planned),
        order=tuple(_order(procedure)),
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


def _order(procedure: Procedure) -> Iterator[str]:
    """Yield the order in words where it is not the protocol's own; word by word what differs, else pass by pass."""
    plan = procedure.plan
    if plan is None:
        yield say("no_plan")
        return
    whole = plan_as_the_protocol_says(procedure.protocol).order
    own = tuple(code for code in whole if code in plan.order)
    if plan.order == own:
        yield say("order.protocol")
        return
    arrangement = arrangement_of(plan.order)
    yield from _differing(plan, arrangement, arrangement_of(own))
    if arranged(procedure.protocol, arrangement, plan.not_planned).order != plan.order:
        passes = "; ".join(wording.short_aliquot(code) for code in plan.order)
        yield say("order.pass_by_pass", passes=passes)


def _differing(plan: Plan, mine: Arrangement, own: Arrangement) -> Iterator[str]:
    """Yield a line for each word of the order that differs: hands, fingers of a hand, sides, directions."""
    if mine.hands != own.hands:
        yield _line("order.hands", map(wording.short_hand, mine.hands), map(wording.short_hand, own.hands))
    for hand in mine.hands:
        planned = {pass_of(code).site.digit for code in plan.order if pass_of(code).site.hand is hand}
        of_mine, of_own = (_words(one, hand, planned) for one in (mine, own))
        if of_mine != of_own:
            yield _line("order.fingers", of_mine, of_own, hand=wording.hand(hand))
    if mine.sides != own.sides:
        yield _line("order.sides", map(wording.side, mine.sides), map(wording.side, own.sides))
    if mine.directions != own.directions:
        of_mine, of_own = (list(map(wording.direction, one.directions)) for one in (mine, own))
        yield _line("order.directions", of_mine, of_own)


def _words(arrangement: Arrangement, hand: Hand, planned: set[Digit]) -> list[str]:
    return [wording.digit(one) for one in arrangement.fingers[hand] if one in planned]


def _line(key: str, mine: Iterable[str], own: Iterable[str], hand: str = "") -> str:
    then = say("order.then")
    return say(key, order=then.join(mine), protocol=then.join(own), hand=hand)
