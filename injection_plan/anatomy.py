"""The words of the hand: hand, digit, joint, side, direction, and the codes made of them. No coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Hand(StrEnum):
    """The participant's own right or left hand, whoever looks from wherever."""

    RIGHT = "right"
    LEFT = "left"


class Digit(StrEnum):
    """A finger by its name, because numbers are counted differently by different people."""

    THUMB = "thumb"
    INDEX = "index"
    MIDDLE = "middle"
    RING = "ring"
    LITTLE = "little"


class Joint(StrEnum):
    """The joint beside which an entry site lies."""

    MCP = "MCP"
    PIP = "PIP"


class Side(StrEnum):
    """The side of a digit by the bone of the forearm it faces; left and right would depend on the view."""

    RADIAL = "radial"
    ULNAR = "ulnar"


class Direction(StrEnum):
    """Where the cannula is advanced to before the product is laid down while withdrawing to the joint."""

    FINGERTIP = "fingertip"
    FINGER_BASE = "finger base"


class Finger(NamedTuple):
    """One of the ten fingers, which is also one of the ten syringes."""

    hand: Hand
    digit: Digit


_HAND_CODES = {Hand.RIGHT: "RH", Hand.LEFT: "LH"}
_DIGIT_CODES = {digit: str(number) for number, digit in enumerate(Digit, start=1)}
_SIDE_CODES = {Side.RADIAL: "rad", Side.ULNAR: "uln"}
_DIRECTION_CODES = {Direction.FINGERTIP: "dis", Direction.FINGER_BASE: "prx"}


@dataclass(frozen=True, slots=True)
class EntrySite:
    """A place on the skin that the pilot opens once: hand, digit, joint and side, such as `RH-2-PIP-rad`."""

    hand: Hand
    digit: Digit
    joint: Joint
    side: Side

    @property
    def code(self) -> str:
        """The code of this site as the protocol, the record and the exports write it."""
        parts = (_HAND_CODES[self.hand], _DIGIT_CODES[self.digit], self.joint.value, _SIDE_CODES[self.side])
        return "-".join(parts)

    @property
    def finger(self) -> Finger:
        """The finger on which this site lies."""
        return Finger(self.hand, self.digit)


@dataclass(frozen=True, slots=True)
class Pass:
    """One way of the cannula: an entry site and a direction, such as `RH-2-PIP-rad-dis`."""

    site: EntrySite
    direction: Direction

    @property
    def code(self) -> str:
        """The code of this pass, which is also the code of the aliquot laid down along it."""
        return f"{self.site.code}-{_DIRECTION_CODES[self.direction]}"

    @property
    def finger(self) -> Finger:
        """The finger along which this pass runs."""
        return self.site.finger


def finger_code(finger: Finger) -> str:
    """Return the front of every code on one finger, such as `RH-2`."""
    return f"{_HAND_CODES[finger.hand]}-{_DIGIT_CODES[finger.digit]}"


def joint_of(digit: Digit) -> Joint:
    """Return the joint of a digit's entry sites: MCP for the thumb, PIP for the others (registry text)."""
    return Joint.MCP if digit is Digit.THUMB else Joint.PIP


def _sites() -> Iterator[EntrySite]:
    for hand in Hand:
        for digit in Digit:
            for side in Side:
                yield EntrySite(hand, digit, joint_of(digit), side)


def _passes() -> Iterator[Pass]:
    for site in _sites():
        yield Pass(site, Direction.FINGERTIP)
        if site.digit is not Digit.THUMB:
            yield Pass(site, Direction.FINGER_BASE)


SITES: dict[str, EntrySite] = {site.code: site for site in _sites()}
"""Every entry site that the anatomy of this procedure knows, by code: 20 of them."""

PASSES: dict[str, Pass] = {one.code: one for one in _passes()}
"""Every pass that the anatomy of this procedure knows, by code: 36 of them."""

FINGERS: dict[str, Finger] = {finger_code(site.finger): site.finger for site in SITES.values()}
"""Every finger by its code, such as `RH-4`."""


def pass_of(code: str) -> Pass:
    """Return the pass that a code spells; a code that spells none is a `KeyError`, a fault of the caller."""
    return PASSES[code]


def site_of(code: str) -> EntrySite:
    """Return the entry site that a code spells; a code that spells none is a `KeyError`."""
    return SITES[code]
