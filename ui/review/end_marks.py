"""The end marks that are still owed: one blind field for each syringe, nothing else to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.pad import PadView
from ui.checks.mark_field import MarkField
from ui.theme import look

DOMAIN = "closing"
COLUMNS = 2


class EndMarks(QWidget):
    """Shows each owed end mark and utters what was read; a field that is answered goes away."""

    wished = Signal(object)
    """A `ReadMark` or a `LeaveMarkUnread`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page with nothing owed."""
        super().__init__(parent)
        self.fields: dict[int, MarkField] = {}
        self._asked = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        told = look(QLabel(wording.say(DOMAIN, "end_marks.told")), "quiet")
        told.setWordWrap(True)
        column.addWidget(told)
        inside = look(QWidget(), "page")
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 8, 0)
        around.addLayout(self._grid)
        around.addStretch(1)
        self._scroll = look(QScrollArea(), "page")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)

    def show_marks(self, views: tuple[PadView, ...]) -> None:
        """Show what is owed now; fields that stay keep what was typed in them."""
        wanted = {view.owed.syringe: view for view in views}
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and any(field.isAncestorOf(focused) for field in self.fields.values())
        for number in [number for number in self.fields if number not in wanted]:
            answered = self.fields.pop(number)
            answered.hide()
            answered.deleteLater()
        for number, view in wanted.items():
            if number in self.fields:
                self.fields[number].show_mark(view)
            else:
                self.fields[number] = self._field(view)
        self.fields = {number: self.fields[number] for number in wanted}
        for place, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, place // COLUMNS, place % COLUMNS)
        if had_focus:
            self.start_typing()

    def _field(self, view: PadView) -> MarkField:
        field = MarkField(view)
        number = view.owed.syringe
        field.wished.connect(lambda command: self._utter(number, command))
        return field

    def _utter(self, number: int, command: object) -> None:
        self._asked = number
        self.wished.emit(command)

    def show_problem(self, sentence: str) -> bool:
        """Say at the field that was answered last why that was refused, or return that it is gone."""
        field = self.fields.get(self._asked)
        if field is not None:
            field.show_problem(sentence)
        return field is not None

    def start_typing(self) -> None:
        """Put the focus into the first field."""
        for field in self.fields.values():
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(field, 20, 60)
            return
