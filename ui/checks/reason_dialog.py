"""Asking for a reason, or another text, and where it matters who of the two people decides it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QRadioButton, QWidget

from app import wording
from injection_plan.terms import Role
from ui.checks.asking_dialog import AskingDialog
from ui.theme import Place, look

DOMAIN = "closing"
TEXT_HEIGHT = 120
LONGEST = 2000


class ReasonDialog(AskingDialog):
    """Asks for a text that may not be empty; `people` are the two to choose from, and none is chosen."""

    confirmed = Signal(str, object)
    """The text as written, and the `Role` that was chosen, or nothing where nobody was asked for."""

    def __init__(
        self,
        title: str,
        confirm: str,
        place: Place,
        *,
        word: str = "",
        people: tuple[tuple[Role, str], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show the empty dialog; `word` stands above the text instead of "Reason"."""
        super().__init__(title, confirm, place, parent)
        self.people: dict[Role, QRadioButton] = {}
        if people:
            self.body.addWidget(look(QLabel(wording.say(DOMAIN, "dialog.who")), "strong"))
        for role, name in people:
            words = wording.say(DOMAIN, "dialog.person", role=wording.role(role), name=name)
            self.people[role] = QRadioButton(words)
            self.body.addWidget(self.people[role])
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HEIGHT)
        above = look(QLabel(word or wording.say(DOMAIN, "dialog.reason")), "strong")
        above.setBuddy(self.text)
        self.text.setAccessibleName(above.text())
        self.body.addWidget(above)
        self.body.addWidget(self.text)
        self.confirm.clicked.connect(self._confirm)
        (next(iter(self.people.values())) if self.people else self.text).setFocus()

    @property
    def role(self) -> Role | None:
        """Who was chosen, or nothing."""
        return next((role for role, button in self.people.items() if button.isChecked()), None)

    @property
    def written(self) -> str:
        """The text, without the blanks around it and no longer than an entry holds."""
        return self.text.toPlainText().strip()[:LONGEST]

    def missing(self) -> str:
        """Return the sentence that says what is missing, or nothing."""
        if self.people and self.role is None:
            return wording.say(DOMAIN, "dialog.who_missing")
        return "" if self.written else wording.say(DOMAIN, "dialog.reason_missing")

    def _confirm(self) -> None:
        missing = self.missing()
        self.tell(missing)
        if not missing:
            self.confirmed.emit(self.written, self.role)
