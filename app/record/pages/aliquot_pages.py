"""Every aliquot as a row: planned, given, measured, the marks, the time, its standing and the people."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.record.content.aliquot_rows import AliquotRow, AliquotTable
from app.record.content.words import say
from app.record.pages.marks import Style
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    HEADING,
    SMALL,
    SMALL_GOOD,
    SMALL_LOUD,
    SMALL_MEDIUM,
    SMALL_QUIET,
    SMALL_STRONG,
)
from app.record.pages.table import Cell, Column, Row, Table
from injection_plan.terms import Standing

FIRST_COLUMN_OF_NOTES = 1


def aliquot_pages(sheets: Sheets, aliquots: AliquotTable) -> None:
    """Lay out every aliquot behind page 1, and behind what went on from there."""
    if len(sheets.pages) == 1:
        sheets.turn()
    sheets.y += 8
    sheets.write(say("aliquot.title"), HEADING)
    sheets.write(say("aliquot.lead"), SMALL_QUIET)
    sheets.y += 3
    table = Table(sheets, _columns())
    table.head()
    for row in aliquots.rows:
        table.row(_row(row))
    cells = ("", say("aliquot.sum"), aliquots.planned, aliquots.given, aliquots.measured, "", "", "", "", "")
    table.row(Row(tuple(Cell(text, SMALL_STRONG) for text in cells)))


def _columns() -> tuple[Column, ...]:
    return (
        Column(say("aliquot.number"), 30.0, Align.END),
        Column(say("aliquot.phrase"), 201.2),
        Column(say("aliquot.planned"), 33.0, Align.END),
        Column(say("aliquot.given"), 28.0, Align.END),
        Column(say("aliquot.measured"), 39.0, Align.END),
        Column(say("aliquot.before"), 27.7, Align.END),
        Column(say("aliquot.after"), 24.0, Align.END),
        Column(say("aliquot.readings"), 41.5, Align.END),
        Column(say("aliquot.time"), 38.0, Align.END),
        Column(say("aliquot.standing"), 48.9),
    )


def _row(row: AliquotRow) -> Row:
    loud = SMALL_LOUD if row.is_loud else SMALL
    cells = (
        Cell(row.number, SMALL_QUIET),
        Cell(row.phrase, SMALL_MEDIUM),
        Cell(row.planned, SMALL),
        Cell(row.given, loud if row.given != row.planned else SMALL_STRONG),
        Cell(row.measured, SMALL),
        Cell(row.before, SMALL),
        Cell(row.after, SMALL),
        Cell(row.readings, SMALL),
        Cell(row.time, SMALL),
        Cell(row.standing, _standing(row)),
    )
    notes = " · ".join(row.notes)
    return Row(cells, (Cell(notes, SMALL_QUIET),) if notes else (), FIRST_COLUMN_OF_NOTES)


def _standing(row: AliquotRow) -> Style:
    if row.standing_kind is Standing.VERIFIED:
        return SMALL_GOOD
    return SMALL if row.standing_kind is Standing.PLANNED else SMALL_LOUD
