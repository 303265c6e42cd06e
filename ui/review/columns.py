"""The columns of the closing sums: one set of breadths in pixels for head, lines and foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme import look

WIDTHS = {
    "syringe": 142,
    "drawn_up": 84,
    "given": 72,
    "priming": 92,
    "unknown": 82,
    "left": 96,
    "discarded": 96,
    "spilled": 92,
    "unexplained": 116,
}
FIELD = 84
ROW_HEIGHT = 54
SIDE = 18
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def columns(row: QWidget) -> QHBoxLayout:
    """Lay out a row of the table; its cells are added in the order of `WIDTHS`, the last one stretches."""
    layout = QHBoxLayout(row)
    layout.setContentsMargins(SIDE, 3, SIDE, 3)
    layout.setSpacing(8)
    return layout


def figure(column: str, text: str = "", named: str = "strong") -> QLabel:
    """Return a cell for a figure, to the right; for the name of a line, to the left."""
    cell = look(QLabel(text), named)
    cell.setFixedWidth(WIDTHS[column])
    cell.setAlignment(_LEFT if column == "syringe" else _RIGHT)
    cell.setWordWrap(True)
    return cell


def held(column: str, inside: QWidget) -> QWidget:
    """Return a cell of that column's breadth with a field at its right."""
    cell = QWidget()
    cell.setFixedWidth(WIDTHS[column])
    layout = QHBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addStretch(1)
    layout.addWidget(inside)
    return cell
