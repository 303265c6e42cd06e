"""Voiding or putting right one entry: first whether product was injected there, then what was different."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.read_models import correction_form as form_of
from app.read_models.correction_form import CorrectionForm, CorrectionText, check_correction
from injection_plan.terms import Injected
from ui.checks.asking_dialog import AskingDialog
from ui.checks.choice_box import ChoiceBox
from ui.theme import Place, look

DOMAIN = "closing"
TEXT_HEIGHT = 84


def _no_warning(_text: CorrectionText) -> str:
    return ""


class CorrectionDialog(AskingDialog):
    """Shows what is recorded, asks whether product was injected, and utters the `Void` that was asked for.

    Nothing is answered beforehand. Volume, place and time are asked only where product was injected.
    """

    wished = Signal(object)
    """A `Void` command, once nothing is missing."""

    def __init__(
        self,
        form: CorrectionForm,
        place: Place,
        warning: Callable[[CorrectionText], str] = _no_warning,
        parent: QWidget | None = None,
    ) -> None:
        """Show the form; `warning` is asked after each keystroke for a sentence that refuses nothing."""
        super().__init__(
            wording.say(DOMAIN, "void.title"), wording.say(DOMAIN, "void.confirm"), place, parent
        )
        self._form = form
        self._warn = warning
        self.set_about(form.phrase, form.recorded + "\n" + wording.say(DOMAIN, "void.told"))
        self.answers = {answer: QRadioButton(wording.injected(answer)) for answer in Injected}
        self.volume = QLineEdit()
        self.place = _place_box(form.places)
        self.time = QLineEdit()
        self.reason = QPlainTextEdit()
        self._meaning_of_answer = look(QLabel(), "quiet")
        self._warning = look(QLabel(), "problem")
        self._details = self._detail_fields()
        self._lay_out()
        self._connect()
        self._show_details()
        self.answers[Injected.NO].setFocus()

    def _detail_fields(self) -> QWidget:
        details = QWidget()
        grid = QGridLayout(details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("void.volume", self.volume),
            ("void.time", self.time),
            ("void.place", self.place),
        )
        for (key, edit), (row, column, span) in zip(fields, ((0, 0, 1), (0, 1, 1), (2, 0, 2)), strict=True):
            word = look(QLabel(wording.say(DOMAIN, key)), "small")
            word.setBuddy(edit)
            edit.setAccessibleName(word.text())
            grid.addWidget(word, row, column, 1, span)
            grid.addWidget(edit, row + 1, column, 1, span)
        return details

    def _lay_out(self) -> None:
        self.body.addWidget(look(QLabel(wording.say(DOMAIN, "void.question")), "heading"))
        answers = QVBoxLayout()
        answers.setSpacing(0)
        for button in self.answers.values():
            answers.addWidget(button)
        self.body.addLayout(answers)
        self._meaning_of_answer.setWordWrap(True)
        self._warning.setWordWrap(True)
        self.body.addWidget(self._meaning_of_answer)
        self.body.addWidget(self._details)
        self.body.addWidget(self._warning)
        above = look(QLabel(wording.say(DOMAIN, "dialog.reason")), "strong")
        above.setBuddy(self.reason)
        self.reason.setAccessibleName(above.text())
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(TEXT_HEIGHT)
        self.body.addWidget(above)
        self.body.addWidget(self.reason)

    def _connect(self) -> None:
        for button in self.answers.values():
            button.toggled.connect(self._show_details)
        self.volume.textChanged.connect(self._show_warning)
        self.place.currentTextChanged.connect(self._show_warning)
        self.confirm.clicked.connect(self._confirm)

    @property
    def text(self) -> CorrectionText:
        """The form as it stands."""
        answered = next((answer for answer, button in self.answers.items() if button.isChecked()), None)
        return CorrectionText(
            answered,
            self.volume.text(),
            self.place.currentText(),
            self.time.text(),
            self.reason.toPlainText(),
        )

    def _show_details(self) -> None:
        answered = self.text.injected
        key = "" if answered is None else f"void.meaning.{answered.name.lower()}"
        self._meaning_of_answer.setText(wording.say(DOMAIN, key) if key else "")
        self._meaning_of_answer.setVisible(answered is not None)
        self._details.setVisible(answered is Injected.YES)
        self._show_warning()

    def _show_warning(self) -> None:
        sentence = self._warn(self.text)
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))

    def _confirm(self) -> None:
        checked = check_correction(self._form, self.text)
        self.tell(" ".join(checked.problems.values()))
        if checked.command is not None:
            self.wished.emit(checked.command)
            return
        places: dict[str, QWidget] = {
            form_of.INJECTED: self.answers[Injected.NO],
            form_of.VOLUME: self.volume,
            form_of.TIME: self.time,
            form_of.REASON: self.reason,
        }
        places[next(iter(checked.problems))].setFocus(Qt.FocusReason.OtherFocusReason)


def _place_box(places: tuple[str, ...]) -> ChoiceBox:
    box = ChoiceBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", *places])
    box.setCurrentIndex(0)
    return box
