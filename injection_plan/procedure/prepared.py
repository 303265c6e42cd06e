"""What was settled before the first injection, besides product and plan: who decided what, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from injection_plan.answers import Allocation, DayAnswer, SignOutLine
from injection_plan.eligibility import Decision
from injection_plan.hand_findings import HandFinding
from injection_plan.people import Stamp
from injection_plan.product import Handling, SyringeCheck


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision that stands for one criterion; `stamp` names the investigator as the one who acted."""

    decision: Decision
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class HandFound:
    """A finding under its number in the case; `withdrawn` is why it was taken back, or nothing."""

    number: int
    finding: HandFinding
    stamp: Stamp
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class DayCheck:
    """The last answers of the day, and when they were given."""

    answers: tuple[DayAnswer, ...]
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Checked:
    """What the second person read on one syringe."""

    check: SyringeCheck
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything about the preparation of a case that has no place of its own in its state.

    `signed_off` falls with every change of the sheet. `handled` says who entered the handling and when, `left_out` for
    each pass that is not planned who left it out and when. `read_aloud` are the syringes that were named aloud;
    `was_approved` remembers an approval that fell.
    """

    allocation: Allocation
    screened_on: date | None = None
    decided: tuple[Decided, ...] = ()
    signed_off: Stamp | None = None
    day_check: DayCheck | None = None
    findings: tuple[HandFound, ...] = ()
    described: Stamp | None = None
    handling: Handling = field(default_factory=Handling)
    handled: Stamp | None = None
    left_out: tuple[tuple[str, Stamp], ...] = ()
    approved_by: Stamp | None = None
    was_approved: Stamp | None = None
    read_aloud: frozenset[int] = frozenset()
    sign_out: tuple[tuple[SignOutLine, ...], Stamp] | None = None

    def decision(self, criterion: str) -> Decided | None:
        """Return the decision that stands for a criterion, or nothing while it is not answered."""
        return next((one for one in self.decided if one.decision.criterion == criterion), None)

    def finding(self, number: int) -> HandFound | None:
        """Return the finding of that number, or nothing where the case has none."""
        return next((one for one in self.findings if one.number == number), None)

    def left_out_by(self, code: str) -> Stamp | None:
        """Return who left a pass out and when, or nothing for one that is planned."""
        return dict(self.left_out).get(code)

    @property
    def standing_findings(self) -> tuple[HandFound, ...]:
        """The findings that were not taken back."""
        return tuple(one for one in self.findings if one.withdrawn is None)
