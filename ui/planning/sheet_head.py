"""The head of the eligibility page: by whose name decisions are, when the screening visit was, and the counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.day_form import DayState
from app.read_models.eligibility_sheet import Sheet
from injection_plan.criteria import CriterionKind
from ui.planning.form_field import FormField
from ui.planning.sheet_mark import SheetMark
from ui.planning.state_shape import StateStrip
from ui.theme import look, pixels

DOMAIN = "eligibility"
NAME_WIDTH, DAY_WIDTH = 240, 186
DAY_KEY, SIGN_OFF_KEY = "Alt+D", "Alt+S"


class SheetHead(QWidget):
    """Shows the two fields of the whole page, and how the sheet stands at a glance."""

    edited = Signal()
    """One of the two fields has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the empty head."""
        super().__init__(parent)
        self.investigator = FormField(
            wording.say(DOMAIN, "investigator"), wording.say(DOMAIN, "investigator_hint")
        )
        self.screened = FormField(wording.say(DOMAIN, "screened"), wording.say(DOMAIN, "day_short"))
        self.day, self.sign_off = SheetMark(DAY_KEY), SheetMark(SIGN_OFF_KEY)
        self._strip = StateStrip()
        self._counts = look(QLabel(), "strong")
        self._against = QLabel()
        self._compose()
        self.investigator.edited.connect(lambda: self.investigator.show_problem(""))
        for field in (self.investigator, self.screened):
            field.edited.connect(self.edited)

    def _compose(self) -> None:
        self.investigator.setFixedWidth(pixels(NAME_WIDTH))
        self.screened.setFixedWidth(pixels(DAY_WIDTH))
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._counts, self._against):
            label.setWordWrap(True)
            words.addWidget(label)
        words.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addLayout(words, 1)
        for mark in (self.day, self.sign_off):
            below.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        glance = QVBoxLayout()
        glance.setSpacing(8)
        glance.addWidget(self._strip)
        glance.addLayout(below)
        glance.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.investigator)
        row.addWidget(self.screened)
        row.addSpacing(8)
        row.addLayout(glance, 1)

    def show_sheet(self, sheet: Sheet, day: DayState | None) -> None:
        """Show the counts, what stands against the participant, and how the day and the sign-off stand."""
        groups = (
            tuple((one.bearing, one.without_value) for one in sheet.lines if one.kind is kind)
            for kind in CriterionKind
        )
        self._strip.show_groups(tuple(groups), sheet.counts)
        self._counts.setText(sheet.counts)
        self._against.setText(sheet.against)
        self._against.setVisible(bool(sheet.against))
        look(self._against, "problem" if sheet.is_against else "small")
        self.day.setVisible(day is not None)
        if day is not None:
            self.day.show_mark(day.bearing, day.mark, day.who)
        sign = sheet.sign_off
        self.sign_off.show_mark(sign.bearing, sign.mark, sign.who)

    def refuse_investigator(self, sentence: str) -> None:
        """Say why nothing can be decided by this name, and go there."""
        self.investigator.show_problem(sentence)
        self.investigator.edit.setFocus(Qt.FocusReason.OtherFocusReason)
