"""The syringes of both hands side by side, a line each, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from injection_plan.anatomy import Hand
from injection_plan.protocol import Syringe
from ui.planning.syringe_line import FIGURE_WIDTH, NAME_WIDTH, SyringeLine
from ui.theme import look, pixels

DOMAIN = "syringes"


class HandTables(QWidget):
    """Holds the lines; `heads` are the words above the columns, `made` makes the line of one syringe."""

    def __init__(self, heads: tuple[str, ...], made: Callable[[Syringe], SyringeLine]) -> None:
        """Show no syringe yet."""
        super().__init__()
        self.lines: dict[int, SyringeLine] = {}
        self._heads = heads
        self._made = made
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(20)

    def show_syringes(self, syringes: tuple[Syringe, ...]) -> tuple[SyringeLine, ...]:
        """Lay the syringes out once, and return the lines that are new."""
        if self.lines:
            return ()
        for hand in Hand:
            mine = [one for one in syringes if one.hand is hand]
            if not mine:
                continue
            card = look(QFrame(), "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(20, 10, 20, 10)
            column.setSpacing(4)
            column.addLayout(self._head(hand))
            for syringe in mine:
                self.lines[syringe.number] = self._made(syringe)
                column.addWidget(self.lines[syringe.number])
            self._row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        return tuple(self.lines.values())

    def _head(self, hand: Hand) -> QGridLayout:
        head = QGridLayout()
        head.setHorizontalSpacing(10)
        head.setColumnMinimumWidth(0, pixels(NAME_WIDTH))
        head.addWidget(look(QLabel(wording.hand(hand)), "strong"), 0, 0)
        for column, word in enumerate(self._heads, start=1):
            label = look(QLabel(wording.say(DOMAIN, word)), "small")
            if word == "head.label":
                head.setColumnStretch(column, 1)
            else:
                label.setFixedWidth(pixels(FIGURE_WIDTH))
                label.setContentsMargins(0, 0, 13, 0)
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            head.addWidget(label, 0, column)
        if "head.label" not in self._heads:
            head.setColumnStretch(len(self._heads) + 1, 1)
        return head
