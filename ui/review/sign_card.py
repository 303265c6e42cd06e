"""One signature: its meaning is chosen, the full name is typed, and no Enter and no Space ever signs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.signing import MEANING, NAME, Meaning, SignView, meaning_words
from injection_plan.terms import Role
from ui.checks.deliberate import DeliberateButton
from ui.review.figure_edit import show_wrong
from ui.theme import look

DOMAIN = "closing"
KEYS = {Role.PERFORMER: "Ctrl+1", Role.VERIFIER: "Ctrl+2"}


class SignCard(QFrame):
    """Shows whose signature it is and utters that it was given; or shows what was signed, and when."""

    signed = Signal(object, str, object)
    """The `SignView`, the name as typed, and the `Meaning` that was chosen, or nothing."""

    def __init__(self, view: SignView, parent: QWidget | None = None) -> None:
        """Show a card for one of the two people; nothing is chosen and nothing typed."""
        super().__init__(parent)
        look(self, "card")
        self._view = view
        self._role = look(QLabel(), "small")
        self._name = look(QLabel(), "heading")
        self._signed = look(QLabel(), "good")
        self._signed_at = look(QLabel(), "quiet")
        self._asking = QWidget()
        self.meanings = {meaning: QRadioButton(meaning_words(meaning)) for meaning in view.meanings}
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self._problems = {where: look(QLabel(), "problem") for where in (MEANING, NAME)}
        words = wording.say(DOMAIN, "sign.sign", role=view.role_word)
        self.button = DeliberateButton(words, KEYS[view.role])
        self._compose()
        self.button.clicked.connect(self._sign)
        self.name.textEdited.connect(lambda _: self.show_problems({}))
        for button in self.meanings.values():
            button.toggled.connect(lambda _: self.show_problems({}))
        self.show_view(view)

    def _compose(self) -> None:
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(4)
        for button in self.meanings.values():
            asking.addWidget(button)
        asking.addWidget(self._problems[MEANING])
        word = look(QLabel(wording.say(DOMAIN, "sign.name")), "small")
        word.setBuddy(self.name)
        asking.addWidget(word)
        asking.addWidget(self.name)
        asking.addWidget(self._problems[NAME])
        asking.addSpacing(8)
        asking.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(4)
        for label in (self._role, self._name, self._signed, self._signed_at):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self._asking)
        column.addStretch(1)
        for problem in self._problems.values():
            problem.setWordWrap(True)
            problem.hide()

    def show_view(self, view: SignView) -> None:
        """Show the signature as it stands; what was typed is forgotten once it is given."""
        self._view = view
        self._role.setText(view.role_word)
        self._name.setText(view.name)
        self.name.setAccessibleName(wording.say(DOMAIN, "sign.name_spoken", name=view.name))
        self._signed.setText(wording.say(DOMAIN, "sign.signed", meaning=view.signed))
        self._signed_at.setText(view.signed_at)
        for widget in (self._signed, self._signed_at):
            widget.setVisible(bool(view.signed))
        self._asking.setVisible(not view.signed)
        self.button.setEnabled(not view.signed)
        if view.signed:
            self._forget()

    def _forget(self) -> None:
        self.name.clear()
        for button in self.meanings.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say at each field what is missing there."""
        for where, label in self._problems.items():
            label.setText(problems.get(where, ""))
            label.setVisible(where in problems)
        show_wrong(self.name, problems.get(NAME, ""))

    def _sign(self) -> None:
        chosen: Meaning | None = next(
            (meaning for meaning, button in self.meanings.items() if button.isChecked()), None
        )
        self.signed.emit(self._view, self.name.text(), chosen)
