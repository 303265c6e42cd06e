"""The table of fingers on page 1: both hands side by side, as they lie in the picture above it."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.record.content.finger_table import Cell, FingerCells, FingerTable
from app.record.content.words import say
from app.record.pages.marks import Line, Style
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    CELL,
    CELL_LOUD,
    CELL_STRONG,
    COLUMN,
    INK,
    LEFT,
    RIGHT,
    RULE,
    SMALL_LOUD,
)
from app.wording import short_hand
from injection_plan.anatomy import Hand

ROW = 11.6
FIRST_HAND = 88.0
HAND_GAP = 14.0
SHARES = (0.27, 0.56, 0.76, 1.0)


def finger_rows(sheets: Sheets, table: FingerTable, order: tuple[Hand, Hand]) -> None:
    """Put down the table, the hands in this order from left to right."""
    width = (RIGHT - LEFT - FIRST_HAND - HAND_GAP) / 2
    starts = {hand: LEFT + FIRST_HAND + place * (width + HAND_GAP) for place, hand in enumerate(order)}
    _heads(sheets, starts, width)
    for row in table.rows:
        sheets.y += ROW
        sheets.say(LEFT, sheets.y - 3.6, row.digit, CELL)
        sheets.say(LEFT + 44, sheets.y - 3.6, row.joint, CELL)
        for hand, x in starts.items():
            _cells(sheets, row.hands[hand], x, width)
        sheets.put(Line(((LEFT, sheets.y), (RIGHT, sheets.y)), 0.35, RULE))
    sheets.y += ROW
    sheets.say(LEFT, sheets.y - 3.6, say("table.sum"), CELL_STRONG)
    for hand, x in starts.items():
        _cells(sheets, table.sums[hand], x, width, strong=True)
    sheets.put(Line(((LEFT, sheets.y), (RIGHT, sheets.y)), 0.7, INK))
    if table.elsewhere:
        sheets.y += ROW
        sheets.say(LEFT, sheets.y - 3.2, table.elsewhere, SMALL_LOUD)


def _heads(sheets: Sheets, starts: dict[Hand, float], width: float) -> None:
    sheets.y += 9
    for hand, x in starts.items():
        words = say("table.hand", hand=short_hand(hand))
        sheets.say(x + width * SHARES[0] - 32, sheets.y - 1, words, CELL_STRONG)
        sheets.put(Line(((x + 6, sheets.y + 2), (x + width, sheets.y + 2)), 0.5, RULE))
    sheets.y += ROW
    sheets.say(LEFT, sheets.y - 3, say("table.finger"), COLUMN)
    sheets.say(LEFT + 44, sheets.y - 3, say("table.joint"), COLUMN)
    keys = ("table.radial", "table.ulnar", "table.total", "table.done")
    for x in starts.values():
        for key, share in zip(keys, SHARES, strict=True):
            sheets.say(x + width * share, sheets.y - 3, say(key), COLUMN, Align.END)
    sheets.put(Line(((LEFT, sheets.y), (RIGHT, sheets.y)), 0.7, INK))


def _cells(sheets: Sheets, cells: FingerCells, x: float, width: float, *, strong: bool = False) -> None:
    texts = (cells.radial, cells.ulnar, cells.total, Cell(cells.done))
    for place, (cell, share) in enumerate(zip(texts, SHARES, strict=True)):
        style = _style(cell, strong=strong or place == 2)
        sheets.say(x + width * share, sheets.y - 3.6, cell.printed, style, Align.END)


def _style(cell: Cell, *, strong: bool) -> Style:
    if cell.is_loud:
        return CELL_LOUD
    return CELL_STRONG if strong else CELL
