"""One field of a form: its word above, what is typed, and below it the one sentence that says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.planning.its_start import show_its_start
from ui.theme import look, refresh


class FormField(QWidget):
    """A labelled line to type in; the sentence below is shown only while something is wrong."""

    edited = Signal()
    """What is typed has changed."""

    finished = Signal()
    """The person has left the field or pressed Enter in it."""

    def __init__(
        self, word: str, hint: str = "", edit: QLineEdit | None = None, parent: QWidget | None = None
    ) -> None:
        """Show the word and, while the field is empty, how to write in it."""
        super().__init__(parent)
        self.edit = edit or QLineEdit()
        self._problem = look(QLabel(), "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        word_above = look(QLabel(word), "small")
        word_above.setBuddy(self.edit)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(word)
        show_its_start(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(word_above)
        column.addWidget(self.edit)
        column.addWidget(self._problem)
        column.addStretch(1)
        self.edit.textChanged.connect(lambda _: self.edited.emit())
        self.edit.editingFinished.connect(self.finished)

    @property
    def text(self) -> str:
        """What is typed, letter by letter."""
        return self.edit.text()

    @property
    def problem(self) -> str:
        """The sentence shown below, or nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or with an empty sentence that nothing is."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        mark_wrong(self.edit, sentence)

    def lock(self, why: str) -> None:
        """Keep what stands here from being changed, and say why."""
        self.edit.setReadOnly(True)
        self.edit.setToolTip(why)


def mark_wrong(edit: QLineEdit, sentence: str) -> None:
    """Draw a line edit as wrong while there is a sentence against it, and let that be read aloud."""
    wrong = "true" if sentence else "false"
    edit.setAccessibleDescription(sentence)
    edit.setToolTip(sentence)
    if edit.property("wrong") != wrong:
        edit.setProperty("wrong", wrong)
        refresh(edit)
