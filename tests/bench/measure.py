"""How a figure is taken: both sides in turn, in one run, and the medians compared."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

TIMES = 9


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure with its aim; without an aim it is only reported."""

    name: str
    value: float
    unit: str
    aim: float | None
    detail: str = ""

    @property
    def line(self) -> str:
        """The figure as one printed line."""
        verdict = (
            ""
            if self.aim is None
            else f" (aim <= {self.aim:g}: {'met' if self.value <= self.aim else 'NOT met'})"
        )
        detail = f"  [{self.detail}]" if self.detail else ""
        return f"{self.name}: {self.value:.2f} {self.unit}{verdict}{detail}"


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long an action took."""
    before = time.perf_counter()
    action()
    return (time.perf_counter() - before) * 1000


def in_turn(
    ours: Callable[[], float], theirs: Callable[[], float], times: int = TIMES
) -> tuple[list[float], list[float]]:
    """Return what both sides measured, taken alternately so that neither has the quieter machine."""
    pairs = [(ours(), theirs()) for _ in range(times)]
    return [one for one, _ in pairs], [other for _, other in pairs]


def ratio(name: str, ours: Sequence[float], theirs: Sequence[float], unit: str, aim: float) -> Figure:
    """Return the ratio of the medians."""
    mine, other = statistics.median(ours), statistics.median(theirs)
    detail = f"{mine:.2f} {unit} against {other:.2f} {unit}, medians of {len(ours)}"
    return Figure(name, mine / other, "x", aim, detail)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
