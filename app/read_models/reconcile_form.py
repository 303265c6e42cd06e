"""The figures of closing as they are typed: read exactly, held against the two sums, and made into one command.

Nothing is filled in that looks like a fact: an empty field is missing, never 0. Every sum shown here takes what is
typed so far; `unexplained` is what remains, with its sign, and a line that is not settled says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app import wording
from injection_plan.events import Entry, Reconciled
from injection_plan.procedure import Procedure
from injection_plan.reconciliation import marks_that_differ
from injection_plan.settling import SyringeLoss

PRODUCT = 0
"""The line of the product before it was drawn up; every other line is a syringe's number."""

SAMPLE = "sample"
NOT_DRAWN_UP = "not_drawn_up"
NOTHING_LOST = "0"


def priming_field(syringe: int) -> str:
    """Return the name of the field for what a syringe lost in priming and hub."""
    return f"priming.{syringe}"


def discarded_field(syringe: int) -> str:
    """Return the name of the field for what was discarded from a syringe."""
    return f"discarded.{syringe}"


def spilled_field(syringe: int) -> str:
    """Return the name of the field for what was spilled from a syringe."""
    return f"spilled.{syringe}"


def settled_field(line: int) -> str:
    """Return the name of the field that says how the unexplained volume of a line was settled."""
    return f"settled.{line}"


def mark_explained_field(code: str) -> str:
    """Return the name of the field that explains a mark that differs."""
    return f"mark.{code}"


@dataclass(frozen=True, slots=True)
class LossText:
    """What was typed for one syringe; `priming_unknown` is ticked by a person, never assumed."""

    syringe: int
    priming: str = ""
    priming_unknown: bool = False
    discarded: str = ""
    spilled: str = ""


class How(StrEnum):
    """How an unexplained volume is settled: by an explanation, or accepted by one of the two people."""

    EXPLAINED = "explained"
    BY_PERFORMER = "performer"
    BY_VERIFIER = "verifier"


@dataclass(frozen=True, slots=True)
class SettlementText:
    """How somebody settles the unexplained volume of a line, and the words they wrote.

    `seen` is the volume in microlitres that stood there when they chose: the choice holds for no other one.
    """

    line: int
    how: How | None = None
    explanation: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class MarkText:
    """What was typed to explain a mark that differs."""

    code: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class ReconcileText:
    """The whole form as it stands, letter by letter."""

    losses: tuple[LossText, ...] = ()
    sample: str = ""
    not_drawn_up: str = ""
    settlements: tuple[SettlementText, ...] = ()
    marks: tuple[MarkText, ...] = ()

    def settlement(self, line: int) -> SettlementText:
        """Return what was said about a line; nothing was said about one that is not there."""
        return next((one for one in self.settlements if one.line == line), SettlementText(line))


def empty_form(procedure: Procedure) -> ReconcileText:
    """Return the form of a case with every field empty, one line for each syringe that was filled."""
    filled = [state.syringe.number for state in procedure.syringes if state.fill is not None]
    return ReconcileText(
        losses=tuple(LossText(number) for number in filled),
        settlements=tuple(SettlementText(line) for line in (PRODUCT, *filled)),
        marks=tuple(MarkText(code) for code in marks_that_differ(procedure)),
    )


def fitted(text: ReconcileText, procedure: Procedure) -> ReconcileText:
    """Return a form that fits the case as it stands now, keeping everything that was typed for it."""
    empty = empty_form(procedure)
    losses = {one.syringe: one for one in text.losses}
    settlements = {one.line: one for one in text.settlements}
    marks = {one.code: one for one in text.marks}
    return replace(
        text,
        losses=tuple(losses.get(one.syringe, one) for one in empty.losses),
        settlements=tuple(settlements.get(one.line, one) for one in empty.settlements),
        marks=tuple(marks.get(one.code, one) for one in empty.marks),
    )


def nothing_discarded_or_spilled(text: ReconcileText) -> ReconcileText:
    """Return the form with a visible 0 in every empty field for what was discarded or spilled; no other is touched."""
    losses = tuple(
        replace(
            one,
            discarded=one.discarded if one.discarded.strip() else NOTHING_LOST,
            spilled=one.spilled if one.spilled.strip() else NOTHING_LOST,
        )
        for one in text.losses
    )
    return replace(text, losses=losses)


def priming_unknown_elsewhere(text: ReconcileText) -> ReconcileText:
    """Return the form with "unknown" ticked wherever no priming loss was typed."""
    losses = tuple(one if one.priming.strip() else replace(one, priming_unknown=True) for one in text.losses)
    return replace(text, losses=losses)


def last_figures(entries: tuple[Entry, ...]) -> Reconciled | None:
    """Return the figures that the case was reconciled with last, or nothing where it never was."""
    return next((one.event for one in reversed(entries) if isinstance(one.event, Reconciled)), None)


def figures_again(text: ReconcileText, before: Reconciled) -> ReconcileText:
    """Return the form with the figures that were recorded last put into the fields that are empty.

    Settlements are not taken over: what remains unexplained may be another volume now.
    """
    known = {loss.syringe: loss for loss in before.losses}
    explained = {one.aliquot: one.explanation for one in before.marks}
    marks = (replace(one, explanation=one.explanation or explained.get(one.code, "")) for one in text.marks)
    return replace(
        text,
        losses=tuple(_loss_again(one, known.get(one.syringe)) for one in text.losses),
        sample=text.sample or wording.number(before.sample),
        not_drawn_up=text.not_drawn_up or wording.number(before.not_drawn_up),
        marks=tuple(marks),
    )


def _loss_again(typed: LossText, before: SyringeLoss | None) -> LossText:
    if before is None:
        return typed
    if not typed.priming and not typed.priming_unknown:
        unknown = before.priming is None
        priming = "" if before.priming is None else wording.number(before.priming)
        typed = replace(typed, priming=priming, priming_unknown=unknown)
    return replace(
        typed,
        discarded=typed.discarded or wording.number(before.discarded),
        spilled=typed.spilled or wording.number(before.spilled),
    )
