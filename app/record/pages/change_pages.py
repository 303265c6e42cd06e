"""What was entered again before the first injection: the value before, struck through, and the value after."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.read_models.preparation_summary import ChangeRow, keyboards
from app.record.content.words import say
from app.record.pages.parts import WHEN, part
from app.record.pages.sheet import Sheets
from app.record.pages.styles import SMALL, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row


def change_pages(sheets: Sheets, changes: tuple[ChangeRow, ...]) -> int:
    """Lay out the changes of the preparation behind it; return on which page they begin."""
    columns = (
        Column(say("correction.entry"), 32.0, Align.END),
        Column(say("changes.about"), 132.0),
        Column(say("correction.before"), 120.0),
        Column(say("correction.after"), 120.3),
        Column(say("changes.by"), WHEN),
    )
    lead = " ".join(filter(None, (say("correction.lead"), keyboards(one.by for one in changes))))
    return part(
        sheets,
        columns,
        map(_change, changes),
        title=say("changes.title"),
        lead=lead if changes else "",
        none=say("changes.none"),
    )


def _change(one: ChangeRow) -> Row:
    cells = (
        Cell(one.version, SMALL_QUIET),
        Cell(one.about, SMALL_STRONG),
        Cell(one.before, SMALL, struck=True),
        Cell(one.after, SMALL),
        Cell(f"{one.by.name}\n{one.by.when}", SMALL_QUIET),
    )
    return Row(cells)
