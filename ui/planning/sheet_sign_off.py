"""The sign-off of the eligibility sheet: the investigator's name typed once more, and no Enter or Space signs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.eligibility_sheet import Sheet
from ui.checks.deliberate import DeliberateButton
from ui.planning.form_field import FormField
from ui.planning.state_shape import StateShape
from ui.theme import look

DOMAIN = "eligibility"


class SheetSignOff(QWidget):
    """Shows what is missing, or who signed off and when; utters the name as it was typed."""

    signed = Signal(str)
    """The name as typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the card without a sheet."""
        super().__init__(parent)
        self._shape = StateShape()
        self._signed = look(QLabel(), "strong")
        self._told = QLabel()
        self._counts = look(QLabel(), "quiet")
        self._against = QLabel()
        self._without = look(QLabel(), "quiet")
        self._asking = QWidget()
        self.name = FormField(wording.say(DOMAIN, "sign.name"))
        self.name.edit.setMaxLength(120)
        self.button = DeliberateButton(wording.say(DOMAIN, "sign.button"), "Ctrl+Shift+S")
        self._compose()
        self.button.clicked.connect(lambda: self.signed.emit(self.name.text))
        self.name.edited.connect(lambda: self.name.show_problem(""))

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "sign.title")), "heading"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        for label in (self._signed, self._told, self._counts, self._against, self._without):
            label.setWordWrap(True)
            words.addWidget(label)
        head.addLayout(words, 1)
        column.addLayout(head)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 8, 0, 0)
        asking.setSpacing(12)
        self.name.setMaximumWidth(440)
        asking.addWidget(self.name)
        asking.addWidget(look(QLabel(wording.say(DOMAIN, "sign.falls")), "small"))
        asking.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._asking)
        column.addStretch(1)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how the sign-off stands; what was typed is forgotten once it is given."""
        sign = sheet.sign_off
        self._shape.show_bearing(sign.bearing)
        self._signed.setText(sign.signed)
        self._signed.setVisible(bool(sign.signed))
        self._told.setText(sign.told)
        self._counts.setText(sheet.counts)
        self._against.setText(sheet.against)
        look(self._against, "problem" if sheet.is_against else "quiet")
        self._without.setText(sheet.without_value)
        for label in (self._against, self._without):
            label.setVisible(bool(label.text()))
        self._asking.setVisible(not sign.signed)
        if sign.signed:
            self.name.edit.clear()
            self.button.turn_off(sign.signed)
        else:
            self.button.turn_on()

    def show_problem(self, sentence: str) -> None:
        """Say why it is not signed off."""
        self.name.show_problem(sentence)

    def start(self) -> None:
        """Put the focus where the name is typed."""
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
