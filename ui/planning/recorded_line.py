"""What is recorded of a sheet, beside the button that records it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.read_models.syringes_recorded import Recorded
from ui.planning.person_field import BELOW_THE_WORD
from ui.planning.wrapped_words import WrappedWords
from ui.theme import look


class RecordedLine(QWidget):
    """Shows when and by whom, and below it that something was typed since."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._words = WrappedWords()
        self._since = look(WrappedWords(), "needed")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, BELOW_THE_WORD, 0, 0)
        column.setSpacing(2)
        for label in (self._words, self._since):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(label)

    @property
    def words(self) -> str:
        """Everything that is said."""
        return " ".join(one for one in (self._words.text(), self._since.text()) if one)

    def show_recorded(self, recorded: Recorded) -> None:
        """Show what is recorded."""
        look(self._words, "good" if recorded.is_whole else "small" if recorded.is_recorded else "needed")
        self._words.show_words(recorded.words)
        self._since.show_words(recorded.since)
        self._since.setVisible(bool(recorded.since))
