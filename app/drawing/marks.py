"""What a hand picture is told: the state of each pass, the words of each finger, and the fixed captions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from injection_plan.anatomy import Digit, Hand, Side
from injection_plan.terms import FindingKind


class MarkState(StrEnum):
    """How one pass is drawn. Each state has its own shape, so that it survives a black-and-white printer."""

    PLANNED = "planned"
    CURRENT = "current"
    GIVEN = "given"
    VERIFIED = "verified"
    DIFFERS = "differs"
    OMITTED = "omitted"
    NOT_PLANNED = "not_planned"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PassMark:
    """The state of the pass with this code; GIVEN covers a mark that is owed and one that was not read."""

    code: str
    state: MarkState


@dataclass(frozen=True, slots=True)
class FingerLabel:
    """The words over a fingertip: the amount ("0.25"), its rest ("of 1 mL"), and the state that tones the amount."""

    amount: str
    rest: str
    tone: MarkState = MarkState.PLANNED


@dataclass(frozen=True, slots=True)
class FindingMark:
    """Something found at the finger, entry site or pass with the code `where`, such as an ulcer at `LH-5-PIP-uln`.

    `from_joint` is for a part of a finger that is missing: the joint at which the finger ends (`DIP`, `PIP` or `MCP`,
    for a thumb `IP` or `MCP`), or None when nobody has said; a joint that this finger lacks is a `KeyError`.
    """

    kind: FindingKind
    where: str
    from_joint: str | None = None


@dataclass(frozen=True, slots=True)
class Captions:
    """The words that every picture always shows, from the `drawing` catalogue."""

    hands: Mapping[Hand, str]
    digits: Mapping[Digit, str]
    sides: Mapping[Side, str]
