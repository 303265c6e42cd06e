"""The protocol as data: entry sites, aliquots in order, syringes, limits, time-out lines, open points."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from injection_plan.amounts import Dose
from injection_plan.anatomy import PASSES, SITES, Digit, Finger, Hand, Pass, pass_of
from injection_plan.facts import Fact
from injection_plan.people import Written
from injection_plan.volume import Volume, total


def _known_site(code: str) -> str:
    if code not in SITES:
        raise ValueError("this code spells no entry site of the hand")
    return code


def _known_aliquot(code: str) -> str:
    if code not in PASSES:
        raise ValueError("this code spells no entry site and direction of the hand")
    return code


def _readable_pattern(pattern: str) -> str:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError("this is no regular expression") from error
    return pattern


SiteCode = Annotated[str, AfterValidator(_known_site)]
"""A code such as `RH-2-PIP-rad`."""

AliquotCode = Annotated[str, AfterValidator(_known_aliquot)]
"""A code such as `RH-2-PIP-rad-dis`."""


Pattern = Annotated[Written, AfterValidator(_readable_pattern)]
"""A regular expression that a whole code must match."""


class Status(StrEnum):
    """How sure a value of the protocol file is."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    FIELD = "field"
    INVESTIGATOR_DECIDES = "investigator decides"
    READING = "our reading"


class Aliquot(Fact):
    """A portion of product: its pass on the hand, its volume in microlitres and the syringe it comes from."""

    aliquot: AliquotCode
    volume: Dose
    syringe: Annotated[int, Field(ge=1)]

    @property
    def path(self) -> Pass:
        """The pass along which this aliquot is laid down."""
        return pass_of(self.aliquot)


class Syringe(Fact):
    """One syringe: its number, the finger it belongs to and its size in microlitres."""

    number: Annotated[int, Field(ge=1)]
    hand: Hand
    digit: Digit
    size: Dose

    @property
    def finger(self) -> Finger:
        """The finger that this syringe is for."""
        return Finger(self.hand, self.digit)


class Limits(Fact):
    """The numbers the procedure is held against; volumes in microlitres."""

    finger_most: Dose
    total: Dose
    mark_tolerance: Dose
    mark_step: Dose
    lock_out_ms: Annotated[int, Field(ge=0, le=5000)]
    another_day_after_hours: Annotated[int, Field(ge=1, le=24)]


class CheckLine(Fact):
    """One line that is read aloud and answered; `line` is its lasting name, `text` what is read."""

    line: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    text: Written


class Texts(Fact):
    """The protocol's own sentences, shown and printed as they stand."""

    product: Written
    pilot: Written
    cannula: Written
    technique: Written
    unblinding: Written


class OpenPoint(Fact):
    """Something the source leaves open, what this file says about it, how sure that is, and thanks to whom."""

    point: Written
    says: Written
    status: Status
    confirmed_by: Written | None = None

    @model_validator(mode="after")
    def _confirmed_by_somebody(self) -> Self:
        if (self.status is Status.CONFIRMED) != (self.confirmed_by is not None):
            raise ValueError("what is confirmed says by whom (confirmed_by), and nothing else does")
        return self


class Protocol(Fact):
    """One version of a trial's injection protocol, complete enough to plan, guide and record a case."""

    protocol: Written
    version: Written
    title: Written
    source: Written
    participant_code: Pattern
    limits: Limits
    texts: Texts
    entry_sites: Annotated[tuple[SiteCode, ...], Field(min_length=1)]
    syringes: Annotated[tuple[Syringe, ...], Field(min_length=1)]
    aliquots: Annotated[tuple[Aliquot, ...], Field(min_length=1)]
    time_out: Annotated[tuple[CheckLine, ...], Field(min_length=1)]
    open_points: tuple[OpenPoint, ...]

    def aliquot(self, code: str) -> Aliquot:
        """Return the aliquot of that code; a code the protocol lacks is a `KeyError`, the caller's fault."""
        for aliquot in self.aliquots:
            if aliquot.aliquot == code:
                return aliquot
        raise KeyError(code)

    def syringe(self, number: int) -> Syringe:
        """Return the syringe of that number; a number the protocol lacks is a `KeyError`."""
        for syringe in self.syringes:
            if syringe.number == number:
                return syringe
        raise KeyError(number)

    def syringe_of(self, finger: Finger) -> Syringe | None:
        """Return the syringe that belongs to a finger, or nothing where the protocol gives it none."""
        return next((syringe for syringe in self.syringes if syringe.finger == finger), None)

    @property
    def volume(self) -> Volume:
        """The volume of all aliquots together."""
        return total(aliquot.volume for aliquot in self.aliquots)
