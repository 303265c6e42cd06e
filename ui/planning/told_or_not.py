"""A field that may honestly stay empty: beside it the tick that says, in words, that nobody recorded it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.checks.tick_box import TickBox
from ui.planning.form_field import FormField


class ToldOrNot(QWidget):
    """What is typed, or the explicit "not recorded"; an empty field alone is neither."""

    edited = Signal()
    """The text or the tick has changed."""

    finished = Signal()
    """The person has left the field, or set or taken the tick."""

    def __init__(self, field: FormField, not_recorded: str, parent: QWidget | None = None) -> None:
        """Put the tick under the field."""
        super().__init__(parent)
        self.field = field
        self.tick = TickBox(not_recorded)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(self.tick)
        column.addStretch(1)
        field.edited.connect(self.edited)
        field.finished.connect(self.finished)
        self.tick.toggled.connect(lambda _: self.edited.emit())
        self.tick.toggled.connect(lambda _: self.finished.emit())

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text

    @property
    def is_not_recorded(self) -> bool:
        """Whether it was said that nobody recorded it."""
        return self.tick.isChecked()

    def show_text(self, text: str, *, not_recorded: bool) -> None:
        """Put a text and a tick in."""
        self.field.edit.setText(text)
        self.tick.setChecked(not_recorded)
