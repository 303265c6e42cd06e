"""What happened differed: the form for another volume, place or time, and for an extra pass."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QRadioButton, QWidget

from app import wording
from app.clock import Reading
from app.read_models.difference_form import DifferenceText, check_difference, difference_form
from app.read_models.written import PLACE, REASON, TIME, VOLUME, places
from injection_plan.procedure import Procedure
from ui.guidance.dialogs.question import DOMAIN, Question, picked
from ui.theme import look

SYRINGE = "syringe"


class DifferQuestion(Question):
    """Asks what was done instead; above a digit's most it warns first, and records all the same."""

    def __init__(self, procedure: Procedure, now: Reading, parent: QWidget | None = None) -> None:
        super().__init__("different", parent)
        self._procedure, self._now = procedure, now
        self._form = difference_form(procedure)
        self._warned = ""
        if self._form.aliquot is None:
            self.say("ask.different.told_extra")
        else:
            look(self.say("ask.different.told", phrase=self._form.phrase), "strong")
        self.this = QRadioButton(wording.say(DOMAIN, "ask.different.this", phrase=self._form.phrase))
        self.extra = QRadioButton(wording.say(DOMAIN, "ask.different.extra"))
        self._group = QButtonGroup(self)
        for radio in (self.this, self.extra):
            self._group.addButton(radio)
            self.fields.addWidget(radio)
        self.this.setVisible(self._form.aliquot is not None)
        (self.extra if self._form.aliquot is None else self.this).setChecked(True)
        as_planned = wording.say(DOMAIN, "ask.different.as_planned")
        spots = ((as_planned, ""), *((place.phrase, place.code) for place in places()))
        syringes = tuple((words, str(number)) for number, words in self._form.syringes)
        self.volume, self.time = QLineEdit(), QLineEdit()
        self.beside(lambda: self.put(VOLUME, self.volume), lambda: self.put(TIME, self.time))
        self.place = self.pick(PLACE, spots, free=True)
        self.syringe = self.pick(SYRINGE, syringes)
        self.syringe.setCurrentIndex(self.syringe.findData(str(self._form.syringe)))
        self.reason = self.paragraph(REASON)
        self._warning = look(QLabel(), "chip-due")
        self._warning.setWordWrap(True)
        self._warning.hide()
        self.fields.addWidget(self._warning)
        self.volume.setFocus()

    @property
    def warning(self) -> str:
        """The warning that is shown, or nothing."""
        return self._warning.text()

    def answer(self) -> None:
        """Utter what was done; a warning is shown once, and the same answer again records it."""
        checked = check_difference(self._procedure, self._text(), self._now)
        self._warning.setText(checked.warning)
        self._warning.setVisible(bool(checked.warning))
        self.show_problems(checked.problems)
        if checked.command is None:
            return
        if checked.warning and checked.warning != self._warned:
            self._warned = checked.warning
            self.rename_answer("ask.different.do_all_the_same")
            return
        self.wished.emit(checked.command)

    def _text(self) -> DifferenceText:
        return DifferenceText(
            aliquot=None if self.extra.isChecked() else self._form.aliquot,
            syringe=int(picked(self.syringe)),
            volume=self.volume.text(),
            place=picked(self.place),
            time=self.time.text(),
            reason=self.reason.toPlainText(),
        )
