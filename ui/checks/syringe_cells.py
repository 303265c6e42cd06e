"""The syringes of one hand as a small table: what is in each and to be given; loud where it is less, or falls short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from app import wording
from app.read_models.time_out_facts import SyringeAtHand
from ui.checks.one_line import OneLine
from ui.theme import look

DOMAIN = "cases"
HEADS = (
    "time_out.column.syringe",
    "time_out.column.mark",
    "time_out.column.to_give",
    "time_out.column.label",
)
SYRINGE, MARK, TO_GIVE, LABEL = range(4)
ROWS_EACH = 3
"""A syringe has a row, one below it for what it falls short by, and one that keeps it apart from the next."""
APART = 5


class SyringeCells(QGridLayout):
    """Shows syringes row by row; the column of labels is only there where any syringe has one."""

    def __init__(self) -> None:
        """Show no syringe yet."""
        super().__init__()
        self._cells: list[QWidget] = []
        self.setHorizontalSpacing(7)
        self.setVerticalSpacing(0)
        self.setColumnStretch(LABEL, 1)

    def show_syringes(self, syringes: tuple[SyringeAtHand, ...], *, is_roomy: bool) -> None:
        """Show these, in larger letters where there is room for them."""
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = []
        heavy = "figure" if is_roomy else "strong"
        has_labels = any(one.label for one in syringes)
        for column, name in enumerate(HEADS[: LABEL + 1 if has_labels else LABEL]):
            self._put(0, column, look(QLabel(wording.say(DOMAIN, name)), "small"))
        for place, one in enumerate(syringes):
            row = 1 + place * ROWS_EACH
            words = wording.say(DOMAIN, "time_out.syringe", number=one.number, digit=one.digit)
            first = look(QLabel(words), heavy)
            first.setAccessibleName(one.spoken)
            self._put(row, SYRINGE, first)
            self._put(row, MARK, look(QLabel(one.mark), "figure-cell" if is_roomy else ""))
            to_give = look(QLabel(one.to_give), heavy)
            self._put(row, TO_GIVE, _framed(to_give) if one.is_less else to_give)
            if one.short:
                self._put(row + 1, MARK, _framed(look(QLabel(one.short), "needed")), columns=2)
            self.setRowMinimumHeight(row + 2, APART)
            if has_labels:
                self._put(row, LABEL, look(OneLine(one.label), "" if is_roomy else "small"))

    def _put(self, row: int, column: int, cell: QWidget, *, columns: int = 1) -> None:
        self.addWidget(cell, row, column, 1, columns)
        self._cells.append(cell)


def _framed(label: QLabel) -> QFrame:
    """Return the words in a frame that stands out without its colour too: not emptied, or not enough in it."""
    frame = look(QFrame(), "warning")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    inside = QHBoxLayout(frame)
    inside.setContentsMargins(4, 1, 4, 1)
    inside.addWidget(label)
    return frame
