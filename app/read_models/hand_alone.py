"""One hand of a case drawn alone, as large as there is room, with its side in words beyond its fingertips."""

from __future__ import annotations

from dataclasses import replace

from app.drawing.hand_picture import hand_picture
from app.drawing.shapes import Label, Picture, Shape
from app.drawing.standpoint import place_of
from app.read_models.hands import captions, finding_marks, marks
from app.read_models.plan_hands import plan_labels
from app.read_models.plan_rows import plan_rows
from injection_plan.anatomy import Hand
from injection_plan.plan import Plan
from injection_plan.procedure import Procedure
from injection_plan.terms import Standing

INNER, OUTER = 4.0, 214.0
"""How far, in millimetres from the middle of the picture of both hands, what belongs to one of them reaches."""
FOREARM = 82.0
"""How much of the picture's height is forearm, which is left away so that the fingers are the larger."""
HEADED = 22.0
"""How much height the words of the side take beyond the fingertips."""
SIDE_SIZE = 15.0


def hand_alone(procedure: Procedure, hand: Hand) -> Picture:
    """Return one hand as the case is viewed: its side, its path numbered in the plan's order, and what was found."""
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
    # The words stand beyond the fingertips: at the other end the forearm goes on.
    fingers_up = procedure.view.fingers_up
    bottom = both.bottom + (FOREARM if fingers_up else -HEADED)
    height = both.height - FOREARM + HEADED
    left = INNER if is_right else -OUTER
    foot = (HEADED - SIDE_SIZE) / 2 + 1.0
    beyond = (left + (OUTER - INNER) / 2, bottom + (height - HEADED if fingers_up else 0.0) + foot)
    return replace(
        both,
        left=left,
        width=OUTER - INNER,
        bottom=bottom,
        height=height,
        shapes=tuple(_headed(one, hand, beyond) for one in both.shapes),
    )


def _headed(shape: Shape, hand: Hand, beyond: tuple[float, float]) -> Shape:
    """Return the words of this hand's side large and beyond its fingertips; those at the wrist would be cut."""
    if not isinstance(shape, Label) or shape.about != hand.value:
        return shape
    runs = tuple(replace(run, size=SIDE_SIZE) for run in shape.runs)
    return replace(shape, at=beyond, runs=runs)
