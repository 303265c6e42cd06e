"""A card with a heading, and beside the heading what is said of the whole card."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ui.theme import look


class TitledCard(QFrame):
    """Holds a part of a page under its title; `beside` is a label for words at the right of it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Show an empty card of that title."""
        super().__init__(parent)
        look(self, "card")
        self.beside = look(QLabel(), "quiet")
        head = QHBoxLayout()
        head.addWidget(look(QLabel(title), "heading"))
        head.addStretch(1)
        head.addWidget(self.beside)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 12, 22, 16)
        self._column.setSpacing(10)
        self._column.addLayout(head)

    def add(self, part: QWidget | QLayout) -> None:
        """Put a part below what is there."""
        if isinstance(part, QWidget):
            self._column.addWidget(part)
        else:
            self._column.addLayout(part)
