"""The parts of a page: a heading with a table under it, kept whole where it can be, and labelled lines."""

from __future__ import annotations

from collections.abc import Iterable

from app.read_models.preparation_summary import Doer, Told
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, SMALL, SMALL_LOUD, SMALL_QUIET
from app.record.pages.table import Cell, Column, Row, Table

ROOM_FOR_A_HEADING = 70.0
HEADING_AND_HEAD = 70.0
WHOLE_IF_SHORTER = 640.0
"""A table that is no taller with its heading, in points, is kept on one page."""

AIR = 9.0
LABEL_COLUMN = 130.0
PAIR_LABEL = 98.0
NAME = 92.0
WHEN = 107.0
FROM_THE_SECOND = 1
"""From which column the lines under a row run, where the first column holds only its number."""


def heading(sheets: Sheets, title: str, lead: str = "", room: float = ROOM_FOR_A_HEADING) -> None:
    """Put down the heading of a part, on the next page where less than `room` points of this one are left."""
    sheets.need(room)
    sheets.y += AIR
    sheets.write(title, HEADING)
    if lead:
        sheets.write(lead, SMALL_QUIET)
    sheets.y += 2


def part(
    sheets: Sheets,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    *,
    title: str,
    lead: str = "",
    none: str = "",
) -> int:
    """Put down a table under its heading, whole on one page where it can be; or that there is nothing in it.

    Return on which page it begins.
    """
    rows = tuple(rows)
    table = Table(sheets, columns)
    heights = tuple(map(table.height, rows))
    tall = HEADING_AND_HEAD + sum(heights)
    # Of a table that goes on over pages, the first row stands with its head.
    room = HEADING_AND_HEAD + heights[0] if tall > WHOLE_IF_SHORTER else tall
    heading(sheets, title, lead, room)
    begins_on = len(sheets.pages)
    if rows:
        table.head()
    elif none:
        sheets.write(none, SMALL)
    for row in rows:
        table.row(row)
    return begins_on


def told_lines(sheets: Sheets, lines: Iterable[Told]) -> None:
    """Put down labelled lines, one under the other."""
    table = Table(sheets, lines_of(sheets))
    for line in lines:
        table.row(Row(pair_of(line)))


def lines_of(sheets: Sheets) -> tuple[Column, ...]:
    """Return the two columns of labelled lines."""
    return Column("", LABEL_COLUMN), Column("", sheets.paper.across - LABEL_COLUMN)


def told_pairs(sheets: Sheets, lines: tuple[Told, ...]) -> None:
    """Put down short labelled lines in two columns, the first half of them at the left."""
    half = sheets.paper.across / 2
    columns = (Column("", PAIR_LABEL), Column("", half - PAIR_LABEL))
    table = Table(sheets, columns * 2)
    rows = (len(lines) + 1) // 2
    for place in range(rows):
        other = place + rows
        right = pair_of(lines[other]) if other < len(lines) else (Cell("", SMALL), Cell("", SMALL))
        table.row(Row((*pair_of(lines[place]), *right)))


def pair_of(line: Told) -> tuple[Cell, Cell]:
    """Return a label and what is told under it as two cells."""
    return Cell(line.label, SMALL_QUIET), Cell(line.text, SMALL_LOUD if line.is_loud else SMALL)


def who_and_when(doer: Doer | None) -> tuple[Cell, Cell]:
    """Return the two cells of who did something and when; empty where nobody did."""
    if doer is None:
        return Cell("", SMALL), Cell("", SMALL)
    return Cell(doer.name, SMALL), Cell(doer.when, SMALL_QUIET)
