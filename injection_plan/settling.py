"""What is said of the volumes at the closing: what else was lost, and what comes of what stays unexplained."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from injection_plan.amounts import Amount
from injection_plan.facts import Fact
from injection_plan.people import Person, Written
from injection_plan.plan import DeliveryCode
from injection_plan.product import SyringeNumber
from injection_plan.volume import Volume


class SyringeLoss(Fact):
    """What else left a syringe: priming and hub (nothing means unknown), discarded, spilled."""

    syringe: SyringeNumber
    priming: Amount | None
    discarded: Amount
    spilled: Amount


class Settlement(Fact):
    """How an unexplained volume was settled: by an explanation, or accepted by a named person.

    `line` is the syringe's number, or 0 for the product before it was drawn up; the volume is signed.
    """

    line: Annotated[int, Field(ge=0)]
    unexplained: int
    explanation: Written | None = None
    accepted_by: Person | None = None

    @property
    def volume(self) -> Volume:
        """The unexplained volume, which may be negative."""
        return Volume(self.unexplained)


class MarkExplained(Fact):
    """Why the mark of an aliquot differs, as far as anybody can say at closing."""

    aliquot: DeliveryCode
    explanation: Written
