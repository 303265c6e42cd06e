"""A dialog that asks something before it is recorded: whatever was typed stays until it is on disk.

No key presses it by accident: Enter and Space do nothing, Escape leaves, and the key that confirms is written on it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from ui.checks.deliberate import DeliberateButton
from ui.theme import Place, dress, look

DOMAIN = "closing"
EDGE = 28
LEAST_WIDTH = 620


class AskingDialog(QDialog):
    """Title, what it is about, what it means, the questions, one sentence that says what is wrong, two buttons.

    It never closes itself when it is confirmed: whoever opened it calls `accept` once the entry is stored, or
    `tell` with the sentence that says why it is not.
    """

    def __init__(self, title: str, confirm: str, place: Place, parent: QWidget | None = None) -> None:
        """Lay out an empty dialog; `body` is for its questions."""
        super().__init__(parent)
        dress(self, place)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setMinimumWidth(LEAST_WIDTH)
        self._about = look(QLabel(), "strong")
        self._meaning = look(QLabel(), "quiet")
        self._problem = look(QLabel(), "problem")
        self._column = QVBoxLayout(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.confirm = DeliberateButton(confirm, "Ctrl+Enter")
        self.leave = QPushButton(wording.say(DOMAIN, "dialog.cancel"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self._compose(look(QLabel(title), "title"))

    def _compose(self, heading: QLabel) -> None:
        column = self._column
        column.setContentsMargins(EDGE, 22, EDGE, 20)
        column.setSpacing(10)
        for label in (heading, self._about, self._meaning):
            label.setWordWrap(True)
            column.addWidget(label)
        self._about.hide()
        self._meaning.hide()
        column.addSpacing(6)
        column.addLayout(self.body)
        self._problem.setWordWrap(True)
        self._problem.hide()
        column.addWidget(self._problem)
        column.addSpacing(6)
        column.addWidget(look(QFrame(), "line"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.confirm)
        column.addLayout(row)

    def set_about(self, about: str, meaning: str = "") -> None:
        """Say what this is about, and what it does."""
        for label, words in ((self._about, about), (self._meaning, meaning)):
            label.setText(words)
            label.setVisible(bool(words))

    def tell(self, sentence: str) -> None:
        """Say why it is not recorded, or with an empty sentence that nothing stands against it."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def fit(self) -> None:
        """Grow or shrink to what is shown now, so that no line of words is cut."""
        self._column.activate()
        width = max(self.width(), LEAST_WIDTH)
        self.resize(width, self._column.totalHeightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Fit whenever something inside has become larger or smaller."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return handled

    @property
    def told(self) -> str:
        """The sentence that says why it is not recorded."""
        return self._problem.text()
