"""One line of the sign-out: as it says, or not so, and then in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.sign_out_form import LONGEST, Answer, AskedLine
from ui.checks.tick_box import TickBox
from ui.theme import look

DOMAIN = "sign_out"
INDENT = 46


class SignOutRow(QWidget):
    """Shows a line and its answer; a tick and a remark never stand together, and neither is there at first."""

    edited = Signal()
    """The answer has changed."""

    def __init__(self, line: AskedLine, parent: QWidget | None = None) -> None:
        """Show the line, not answered."""
        super().__init__(parent)
        self.line = line
        self.tick = TickBox(line.label, snug=True)
        self.tick.setAccessibleName(wording.say(DOMAIN, "tick_spoken", line=line.text))
        self.not_so = QPushButton(wording.say(DOMAIN, "not_so"))
        self.not_so.setCheckable(True)
        self.not_so.setAutoDefault(False)
        self.not_so.setAccessibleName(wording.say(DOMAIN, "not_so_spoken", line=line.text))
        self.remark = QLineEdit()
        self.remark.setMaxLength(LONGEST)
        self.remark.setPlaceholderText(wording.say(DOMAIN, "remark_words"))
        self.remark.setAccessibleName(wording.say(DOMAIN, "remark_spoken", line=line.text))
        self._compose()
        self.tick.toggled.connect(self._ticked)
        self.not_so.toggled.connect(self._said_not_so)
        self.remark.textChanged.connect(lambda _: self.edited.emit())

    def _compose(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.tick, 1)
        across.addWidget(look(self.not_so, "not-so"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        words = QHBoxLayout()
        words.setContentsMargins(INDENT, 0, 0, 0)
        words.addWidget(self.remark)
        column.addLayout(words)
        self.remark.hide()

    @property
    def answer(self) -> Answer | None:
        """What was answered, or nothing yet."""
        if self.tick.isChecked():
            return Answer(as_it_says=True)
        return Answer(as_it_says=False, remark=self.remark.text()) if self.not_so.isChecked() else None

    def say_not_so(self) -> None:
        """Answer that it is not as the line says, and let it be put in words."""
        self.not_so.setChecked(True)
        self.remark.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self, is_on: bool) -> None:
        if is_on:
            self.not_so.setChecked(False)
        self.edited.emit()

    def _said_not_so(self, is_on: bool) -> None:
        if is_on:
            self.tick.setChecked(False)
        look(self.not_so, "not-so-said" if is_on else "not-so")
        self.remark.setVisible(is_on)
        if is_on:
            self.remark.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
