"""The hands of page 1: the picture, in which a finger that got another amount is loud, and what its marks mean."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app import wording
from app.drawing.hand_picture import hand_picture
from app.drawing.marks import FingerLabel, MarkState
from app.drawing.shapes import Label, Picture
from app.read_models.blind import OPEN_EYES
from app.read_models.hands import captions, finding_marks, finger_of, labels, marks
from app.record.content.found_key import FoundKey, found_keys
from app.record.content.words import loud, say
from injection_plan.anatomy import Finger, Hand
from injection_plan.procedure import Delivery, Procedure
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING, total

SIDE_AIR = 14.0
"""Millimetres of air at the picture's sides, where the words over the outer fingers may reach beyond it."""


@dataclass(frozen=True, slots=True)
class LegendKey:
    """How a state is drawn, and what it means in this case."""

    state: MarkState
    words: str


@dataclass(frozen=True, slots=True)
class HandsContent:
    """The picture, the hands as they lie in it from left to right, how they are seen, and what its marks mean."""

    picture: Picture
    order: tuple[Hand, Hand]
    view: str
    legend: tuple[LegendKey, ...]
    found: tuple[FoundKey, ...]


def hands_content(procedure: Procedure) -> HandsContent:
    """Return the hands of a case in the view that it was seen in last, with what was found on them."""
    drawn = hand_picture(
        marks(procedure),
        procedure.view,
        captions(),
        _labels(procedure),
        findings=finding_marks(procedure),
    )
    picture = replace(drawn, left=drawn.left - SIDE_AIR, width=drawn.width + 2 * SIDE_AIR)
    return HandsContent(
        picture=picture,
        order=_from_left(picture),
        view=wording.view(procedure.view),
        legend=legend(procedure),
        found=found_keys(procedure),
    )


def legend(procedure: Procedure) -> tuple[LegendKey, ...]:
    """Return a key for every state that is drawn in this case, and for no other."""
    drawn = {mark.state for mark in marks(procedure).values()}
    return tuple(
        LegendKey(
            state, _given_words(procedure) if state is MarkState.GIVEN else say(f"legend.{state.value}")
        )
        for state in MarkState
        if state in drawn
    )


def _given_words(procedure: Procedure) -> str:
    """Return what is given but has no mark in this case: one is still owed, or will never be read."""
    standings = {one.standing for one in procedure.deliveries}
    both = (Standing.NOT_READ, Standing.MARK_OWED)
    return " / ".join(wording.standing(one) for one in both if one in standings)


def _labels(procedure: Procedure) -> dict[Finger, FingerLabel]:
    """Return the words over the fingers; loud where a finger is done and got more or less than was planned."""
    reached: dict[Finger, list[Delivery]] = {}
    for one in procedure.deliveries:
        finger = finger_of(procedure, one)
        if finger is not None:
            reached.setdefault(finger, []).append(one)
    return {
        finger: _loud(label) if _is_other(reached.get(finger, [])) else label
        for finger, label in labels(procedure, OPEN_EYES).items()
    }


def _is_other(mine: list[Delivery]) -> bool:
    got = total(one.counted for one in mine)
    planned = total(one.planned or NOTHING for one in mine if one.standing is not Standing.NOT_PLANNED)
    is_open = any(one.standing is Standing.PLANNED for one in mine)
    return got > planned or (got != planned and not is_open)


def _loud(label: FingerLabel) -> FingerLabel:
    """Return a label all of whose figures are set alike, in the ink of what differs, with its sign."""
    return FingerLabel(say("label.loud", amount=loud(label.amount), rest=label.rest), "", MarkState.OMITTED)


def _from_left(picture: Picture) -> tuple[Hand, Hand]:
    """Return the hands as they lie in the picture, so that the table below it has them the same way round."""
    across = {one.about: one.at[0] for one in picture.shapes if isinstance(one, Label)}
    first, second = sorted(Hand, key=lambda hand: across[hand.value])
    return first, second
