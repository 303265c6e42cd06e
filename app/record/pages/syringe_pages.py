"""Every syringe as a row: what was drawn up, where it went, what is unexplained and how that was settled."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.record.content.syringe_rows import SyringeRow, SyringeTable
from app.record.content.words import loud, say
from app.record.pages.marks import Style
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, SMALL, SMALL_LOUD, SMALL_MEDIUM, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row, Table

ROOM_FOR_A_HEADING = 120.0
FINGER_COLUMN = 1


def syringe_pages(sheets: Sheets, syringes: SyringeTable) -> None:
    """Lay out the syringes behind the aliquots."""
    sheets.need(ROOM_FOR_A_HEADING)
    sheets.y += 10
    sheets.write(say("syringe.title"), HEADING)
    sheets.write(say("syringe.lead"), SMALL_QUIET)
    sheets.write(syringes.reconciled, SMALL_STRONG)
    sheets.y += 3
    table = Table(sheets, _columns())
    table.head()
    for row in syringes.rows:
        table.row(_row(row, SMALL))
    table.row(_row(syringes.sums, SMALL_STRONG))
    sheets.y += 3
    sheets.write(syringes.product, SMALL_STRONG)
    if syringes.product_settled:
        sheets.write(syringes.product_settled, SMALL)


def _columns() -> tuple[Column, ...]:
    return (
        Column(say("syringe.number"), 36.0, Align.END),
        Column(say("syringe.finger.head"), 83.3),
        Column(say("syringe.drawn_up"), 48.0, Align.END),
        Column(say("syringe.start"), 48.0, Align.END),
        Column(say("syringe.given"), 42.0, Align.END),
        Column(say("syringe.priming"), 56.0, Align.END),
        Column(say("syringe.left"), 52.0, Align.END),
        Column(say("syringe.discarded"), 48.0, Align.END),
        Column(say("syringe.spilled"), 42.0, Align.END),
        Column(say("syringe.unexplained"), 56.0, Align.END),
    )


def _row(row: SyringeRow, style: Style) -> Row:
    unexplained = (loud(row.unexplained), SMALL_LOUD) if row.is_loud else (row.unexplained, style)
    cells = (
        Cell(row.number, style),
        Cell(row.finger, SMALL_MEDIUM if row.number else style),
        Cell(row.drawn_up, style),
        Cell(row.start_mark, style),
        Cell(row.given, style),
        Cell(row.priming, style),
        Cell(row.left, style),
        Cell(row.discarded, style),
        Cell(row.spilled, style),
        Cell(*unexplained),
    )
    below = tuple(Cell(text, SMALL_QUIET) for text in (row.label, row.settled) if text)
    return Row(cells, below, FINGER_COLUMN)
