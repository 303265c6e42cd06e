"""The product and its syringes as they were prepared: harvest, lots, process, release, fills and their checks."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field

from injection_plan.amounts import Amount, Dose
from injection_plan.facts import Fact
from injection_plan.figures import Figure
from injection_plan.people import Written

Short = Annotated[str, Field(min_length=1, max_length=120)]
"""A code, a lot or a name of a few words."""

SyringeNumber = Annotated[int, Field(ge=1)]
"""The number on a syringe."""


class Harvest(Fact):
    """The adipose tissue that was taken: from where, and how much of it, in microlitres."""

    sites: Written
    volume: Dose


class Lot(Fact):
    """A device or reagent: what it is, its serial or lot number, and the last day on which it may be used."""

    what: Short
    number: Short
    expires: date | None = None


class Cells(Fact):
    """Cell count and viability as they were reported; data that nothing here is computed from."""

    count: Short | None = None
    viability_percent: Figure | None = None


class Process(Fact):
    """Everything about how the product came to be that somebody recorded; what nobody did is nothing."""

    harvest: Harvest | None = None
    lots: Annotated[tuple[Lot, ...], Field(max_length=20)] = ()
    started_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None
    cells: Cells | None = None
    sample: Amount | None = None
    released_by: Short | None = None
    label: Short | None = None
    confirmed: tuple[Short, ...] = ()
    """Names of figures that were questioned, and entered again as they stand."""


class SyringeFill(Fact):
    """A syringe as handed over: what was drawn up before priming, the mark the plunger started at, and its label."""

    syringe: SyringeNumber
    drawn_up: Dose
    mark: Dose
    label: Short | None = None


class SyringeCheck(Fact):
    """What a second person read on a filled syringe without having been shown the first reading."""

    syringe: SyringeNumber
    mark: Dose


class SupplyCount(Fact):
    """How many of one item of the protocol's list are laid out."""

    supply: Short
    count: Annotated[int, Field(ge=0, le=1000)]


class Handling(Fact):
    """What the centre expects to lose and lays out: nothing stands where nobody entered it.

    `priming` is lost in each syringe, `per_change` at each of `changes` needle or cannula changes on it.
    """

    priming: Amount | None = None
    changes: Annotated[int, Field(ge=0, le=100)] | None = None
    per_change: Amount | None = None
    supplies: Annotated[tuple[SupplyCount, ...], Field(max_length=60)] = ()
