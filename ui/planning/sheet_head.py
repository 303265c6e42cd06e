"""The head of the eligibility page: by whose name decisions are, when the screening visit was, and the counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.eligibility_sheet import Sheet
from injection_plan.criteria import CriterionKind
from ui.planning.form_field import FormField
from ui.planning.state_shape import StateStrip
from ui.theme import look, pixels

DOMAIN = "eligibility"
NAME_WIDTH, DAY_WIDTH = 280, 230


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
        words.setSpacing(6)
        words.addWidget(self._strip)
        for label in (self._counts, self._against):
            label.setWordWrap(True)
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.investigator)
        row.addWidget(self.screened)
        row.addSpacing(8)
        row.addLayout(words, 1)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the counts, and what stands against the participant."""
        groups = (tuple(one.bearing for one in sheet.lines if one.kind is kind) for kind in CriterionKind)
        self._strip.show_groups(tuple(groups), sheet.counts)
        self._counts.setText(sheet.counts)
        self._against.setText(sheet.against)
        look(self._against, "problem" if sheet.is_against else "small")

    def refuse_investigator(self, sentence: str) -> None:
        """Say why nothing can be decided by this name, and go there."""
        self.investigator.show_problem(sentence)
        self.investigator.edit.setFocus(Qt.FocusReason.OtherFocusReason)
