"""The room for the screen's stories: a live case, its screen, and a person who presses keys at known moments."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.journal import JournalError
from injection_plan.commands import Command
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from tests.ui.guidance.live_case import LiveCase
from ui.guidance.dialogs.question import Question
from ui.guidance.nurse_screen import NurseScreen
from ui.session_signals import SessionSignals

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {
    " ": Qt.Key.Key_Space, ".": Qt.Key.Key_Period, ",": Qt.Key.Key_Comma, "\r": Qt.Key.Key_Return,
    "\b": Qt.Key.Key_Backspace,
}  # fmt: skip


def key_of(character: str) -> Qt.Key:
    return _KEYS.get(character) or Qt.Key(ord(character.upper()))


class Room:
    """A shown screen on a real session; every key is a Qt event with the time at which it was pressed."""

    def __init__(self, qtbot: QtBot, case: LiveCase) -> None:
        self.qtbot, self.case = qtbot, case
        self.signals = SessionSignals(case.session)
        self.screen = NurseScreen(case.clock)
        self.wishes: list[Command] = []
        self.refusals: list[Refusal] = []
        self.errands: list[str] = []
        self.moment = 1_000_000
        qtbot.addWidget(self.screen)
        self.screen.wished.connect(self.wishes.append)
        self.screen.wished.connect(self.signals.submit)
        self.screen.asked.connect(self.errands.append)
        self.signals.changed.connect(self._changed)
        self.signals.refused.connect(self._refused)
        self.signals.unstored.connect(self._unstored)
        self.screen.resize(1366, 768)
        self.screen.show_procedure(case.procedure, case.session.entries)
        self.screen.show()
        self.screen.activateWindow()
        self.screen.setFocus()
        qtbot.waitExposed(self.screen).__enter__()

    def key(self, character: str, *, gap_ms: int = 200, wait_s: float = 5.0) -> None:
        """Press and release one key, so long after the last one."""
        self.case.clock.wait(wait_s)
        self.down(character, gap_ms=gap_ms)
        self.up(character)
        if character.isalpha():
            self.settle_keys()

    def keys(self, characters: str) -> None:
        for character in characters:
            self.key(character)

    def down(self, character: str, *, gap_ms: int = 200, repeated: bool = False) -> None:
        self.moment += gap_ms
        self._send(PRESS, character, repeated=repeated)

    def up(self, character: str, *, repeated: bool = False) -> None:
        self._send(RELEASE, character, repeated=repeated)

    def settle_keys(self) -> None:
        """Wait until it is certain that a letter was no scanner's."""
        certain = self.screen._pedal._certain
        self.qtbot.waitUntil(lambda: not certain.isActive(), timeout=2000)

    def ask(self, character: str) -> Question:
        """Press the key of a question and return it."""
        self.key(character)
        question = self.screen.question
        assert question is not None, self.screen.parts.step.reason
        return question

    @property
    def procedure(self) -> Procedure:
        return self.case.procedure

    @property
    def given(self) -> list[str]:
        return self.case.given

    def _send(self, kind: QEvent.Type, character: str, *, repeated: bool) -> None:
        event = QKeyEvent(kind, key_of(character), NONE, character, repeated)
        event.setTimestamp(self.moment)
        QApplication.sendEvent(QApplication.focusWidget() or self.screen, event)

    def _changed(self, procedure: Procedure) -> None:
        self.screen.show_procedure(procedure, self.case.session.entries)

    def _refused(self, refusal: Refusal) -> None:
        self.refusals.append(refusal)
        self.screen.show_refusal(refusal)

    def _unstored(self, _fault: JournalError) -> None:
        self.screen.show_unstored("not on disk")
