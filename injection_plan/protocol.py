"""The protocol as data: entry sites, aliquots in order, syringes, limits, time-out lines, open points."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from injection_plan.amounts import Dose
from injection_plan.anatomy import PASSES, SITES, Digit, Finger, Hand, Pass, pass_of
from injection_plan.criteria import Criterion, LineName, each_criterion_once
from injection_plan.facts import Fact
from injection_plan.people import Written
from injection_plan.terms import FindingKind
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
    """The numbers the procedure is held against; volumes in microlitres.

    Without `use_within_minutes` the protocol sets no time from release, and the elapsed time alone is shown.
    """

    finger_most: Dose
    total: Dose
    mark_tolerance: Dose
    mark_step: Dose
    lock_out_ms: Annotated[int, Field(ge=0, le=5000)]
    another_day_after_hours: Annotated[int, Field(ge=1, le=24)]
    harvest_least: Dose | None = None
    use_within_minutes: Annotated[int, Field(ge=1, le=100_000)] | None = None


class CheckLine(Fact):
    """One line that is read aloud and answered; `line` is its lasting name, `text` what is read."""

    line: LineName
    text: Written


class DayLine(CheckLine):
    """A question of the day; `about` are the kinds of findings on a hand that it asks for."""

    about: tuple[FindingKind, ...] = ()


class FingerLine(CheckLine):
    """A line of the sign-out; `each_finger` asks it of every finger that got product, one by one."""

    each_finger: bool = False


def _each_line_once(lines: tuple[CheckLine, ...]) -> tuple[CheckLine, ...]:
    names = [line.line for line in lines]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"the line {twice[0]} stands twice")
    return lines


Checklist = Annotated[tuple[CheckLine, ...], AfterValidator(_each_line_once)]
"""Lines of different names, in the order in which they are read."""


class Arms(Fact):
    """What the randomisation may answer: the arm that is injected, and the others, for which there is no plan."""

    treatment: Written
    others: Annotated[tuple[Written, ...], Field(min_length=1)]


class SpokenCheck(Fact):
    """What is said at each syringe besides its number, finger and fill mark, such as that the cells are resuspended."""

    also: tuple[Written, ...] = ()


class Supply(Fact):
    """An item to lay out; how many is counted by the centre, never by this file."""

    supply: LineName
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
    arms: Arms
    criteria: Annotated[tuple[Criterion, ...], AfterValidator(each_criterion_once)] = ()
    day_check: Annotated[tuple[DayLine, ...], AfterValidator(_each_line_once)] = ()
    time_out: Annotated[Checklist, Field(min_length=1)]
    time_out_short: tuple[LineName, ...] = ()
    syringe_check: SpokenCheck | None = None
    sign_out: Annotated[tuple[FingerLine, ...], AfterValidator(_each_line_once)] = ()
    supplies: tuple[Supply, ...] = ()
    open_points: tuple[OpenPoint, ...]

    @field_validator("time_out_short")
    @classmethod
    def _of_the_whole_time_out(cls, names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        known = {line.line for line in info.data.get("time_out", ())}
        if strange := [name for name in names if known and name not in known]:
            raise ValueError(f"{strange[0]} is no line of the time-out")
        return names

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

    def criterion(self, name: str) -> Criterion:
        """Return the criterion of that name; a name the protocol lacks is a `KeyError`."""
        for criterion in self.criteria:
            if criterion.criterion == name:
                return criterion
        raise KeyError(name)

    @property
    def short_time_out(self) -> tuple[CheckLine, ...]:
        """The lines of the short time-out; the whole one where the protocol has no short form."""
        short = tuple(line for line in self.time_out if line.line in self.time_out_short)
        return short or self.time_out

    @property
    def volume(self) -> Volume:
        """The volume of all aliquots together."""
        return total(aliquot.volume for aliquot in self.aliquots)
