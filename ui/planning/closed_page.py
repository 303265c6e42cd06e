"""The one page of a program that cannot begin: which folder, and why its journal could not be opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from ui.checks.headed_page import HeadedPage
from ui.theme import DESK, look

DOMAIN = "cases"


class ClosedPage(HeadedPage):
    """Says a fault in one sentence; there is nothing to do here but to close it."""

    left = Signal()
    """The page was read."""

    def __init__(self, sentence: str, folder: str, parent: QWidget | None = None) -> None:
        """Show the sentence and the folder it is about."""
        super().__init__(DESK, parent)
        self.resize(900, 420)
        title = wording.say(DOMAIN, "closed.title")
        self.setWindowTitle(title)
        self.set_head(title, folder)
        card = look(QFrame(), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        told = look(QLabel(sentence), "heading")
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(told)
        self.body.addWidget(card)
        self.body.addStretch(1)
        close = QPushButton(wording.say(DOMAIN, "keys.close"))
        close.setShortcut(Qt.Key.Key_Escape)
        close.clicked.connect(self.left)
        close.clicked.connect(self.close)
        self.buttons.addWidget(close)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
