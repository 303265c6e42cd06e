"""One owed mark, read blind: an empty field that nothing fills but the reader, bound to what it asked first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.pad import PadView, answer, not_read
from ui.theme import look, refresh

DOMAIN = "closing"
FIELD_WIDTH = 130


class _BlindEdit(QLineEdit):
    """A line to type a mark into; `N` in the empty field says that the mark cannot be read."""

    unread = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take `N` only while nothing is typed, pressed once and not held."""
        if event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat() and not self.text():
                self.unread.emit()
            return
        if event.isAutoRepeat() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return
        super().keyPressEvent(event)


class MarkField(QFrame):
    """Shows which mark is asked for and utters the reading; it knows nothing of what is expected."""

    wished = Signal(object)
    """A `ReadMark` or a `LeaveMarkUnread`."""

    def __init__(self, view: PadView, parent: QWidget | None = None) -> None:
        """Ask for a mark; the field is empty."""
        super().__init__(parent)
        look(self, "card")
        self._view = view
        self._sent = False
        self._headline = look(QLabel(), "heading")
        self._about = look(QLabel(), "strong")
        self._question = look(QLabel(), "quiet")
        self._problem = look(QLabel(), "problem")
        self.edit = _BlindEdit()
        self.edit.setFixedWidth(FIELD_WIDTH)
        self.enter = QPushButton(wording.say(DOMAIN, "mark.enter"))
        self.unread = QPushButton(wording.say(DOMAIN, "mark.not_read"))
        self._compose()
        self.edit.returnPressed.connect(self._read)
        self.edit.textEdited.connect(self._begin)
        self.edit.unread.connect(self._leave_unread)
        self.enter.clicked.connect(self._read)
        self.unread.clicked.connect(self._leave_unread)
        self._show(view)

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        for label in (self._headline, self._about, self._question):
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.edit)
        row.addWidget(look(QLabel(wording.say(DOMAIN, "unit")), "quiet"))
        row.addSpacing(6)
        for button in (self.enter, self.unread):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        self._problem.setWordWrap(True)
        self._problem.hide()
        column.addWidget(self._problem)

    @property
    def view(self) -> PadView:
        """What the field is bound to."""
        return self._view

    def show_mark(self, view: PadView) -> None:
        """Ask for a mark as it stands; what was typed for an earlier question is never moved to another one."""
        if view == self._view:
            return
        if self._sent or not self.edit.text():
            self.edit.clear()
            self.show_problem("")
            self._sent = False
            self._show(view)

    def show_problem(self, sentence: str) -> None:
        """Say why the reading was not taken, keeping what was typed."""
        self._sent = False
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.edit.setProperty("wrong", "true" if sentence else "false")
        self.edit.setAccessibleDescription(sentence)
        refresh(self.edit)

    def _show(self, view: PadView) -> None:
        self._view = view
        self._headline.setText(view.headline)
        self._about.setText(view.about)
        self._question.setText(view.question)
        self.edit.setAccessibleName(f"{view.headline}, {view.about}")

    def _begin(self) -> None:
        if self.edit.accessibleDescription():
            self.show_problem("")

    def _read(self) -> None:
        read = answer(self._view, self.edit.text())
        if isinstance(read, str):
            self.show_problem(read)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._sent = True
        self.wished.emit(read)

    def _leave_unread(self) -> None:
        self._sent = True
        self.wished.emit(not_read(self._view))
