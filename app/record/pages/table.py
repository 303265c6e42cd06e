"""Tables that run over pages: the heads of the columns come again, no cell is clipped, no row is lost."""

from __future__ import annotations

from dataclasses import dataclass

from app.drawing.shapes import Align
from app.record.pages.marks import Style, Words
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import COLUMN, INK, RULE

GAP = 5.0
PAD = 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its breadth in points with the gap behind it, and how it is set."""

    head: str
    width: float
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell; each cell sets itself in as many lines as it takes."""

    text: str
    style: Style
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, one for each column, and lines below them that run from one column to the margin."""

    cells: tuple[Cell, ...]
    below: tuple[Cell, ...] = ()
    below_from: int = 0


@dataclass(frozen=True, slots=True)
class _Set:
    """One line of a row, ready to be put down: where each piece of it starts, and how tall it is."""

    pieces: tuple[tuple[float, str, Cell, Align], ...]
    height: float


class Table:
    """A table on sheets; rows go down one after the other."""

    def __init__(self, sheets: Sheets, columns: tuple[Column, ...]) -> None:
        self._sheets = sheets
        self._columns = columns
        starts, x = [], sheets.paper.left
        for column in columns:
            starts.append(x)
            x += column.width
        self._starts = tuple(starts)

    def head(self) -> None:
        """Put down the heads of the columns; a table without any has none."""
        if not any(one.head for one in self._columns):
            return
        sheets = self._sheets
        heads = [set_lines(one.head, COLUMN, one.width - GAP) for one in self._columns]
        tall = max(len(lines) for lines in heads)
        sheets.y += COLUMN.leading * tall + PAD
        for place, lines in enumerate(heads):
            x = self._edge(place)
            for number, text in enumerate(reversed(lines)):
                y = sheets.y - PAD - 1.5 - number * COLUMN.leading
                sheets.put(Words(x, y, text, COLUMN, self._columns[place].align))
        sheets.rule(sheets.y, INK, 0.7)

    def row(self, row: Row) -> None:
        """Put down one row, on the next page if it does not fit, and over several if it is longer than one."""
        lines = self._set(row)
        if self._sheets.need(min(_height(lines), 320.0)):
            self.head()
        self._sheets.y += PAD
        for line in lines:
            if self._sheets.need(line.height + PAD):
                self.head()
                self._sheets.y += PAD
            self._put(line)
        self._sheets.y += PAD
        self._sheets.rule(self._sheets.y, RULE, 0.4)

    def height(self, row: Row) -> float:
        """Return how tall a row is, in points, before it is put down."""
        return _height(self._set(row))

    def _edge(self, place: int) -> float:
        column, x = self._columns[place], self._starts[place]
        return x if column.align is Align.START else x + column.width - GAP

    def _set(self, row: Row) -> list[_Set]:
        cells = [
            set_lines(cell.text, cell.style, column.width - GAP)
            for cell, column in zip(row.cells, self._columns, strict=True)
        ]
        lines: list[_Set] = []
        for number in range(max(len(one) for one in cells)):
            pieces = tuple(
                (self._edge(place), texts[number], row.cells[place], self._columns[place].align)
                for place, texts in enumerate(cells)
                if number < len(texts) and texts[number]
            )
            lines.append(_Set(pieces, max(cell.style.leading for cell in row.cells)))
        x = self._starts[row.below_from]
        for cell in row.below:
            texts = set_lines(cell.text, cell.style, self._sheets.paper.right - x)
            lines += [_Set(((x, text, cell, Align.START),), cell.style.leading) for text in texts]
        return lines

    def _put(self, line: _Set) -> None:
        self._sheets.y += line.height
        for x, text, cell, align in line.pieces:
            y = self._sheets.y - line.height * 0.24
            self._sheets.put(Words(x, y, text, cell.style, align, cell.struck))


def _height(lines: list[_Set]) -> float:
    return sum(line.height for line in lines) + 2 * PAD
