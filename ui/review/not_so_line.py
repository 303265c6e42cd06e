"""What was not so at the sign-out, above every page of the closing until its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.theme import look


class NotSoLine(QFrame):
    """Says it in brief, and whole where it is pointed at; it is not there where nothing was not so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        look(self, "warning")
        self._words = look(QLabel(), "strong")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What is said in brief; nothing where nothing was not so."""
        return self._words.text()

    def show_words(self, in_brief: str, remarks: tuple[str, ...]) -> None:
        """Take up what was not so, in brief and with every remark in full."""
        self._words.setText(in_brief)
        self._words.setAccessibleDescription("\n".join(remarks))
        self.setToolTip("\n".join(remarks))

    def let_be_seen(self, *, is_seen: bool) -> None:
        """Be seen where there is something to say, but not where the page says it already."""
        self.setVisible(is_seen and bool(self.words))
