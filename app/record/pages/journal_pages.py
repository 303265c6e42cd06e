"""Corrections with the value before, addenda, and then every entry of the journal."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.record.content.correction_rows import CorrectionRow
from app.record.content.record_content import RecordContent
from app.record.content.words import say
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, SMALL, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row, Table

ROOM_FOR_A_HEADING = 60.0
WHOLE_IF_SHORTER = 500.0
"""A table that is no taller, in points, is kept on one page."""


def correction_pages(sheets: Sheets, content: RecordContent, changes_on: int) -> int:
    """Lay out the corrections and the addenda behind what was said aloud; return on which page they begin.

    They point to the page on which the changes of the preparation stand, where there are any.
    """
    table = Table(
        sheets,
        (
            Column(say("correction.entry"), 32.0, Align.END),
            Column(say("correction.about"), 150.0),
            Column(say("correction.before"), 95.0),
            Column(say("correction.after"), 95.0),
            Column(say("correction.why"), 139.3),
        ),
    )
    rows = tuple(_correction(one) for one in content.corrections)
    sheets.need(min(ROOM_FOR_A_HEADING + sum(map(table.height, rows)), WHOLE_IF_SHORTER))
    _heading(sheets, say("correction.title"), say("correction.lead") if rows else "")
    begins_on = len(sheets.pages)
    if rows:
        table.head()
        for row in rows:
            table.row(row)
    else:
        sheets.write(say("correction.none"), SMALL)
    if changes := len(content.preparation.changes):
        sheets.write(say("correction.changes", count=changes, page=changes_on), SMALL)
    _addenda(sheets, content)
    return begins_on


def _correction(one: CorrectionRow) -> Row:
    cells = (
        Cell(one.version, SMALL_QUIET),
        Cell(one.about, SMALL_STRONG),
        Cell(one.before, SMALL, struck=True),
        Cell(one.after, SMALL),
        Cell(f"{one.reason}\n{one.author}", SMALL),
    )
    return Row(cells)


def _addenda(sheets: Sheets, content: RecordContent) -> None:
    if not content.addenda:
        return
    _heading(sheets, say("addendum.title"), say("addendum.lead"))
    columns = (
        Column(say("correction.entry"), 32.0, Align.END),
        Column(say("addendum.text"), 320.0),
        Column(say("addendum.author"), 159.3),
    )
    table = Table(sheets, columns)
    table.head()
    for one in content.addenda:
        table.row(Row((Cell(one.version, SMALL_QUIET), Cell(one.text, SMALL), Cell(one.author, SMALL))))


def entry_pages(sheets: Sheets, content: RecordContent) -> None:
    """Lay out all entries, beginning on a page of their own; the last line is the seal of all of them."""
    sheets.turn()
    _heading(sheets, say("entries.title"), say("entries.lead"))
    columns = (
        Column(say("entries.version"), 28.0, Align.END),
        Column(say("entries.time"), 84.0),
        Column(say("entries.acted"), 71.0),
        Column(say("entries.entered"), 71.0),
        Column(say("entries.what"), 210.0),
        Column(say("entries.seal"), 47.3),
    )
    table = Table(sheets, columns)
    table.head()
    for one in content.entries:
        table.row(
            Row(
                (
                    Cell(one.version, SMALL_STRONG),
                    Cell(f"{one.utc}\n{one.local}", SMALL),
                    Cell(f"{one.acted_by}\n{one.role}", SMALL),
                    Cell(f"{one.entered_by}\n{one.workstation}", SMALL),
                    Cell(one.what, SMALL),
                    Cell(one.seal, SMALL_QUIET),
                )
            )
        )
    sheets.y += 6
    sheets.write(say("entries.head", head=content.identity.head), SMALL_STRONG)
    sheets.write(say("entries.scan"), SMALL_QUIET)


def _heading(sheets: Sheets, title: str, lead: str) -> None:
    sheets.need(ROOM_FOR_A_HEADING)
    sheets.y += 8
    sheets.write(title, HEADING)
    if lead:
        sheets.write(lead, SMALL_QUIET)
    sheets.y += 3
