"""The lines of the closing sums as they are shown: each with its state, and what is missing in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app import wording
from injection_plan.commands import Reconcile
from injection_plan.volume import Volume

DOMAIN = "closing"


class LineState(StrEnum):
    """How a line stands: a figure is missing, something is unexplained, that is settled, or it adds up."""

    MISSING = "missing"
    OPEN = "open"
    SETTLED = "settled"
    ADDS_UP = "adds up"


@dataclass(frozen=True, slots=True)
class SyringeLine:
    """One syringe's sum in words, and the first thing that is missing in it."""

    syringe: int
    finger: str
    drawn_up: str
    given: str
    left: str
    unexplained: Volume
    unexplained_words: str
    state: LineState
    said: str


@dataclass(frozen=True, slots=True)
class ProductLine:
    """The product before the syringes: prepared, filled, and what is unexplained of the rest."""

    prepared: str
    filled: str
    unexplained: Volume
    unexplained_words: str
    state: LineState
    said: str


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums over all syringes, in words, and everything that is unexplained, the product's line included."""

    drawn_up: str
    given: str
    priming: str
    left: str
    discarded: str
    spilled: str
    unexplained: str
    unexplained_everywhere: str


@dataclass(frozen=True, slots=True)
class ReconcileCheck:
    """What came of the form: its lines and sums, a sentence for each field, and the command when none is left.

    `stands_against` says why the case cannot be reconciled at all yet, whatever is typed.
    """

    lines: tuple[SyringeLine, ...]
    product: ProductLine
    sums: Sums
    problems: dict[str, str]
    stands_against: str
    command: Reconcile | None

    @property
    def missing(self) -> str:
        """Return the sentence that says which lines are missing or do not add up, or that all do."""
        if self.stands_against:
            return self.stands_against
        open_lines = [str(one.syringe) for one in self.lines if one.state in _NOT_DONE]
        words = []
        if open_lines:
            words.append(wording.say(DOMAIN, "reconcile.missing.syringes", syringes=", ".join(open_lines)))
        if self.product.state in _NOT_DONE:
            words.append(wording.say(DOMAIN, "reconcile.missing.product"))
        if any(name.startswith("mark.") for name in self.problems):
            words.append(wording.say(DOMAIN, "reconcile.missing.marks"))
        return " ".join(words) or wording.say(DOMAIN, "reconcile.complete")


_NOT_DONE = frozenset({LineState.MISSING, LineState.OPEN})
