"""A wrong participant code: the right one typed twice, with the reason and who decides it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app import wording
from app.read_models.participant_code_form import AGAIN, CODE, CodeChecked, CodeText, check_participant_code
from injection_plan.procedure import Procedure
from injection_plan.terms import Role
from ui.checks.reason_dialog import ReasonDialog
from ui.checks.wish import Wish
from ui.review.figure_edit import show_wrong
from ui.theme import Place, look

DOMAIN = "closing"


class _TypedAgain(QLineEdit):
    """The second time is typed, never pasted."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let every key through but the one that pastes."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)


class CodeDialog(ReasonDialog):
    """Shows the recorded code and utters the right one; both stay readable in the entries."""

    wished = Signal(object)
    """A `Wish` with a `CorrectParticipantCode` command."""

    def __init__(
        self,
        procedure: Procedure,
        place: Place,
        people: tuple[tuple[Role, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        """Ask for the right code of this case."""
        title, confirm = wording.say(DOMAIN, "code.title"), wording.say(DOMAIN, "code.confirm")
        super().__init__(title, confirm, place, people=people, parent=parent)
        self._procedure = procedure
        self.set_about(
            wording.say(DOMAIN, "code.recorded", code=procedure.participant),
            wording.say(DOMAIN, "code.told"),
        )
        self.code, self.again = QLineEdit(), _TypedAgain()
        for row_at, (key, edit) in enumerate((("code.right", self.code), ("code.again", self.again))):
            word = look(QLabel(wording.say(DOMAIN, key)), "strong")
            word.setBuddy(edit)
            edit.setAccessibleName(word.text())
            self.body.insertWidget(2 * row_at, word)
            self.body.insertWidget(2 * row_at + 1, edit)
        self.confirmed.connect(self._check)
        self.code.setFocus()

    def missing(self) -> str:
        """Return the first sentence against the form, and mark the field it is about."""
        problems = self._checked().problems
        show_wrong(self.code, problems.get(CODE, ""))
        show_wrong(self.again, problems.get(AGAIN, ""))
        return next(iter(problems.values()), "") or super().missing()

    def _checked(self) -> CodeChecked:
        text = CodeText(self.code.text(), self.again.text(), self.written)
        return check_participant_code(self._procedure, text)

    def _check(self, _reason: str, role: Role | None) -> None:
        command = self._checked().command
        if command is not None:
            self.wished.emit(Wish(command, role))
