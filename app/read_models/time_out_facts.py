"""What lies beside the lines of a time-out: what is left out and what was found on the hand, and its syringes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from app import wording
from app.clock import Reading
from app.read_models.plan_summary import finding_list
from injection_plan.anatomy import PASSES, SITES, Hand
from injection_plan.events import Entry, PlanApproved
from injection_plan.hand_findings import finger_at
from injection_plan.procedure import Delivery, Procedure, SyringeState
from injection_plan.terms import Standing
from injection_plan.volume import Volume, total
from injection_plan.volume_plan import volume_plan

DOMAIN = "cases"


@dataclass(frozen=True, slots=True)
class SyringeAtHand:
    """One syringe as it is read aloud: number and digit, what is in it, what is to be given, its label, and all of it.

    `is_less` is set where less is to be given than is in it: then it is not emptied. `short` says by how much it falls
    short of what is planned from it and the dead space that was entered, or is empty where it does not.
    """

    number: int
    digit: str
    mark: str
    to_give: str
    is_less: bool
    label: str
    spoken: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class OtherHand:
    """What is left out and was found on the hand that is not the time-out's, which is read aloud too."""

    name: str
    not_planned: tuple[str, ...]
    findings: tuple[str, ...]


def on_hand(procedure: Procedure, hand: Hand) -> tuple[Delivery, ...]:
    """Return every pass of the protocol on a hand, whatever became of it."""
    return tuple(
        one
        for one in procedure.deliveries
        if not one.is_extra and procedure.protocol.aliquot(one.code).path.finger.hand is hand
    )


def left_out_lines(procedure: Procedure, hand: Hand) -> tuple[str, ...]:
    """Return each site that is not planned on a hand with its directions and the reason, in full words."""
    missing = [one for one in on_hand(procedure, hand) if one.standing is Standing.NOT_PLANNED]
    in_order = sorted(missing, key=lambda one: tuple(PASSES).index(one.code))
    grouped = groupby(in_order, key=lambda one: (one.code.rpartition("-")[0], one.reason or ""))
    return tuple(
        wording.say(DOMAIN, "time_out.left_out", where=_directions(site, list(ones)), reason=reason)
        for (site, reason), ones in grouped
    )


def _directions(site: str, ones: list[Delivery]) -> str:
    if len(ones) == 1:
        return wording.aliquot(ones[0].code)
    named = [wording.direction(PASSES[one.code].direction) for one in ones]
    return wording.say(DOMAIN, "time_out.both", site=wording.site(SITES[site]), one=named[0], other=named[1])


def finding_lines(procedure: Procedure, hand: Hand) -> tuple[str, ...]:
    """Return what was found on a hand and not taken back, in full words."""
    return tuple(
        wording.hand_finding(one.finding)
        for one in procedure.prepared.standing_findings
        if finger_at(one.finding.where).hand is hand
    )


def syringes_at_hand(procedure: Procedure, hand: Hand) -> tuple[SyringeAtHand, ...]:
    """Return the syringes of a hand by number; one that was taken up says so, and shows no mark any more."""
    short_by = {one.syringe.number: -one.left_over for one in volume_plan(procedure).short if one.left_over}
    return tuple(_syringe(procedure, state, short_by) for state in _of_hand(procedure, hand))


def still_to_give(procedure: Procedure, number: int) -> Volume:
    """Return what is planned from a syringe and neither given nor omitted."""
    return total(
        one.planned
        for one in procedure.planned
        if one.syringe == number and one.standing is Standing.PLANNED and one.planned is not None
    )


def other_hand(procedure: Procedure, hand: Hand) -> OtherHand:
    """Return what is to be read aloud about the other hand."""
    other = Hand.LEFT if hand is Hand.RIGHT else Hand.RIGHT
    left_out, found = left_out_lines(procedure, other), finding_lines(procedure, other)
    return OtherHand(wording.hand(other), left_out, found)


def approved_with(procedure: Procedure, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return the warnings that the plan was approved with, also where an approval carries no tick for them.

    Any change of what they are gathered from takes the approval back: the case still is what was approved.
    """
    last = next((one for one in reversed(entries) if isinstance(one.event, PlanApproved)), None)
    if last is None or not isinstance(last.event, PlanApproved):
        return ()
    stamp = last.stamp
    then = Reading(stamp.recorded, stamp.offset_minutes, stamp.tick_ms, stamp.run)
    return last.event.read or finding_list(procedure, then).warnings


def second_person_lines(procedure: Procedure, hand: Hand) -> tuple[str, ...]:
    """Return who read the fill marks of a hand's syringes as the second person, and which nobody read twice."""
    by_whom: dict[str, list[str]] = {}
    for state in _of_hand(procedure, hand):
        if state.fill is not None:
            person = "" if state.checked is None else state.checked.stamp.acted_by.name
            by_whom.setdefault(person, []).append(str(state.syringe.number))
    return tuple(_second_person(name, ", ".join(numbers)) for name, numbers in by_whom.items())


def _second_person(name: str, numbers: str) -> str:
    if not name:
        return wording.say(DOMAIN, "time_out.not_read_twice", syringes=numbers)
    return wording.say(DOMAIN, "time_out.read_twice", syringes=numbers, person=name)


def _of_hand(procedure: Procedure, hand: Hand) -> tuple[SyringeState, ...]:
    return tuple(state for state in procedure.syringes if state.syringe.hand is hand)


def _syringe(procedure: Procedure, state: SyringeState, short_by: Mapping[int, Volume]) -> SyringeAtHand:
    number, digit = state.syringe.number, wording.digit(state.syringe.digit)
    label = "" if state.fill is None else state.fill.label or ""
    mark, planned = _mark(state), still_to_give(procedure, number)
    in_it = None if state.fill is None or state.used else state.fill.mark
    is_less = in_it is not None and planned < in_it
    to_give = wording.volume(planned) if planned else wording.say(DOMAIN, "time_out.nothing")
    if is_less:
        to_give = wording.say(DOMAIN, "time_out.less", volume=to_give, mark=mark)
    # Of a syringe in use, it is no longer what was drawn up that has to be enough.
    missing = None if state.used else short_by.get(number)
    short = (
        "" if missing is None else wording.say(DOMAIN, "time_out.short_by", volume=wording.volume(missing))
    )
    spoken = wording.say(
        DOMAIN,
        "time_out.syringe_spoken",
        number=number,
        digit=digit,
        mark=mark,
        to_give=to_give,
        label=label or wording.say(DOMAIN, "time_out.no_label"),
    )
    if short:
        spoken = wording.say(DOMAIN, "time_out.syringe_spoken_short", syringe=spoken, short=short)
    return SyringeAtHand(number, digit, mark, to_give, is_less, label, spoken, short)


def _mark(state: SyringeState) -> str:
    if state.fill is None:
        return wording.say(DOMAIN, "time_out.not_filled")
    return wording.say(DOMAIN, "time_out.in_use") if state.used else wording.volume(state.fill.mark)
