"""What the performer finds on a hand before the plan is approved: an ulcer, a contracture, a part that is missing."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from injection_plan.anatomy import FINGERS, PASSES, SITES, Digit, Finger
from injection_plan.facts import Fact
from injection_plan.people import Written
from injection_plan.terms import EndsAt, FindingKind


def joints_of(digit: Digit) -> tuple[EndsAt, ...]:
    """Return the joints at which a digit may end, from the tip: the thumb has an IP joint, the others PIP and DIP."""
    if digit is Digit.THUMB:
        return EndsAt.IP, EndsAt.MCP
    return EndsAt.DIP, EndsAt.PIP, EndsAt.MCP


def _known_place(code: str) -> str:
    if code not in FINGERS and code not in SITES and code not in PASSES:
        raise ValueError("this code spells no finger, entry site or pass of the hand")
    return code


PlaceCode = Annotated[str, AfterValidator(_known_place)]
"""A finger (`RH-4`), an entry site (`LH-5-PIP-uln`) or a pass (`LH-5-PIP-uln-dis`)."""


class HandFinding(Fact):
    """Something found at a place of the hand, in the performer's words; it decides nothing by itself."""

    where: PlaceCode
    kind: FindingKind
    ends_at: EndsAt | None = None
    note: Written

    @model_validator(mode="after")
    def _a_missing_part_says_where(self) -> Self:
        if (self.kind is FindingKind.MISSING) != (self.ends_at is not None):
            raise ValueError("a missing part says at which joint the finger ends, and nothing else does")
        if self.ends_at is not None and (
            self.where not in FINGERS or self.ends_at not in joints_of(FINGERS[self.where].digit)
        ):
            raise ValueError("a part is missing of a whole finger, from a joint that it has")
        return self


def finger_at(where: str) -> Finger:
    """Return the finger on which a place lies; a code that spells none is a `KeyError`."""
    if where in FINGERS:
        return FINGERS[where]
    return SITES[where].finger if where in SITES else PASSES[where].finger


def passes_at(where: str) -> tuple[str, ...]:
    """Return the passes that a place is about: those of a finger or entry site, or the one pass itself."""
    if where in PASSES:
        return (where,)
    return tuple(code for code in PASSES if code.startswith(f"{where}-"))
