"""The hands of a case: the mark of every pass, the words over every finger, and the picture made of them."""

from __future__ import annotations

from functools import cache
from typing import assert_never

from app import wording
from app.drawing.hand_picture import hand_picture
from app.drawing.marks import Captions, FindingMark, FingerLabel, MarkState, PassMark
from app.drawing.shapes import Picture
from app.read_models.blind import Blind
from injection_plan.anatomy import PASSES, Digit, Finger, Hand, Side
from injection_plan.procedure import Delivery, Procedure
from injection_plan.terms import Standing
from injection_plan.views import View
from injection_plan.volume import NOTHING, total

DOMAIN = "live"


def hands(procedure: Procedure, eyes: Blind, view: View, selected: str | None = None) -> Picture:
    """Return both hands as the case stands, for a screen or for paper, as far as the reader may know."""
    return hand_picture(
        marks(procedure),
        view,
        captions(),
        labels(procedure, eyes),
        selected,
        findings=finding_marks(procedure),
    )


@cache
def captions() -> Captions:
    """Return the words that every picture of the hands always shows."""
    return Captions(
        hands={hand: wording.hand(hand) for hand in Hand},
        digits={digit: wording.digit(digit) for digit in Digit},
        sides={side: wording.say("procedure", f"side.short.{side.value}") for side in Side},
    )


def marks(procedure: Procedure) -> dict[str, PassMark]:
    """Return how each pass of the plan is drawn; an extra pass has a row in the timeline and none here."""
    current = procedure.current
    shown = current.code if current is not None else None
    return {
        one.code: PassMark(one.code, MarkState.CURRENT if one.code == shown else mark_state(one))
        for one in procedure.deliveries
        if one.code in PASSES
    }


def finding_marks(procedure: Procedure) -> tuple[FindingMark, ...]:
    """Return how each standing finding is drawn; once injections have begun, nothing of them changes any more."""
    return tuple(
        FindingMark(
            one.finding.kind,
            one.finding.where,
            None if one.finding.ends_at is None else one.finding.ends_at.value,
        )
        for one in procedure.prepared.standing_findings
    )


def mark_state(delivery: Delivery) -> MarkState:
    """Return how a delivery is drawn when it is not the one that is next."""
    match delivery.standing:
        case Standing.PLANNED:
            return MarkState.PLANNED
        case Standing.MARK_OWED | Standing.NOT_READ:
            return MarkState.GIVEN
        case Standing.VERIFIED:
            return MarkState.VERIFIED
        case Standing.MARK_DIFFERS:
            return MarkState.DIFFERS
        case Standing.OMITTED:
            return MarkState.OMITTED
        case Standing.NOT_PLANNED:
            return MarkState.NOT_PLANNED
        case Standing.UNKNOWN:
            return MarkState.UNKNOWN
        case _:
            assert_never(delivery.standing)


def labels(procedure: Procedure, eyes: Blind) -> dict[Finger, FingerLabel]:
    """Return the words over each finger: what it got, as far as the reader may know, of what was planned for it."""
    reached: dict[Finger, list[Delivery]] = {state.syringe.finger: [] for state in procedure.syringes}
    for one in procedure.deliveries:
        finger = finger_of(procedure, one)
        if finger is not None:
            reached.setdefault(finger, []).append(one)
    return {
        state.syringe.finger: _label(procedure, reached[state.syringe.finger], eyes)
        for state in procedure.syringes
    }


def _label(procedure: Procedure, mine: list[Delivery], eyes: Blind) -> FingerLabel:
    planned = total(one.planned or NOTHING for one in mine if one.standing is not Standing.NOT_PLANNED)
    rest = wording.say(DOMAIN, "finger.of", planned=wording.volume(planned))
    counted = eyes.counted(mine)
    # What is held back must not show in a colour either.
    differs = counted != planned and not any(one.code in eyes.held_back for one in mine)
    return FingerLabel(wording.number(counted), rest, _tone(procedure, mine, differs=differs))


def finger_of(procedure: Procedure, delivery: Delivery) -> Finger | None:
    """Return the finger that a delivery really went to; nothing where its place is only described in words."""
    place = delivery.place or delivery.code
    if place in PASSES:
        return PASSES[place].finger
    return None if delivery.is_extra else procedure.protocol.aliquot(delivery.code).path.finger


def _tone(procedure: Procedure, mine: list[Delivery], *, differs: bool) -> MarkState:
    """Return the tone of a finger's words; one that is finished with less or more than planned is never plain."""
    current = procedure.current
    if current is not None and any(one.code == current.code for one in mine):
        return MarkState.CURRENT
    states = {mark_state(one) for one in mine if one.standing is not Standing.NOT_PLANNED}
    if states & {MarkState.OMITTED, MarkState.UNKNOWN}:
        return MarkState.OMITTED
    if not states or MarkState.PLANNED in states:
        return MarkState.PLANNED
    if differs or MarkState.DIFFERS in states:
        return MarkState.DIFFERS
    return MarkState.VERIFIED if states == {MarkState.VERIFIED} else MarkState.GIVEN
