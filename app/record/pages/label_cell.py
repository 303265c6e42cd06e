"""The label of a syringe in a table: it is compared character by character, so it is never broken within itself."""

from __future__ import annotations

from app.record.content.words import say
from app.record.pages.glyphs import printable, width_of
from app.record.pages.marks import Style
from app.record.pages.styles import SMALL
from app.record.pages.table import GAP, Cell

LEAST_SIZE = 5.6
"""How small a label may be set to stay in its column, in points; a longer one has a line of its own."""


def label_cells(label: str, column: float) -> tuple[Cell, tuple[Cell, ...]]:
    """Return the cell of a label in a column so broad, and what stands below its row where it is too long for it."""
    width = column - GAP
    broad = width_of(printable(label), SMALL.weight, SMALL.size)
    if broad <= width:
        return Cell(label, SMALL), ()
    size = SMALL.size * width / broad * 0.999
    if size >= LEAST_SIZE:
        return Cell(label, Style(SMALL.weight, size, SMALL.colour, SMALL.leading)), ()
    return Cell("", SMALL), (Cell(say("syringe.label", label=label), SMALL),)
