"""What the marks of hand findings in a picture mean: a key for every kind that is drawn there, and for no other."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.drawing.finding_shapes import finding_shapes, missing_shapes
from app.drawing.fingers import FINGERS
from app.drawing.shapes import Outline, Picture, Shape
from injection_plan.procedure import Procedure
from injection_plan.terms import EndsAt, FindingKind
from injection_plan.views import FIRST_VIEW

A_FINGER = "RH-3"
"""The finger on which a sign is drawn to be taken off it."""
AIR = 0.8
"""Millimetres around a sign, for its line."""


@dataclass(frozen=True, slots=True)
class FoundKey:
    """How a kind of finding is drawn, and its words."""

    sample: Picture
    words: str


def found_keys(procedure: Procedure) -> tuple[FoundKey, ...]:
    """Return a key for every kind of finding that stands on the hands of a case."""
    drawn = {one.finding.kind for one in procedure.prepared.standing_findings}
    return tuple(FoundKey(_sample(kind), wording.finding_kind(kind)) for kind in FindingKind if kind in drawn)


def _sample(kind: FindingKind) -> Picture:
    """Return one sign alone in a square, drawn by the very shapes that the hands are drawn with."""
    shapes = _shapes(kind)
    lines = [one.path for one in shapes if isinstance(one, Outline)]
    corners = [corner for path in lines for corner in (path.start, *(end for _, _, end in path.cubics))]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    side = max(right - left, high - low) + 2 * AIR
    return Picture((left + right - side) / 2, (low + high - side) / 2, side, side, shapes)


def _shapes(kind: FindingKind) -> tuple[Shape, ...]:
    if kind is not FindingKind.MISSING:
        return finding_shapes(kind, A_FINGER, 0, FIRST_VIEW)
    # What is missing has no sign: its ghost is drawn, and the line at which the finger ends.
    _, *ghost = missing_shapes(FINGERS[A_FINGER], EndsAt.DIP.value, FIRST_VIEW)
    return tuple(ghost)
