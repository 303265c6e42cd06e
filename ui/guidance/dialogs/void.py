"""Voiding an entry: it asks first whether product was injected, and offers to put right only what was."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app import wording
from app.clock import Reading
from app.read_models.void_form import Voidable, VoidText, check_void
from app.read_models.written import INJECTED, PLACE, REASON, TIME, VOLUME, places
from injection_plan.terms import Injected
from ui.guidance.dialogs.question import DOMAIN, Question, picked

ENTRY = "entry"


class VoidQuestion(Question):
    """Asks which entry, whether product was injected there, why, and what is put right."""

    def __init__(self, entries: tuple[Voidable, ...], now: Reading, parent: QWidget | None = None) -> None:
        super().__init__("void", parent)
        self._entries, self._now = entries, now
        lines = tuple(
            (wording.say(DOMAIN, "ask.void.row", phrase=one.phrase, says=one.says), one.code)
            for one in entries
        )
        self.entry = self.pick(ENTRY, lines)
        self.head(wording.say(DOMAIN, "ask.void.injected"))
        self.answers = {answer: QRadioButton(wording.injected(answer)) for answer in Injected}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        self.fields.addLayout(row)
        for radio in self.answers.values():
            self._group.addButton(radio)
            row.addWidget(radio)
            radio.toggled.connect(self._show_what_fits)
        self.add_problem_line(INJECTED)
        self._right = QWidget()
        room = QVBoxLayout(self._right)
        room.setContentsMargins(0, 0, 0, 0)
        self.fields.addWidget(self._right)
        outer, self.fields = self.fields, room
        self.say("ask.void.right")
        self.volume, self.time = QLineEdit(), QLineEdit()
        self.beside(lambda: self.put(VOLUME, self.volume), lambda: self.put(TIME, self.time))
        as_recorded = wording.say(DOMAIN, "ask.void.as_recorded")
        self.place = self.pick(
            PLACE, ((as_recorded, ""), *((place.phrase, place.code) for place in places())), free=True
        )
        self.fields = outer
        self.reason = self.paragraph(REASON)
        self._show_what_fits()
        self.back_button.setFocus()

    @property
    def injected(self) -> Injected | None:
        """What was answered, or nothing yet."""
        return next((answer for answer, radio in self.answers.items() if radio.isChecked()), None)

    def answer(self) -> None:
        """Utter the void, once everything is answered."""
        checked = check_void(self._entries, self._text(), self._now)
        self.show_problems(checked.problems)
        if checked.command is not None:
            self.wished.emit(checked.command)

    def _show_what_fits(self) -> None:
        self._right.setVisible(self.injected is Injected.YES)

    def _text(self) -> VoidText:
        return VoidText(
            about=picked(self.entry) or None,
            injected=self.injected,
            reason=self.reason.toPlainText(),
            volume=self.volume.text(),
            place=picked(self.place),
            time=self.time.text(),
        )
