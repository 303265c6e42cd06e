"""The staircase of what was given over time, drawn from the entries: given, measured at the plunger, pauses."""

from __future__ import annotations

from collections.abc import Iterator

from app.drawing.shapes import Align
from app.record.content.curve import Curve, Step
from app.record.content.words import say
from app.record.pages.glyphs import width_of
from app.record.pages.marks import Line, Mark, Panel, Words
from app.record.pages.styles import QUIET_INK, RULE, SMALL_QUIET

AXIS = 27.0
FOOT_ROOM = 13.0
LEGEND_ROOM = 13.0
QUARTERS = 4
DASH = (2.4, 1.8)


def chart(curve: Curve, x: float, y: float, width: float, height: float) -> Iterator[Mark]:
    """Yield the marks of a chart in a rectangle whose upper left corner is at a point."""
    plot = _Plot(curve, x + AXIS, y + LEGEND_ROOM, width - AXIS, height - LEGEND_ROOM - FOOT_ROOM)
    for start, end in curve.pauses:
        left = plot.across(start)
        yield Panel(left, plot.top, max(plot.across(end) - left, 1.2), plot.height, "raised")
    for quarter in range(QUARTERS + 1):
        level = plot.down(curve.most * quarter // QUARTERS)
        colour = QUIET_INK if quarter == 0 else RULE
        yield Line(((plot.left, level), (plot.right, level)), 0.7 if quarter == 0 else 0.35, colour)
    yield Words(plot.left - 4, plot.top + 2.4, curve.most_word, SMALL_QUIET, Align.END)
    yield Words(plot.left - 4, plot.bottom + 2.4, say("curve.zero"), SMALL_QUIET, Align.END)
    yield Words(plot.left, plot.bottom + 10, curve.first, SMALL_QUIET)
    yield Words(plot.right, plot.bottom + 10, curve.last, SMALL_QUIET, Align.END)
    yield Line(tuple(plot.stairs(curve.given)), 1.6, "verified")
    if curve.measured:
        yield Line(tuple(plot.stairs(curve.measured)), 0.9, "text", DASH)
    yield from _legend(curve, plot.left, y + 6)


def _legend(curve: Curve, x: float, y: float) -> Iterator[Mark]:
    keys = (
        (curve.legend_given, 1.6, "verified", ()),
        (curve.legend_measured, 0.9, "text", DASH),
        (curve.legend_pauses, 7.0, "raised", ()),
    )
    for words, width, colour, dash in keys:
        if not words:
            continue
        yield Line(((x, y - 2.2), (x + 15, y - 2.2)), width, colour, dash)
        yield Words(x + 19, y, words, SMALL_QUIET)
        x += 19 + width_of(words, SMALL_QUIET.weight, SMALL_QUIET.size) + 12


class _Plot:
    """The rectangle in which the stairs are drawn, and how seconds and microlitres fall into it."""

    def __init__(self, curve: Curve, left: float, top: float, width: float, height: float) -> None:
        self._curve = curve
        self.left, self.top, self.height = left, top, height
        self.right, self.bottom = left + width, top + height

    def across(self, seconds: int) -> float:
        return self.left + (self.right - self.left) * seconds / self._curve.seconds

    def down(self, microlitres: int) -> float:
        return self.bottom - self.height * microlitres / self._curve.most

    def stairs(self, steps: tuple[Step, ...]) -> Iterator[tuple[float, float]]:
        level = 0
        yield self.left, self.bottom
        for seconds, microlitres in steps:
            yield self.across(seconds), self.down(level)
            yield self.across(seconds), self.down(microlitres)
            level = microlitres
        yield self.right, self.down(level)
