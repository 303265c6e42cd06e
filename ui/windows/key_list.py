"""The list of keys that F1 shows: read it and close it; it asks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from ui.theme import ROOM, dress, look

DOMAIN = "cases"
KEYS = (
    "given", "mark", "not_read", "differed", "omit", "void", "choose", "pause", "event", "stop", "view",
    "read_aloud", "go_on", "step", "time_out", "list", "new", "practise", "protocol", "settings", "full_screen",
    "print", "keys",
)  # fmt: skip
ROWS = 12


class KeyList(QDialog):
    """Every key of the program and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the list in two columns."""
        super().__init__(parent)
        dress(self, ROOM)
        self.setWindowTitle(wording.say(DOMAIN, "keys.title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(18)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "keys.title")), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for number, name in enumerate(KEYS):
            row, side = number % ROWS, number // ROWS * 3
            key = look(QLabel(wording.say(DOMAIN, f"keys.{name}.key")), "key")
            key.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(key, row, side)
            grid.addWidget(QLabel(wording.say(DOMAIN, f"keys.{name}.does")), row, side + 1)
        grid.setColumnMinimumWidth(2, 24)
        column.addLayout(grid)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "start.aid")), "small"))
        close = QPushButton(wording.say(DOMAIN, "keys.close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
