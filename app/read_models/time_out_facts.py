"""What lies beside the lines of a time-out: what is left out and what was found on the hand, and its syringes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from app import wording
from app.drawing.hand_picture import hand_picture
from app.drawing.shapes import Picture
from app.drawing.standpoint import place_of
from app.read_models.hands import captions, finding_marks, marks
from app.read_models.plan_hands import plan_labels
from app.read_models.plan_rows import plan_rows
from injection_plan.anatomy import PASSES, SITES, Hand
from injection_plan.hand_findings import finger_at
from injection_plan.plan import Plan
from injection_plan.procedure import Delivery, Procedure, SyringeState
from injection_plan.terms import Standing

DOMAIN = "cases"
INNER, OUTER = 4.0, 214.0
"""How far, in millimetres from the middle of the picture of both hands, what belongs to one of them reaches."""
FOREARM = 82.0
"""How much of the picture's height is forearm, which is left away so that the fingers are the larger."""


@dataclass(frozen=True, slots=True)
class SyringeAtHand:
    """One syringe as it is read aloud: its number and digit, its fill mark, its label, and all of it in one phrase."""

    number: int
    digit: str
    mark: str
    label: str
    spoken: str


def on_hand(procedure: Procedure, hand: Hand) -> tuple[Delivery, ...]:
    """Return every pass of the protocol on a hand, whatever became of it."""
    return tuple(
        one
        for one in procedure.deliveries
        if not one.is_extra and procedure.protocol.aliquot(one.code).path.finger.hand is hand
    )


def hand_alone(procedure: Procedure, hand: Hand) -> Picture:
    """Return one hand as the case is viewed: its path numbered in the plan's order, and what was found on it."""
    plan = procedure.plan or Plan(order=())
    rows = plan_rows(procedure.protocol, plan)
    waiting = {one.code for one in procedure.planned if one.standing is Standing.PLANNED}
    both = hand_picture(
        marks(procedure),
        procedure.view,
        captions(),
        plan_labels(rows),
        numbers={code: number for code, number in rows.numbers.items() if code in waiting},
        findings=finding_marks(procedure),
    )
    is_right = place_of(hand, procedure.view).point((0.0, 0.0))[0] > 0
    return replace(
        both,
        left=INNER if is_right else -OUTER,
        width=OUTER - INNER,
        bottom=both.bottom + (FOREARM if procedure.view.fingers_up else 0.0),
        height=both.height - FOREARM,
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
    return tuple(_syringe(state) for state in _of_hand(procedure, hand))


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


def _syringe(state: SyringeState) -> SyringeAtHand:
    number, digit = state.syringe.number, wording.digit(state.syringe.digit)
    label = "" if state.fill is None else state.fill.label or ""
    mark = _mark(state)
    spoken = wording.say(
        DOMAIN,
        "time_out.syringe_spoken",
        number=number,
        digit=digit,
        mark=mark,
        label=label or wording.say(DOMAIN, "time_out.no_label"),
    )
    return SyringeAtHand(number, digit, mark, label, spoken)


def _mark(state: SyringeState) -> str:
    if state.fill is None:
        return wording.say(DOMAIN, "time_out.not_filled")
    return wording.say(DOMAIN, "time_out.in_use") if state.used else wording.volume(state.fill.mark)
