"""A field that may honestly stay empty: its word above, beside it what its emptiness means, below it the sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.read_models.field_said import Said
from ui.planning.form_field import mark_wrong
from ui.planning.its_start import show_its_start
from ui.planning.said_line import SaidLine
from ui.theme import look


class AnswerField(QWidget):
    """A labelled line to type in; an empty one says in words that nothing was recorded, and is not wrong."""

    edited = Signal()
    """What is typed has changed."""

    finished = Signal()
    """The person has left the field or pressed Enter in it."""

    confirmed = Signal()
    """Somebody says that what stands here is right as it stands."""

    def __init__(
        self, word: str, hint: str, when_empty: str, parent: QWidget | None = None, *, needed: bool = False
    ) -> None:
        """Show the word, how to write in the field, and beside it what it means that it is empty.

        One that is `needed` says so more loudly than another says that nothing is recorded.
        """
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(word)
        show_its_start(self.edit)
        self._when_empty = when_empty
        self._beside = look(QLabel(when_empty), "needed" if needed else "small")
        self._said = SaidLine(word, wide=False)
        above = look(QLabel(word), "small")
        above.setBuddy(self.edit)
        head = QHBoxLayout()
        head.addWidget(above)
        head.addStretch(1)
        head.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.edit)
        column.addWidget(self._said)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.edit.textChanged.connect(self._follow)
        self.edit.editingFinished.connect(self.finished)
        self._said.confirmed.connect(self.confirmed)

    @property
    def text(self) -> str:
        """What is typed, letter by letter."""
        return self.edit.text()

    @property
    def beside(self) -> str:
        """What stands beside the word: that nothing is recorded, while nothing is."""
        return self._beside.text()

    @property
    def line(self) -> SaidLine:
        """The sentence below."""
        return self._said

    def show_text(self, text: str) -> None:
        """Put a text in without moving the cursor of somebody who types."""
        if self.edit.text() != text:
            self.edit.setText(text)

    def show_said(self, said: Said | None) -> None:
        """Say this below the field, or nothing."""
        self._said.show_said(said)
        mark_wrong(self.edit, said.sentence if said is not None and said.holds_back else "")

    def _follow(self, text: str) -> None:
        self._beside.setText("" if text.strip() else self._when_empty)
        self.edited.emit()
