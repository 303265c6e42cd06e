"""The real window with the real screens on a real journal, and a person at its keyboard; only the clock is counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import wording
from app.journal import Journal
from app.read_models.timeline import Tone
from injection_plan.procedure import Procedure
from tests.app.read_models.forms import StillClock
from ui.guidance.nurse_screen import NurseScreen
from ui.review.screen import ReviewScreen
from ui.windows import Desk, NurseWindow
from ui.windows.casework import begin_with, signals_of
from ui.windows.screens import Screens

APART_MS = 200
_KEYS = {" ": Qt.Key.Key_Space, ".": Qt.Key.Key_Period, "\r": Qt.Key.Key_Return}
_PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class LiveWindow:
    """A practice case, ready at its first aliquot, in front of everything."""

    folder: Path
    qtbot: QtBot
    clock: StillClock = field(default_factory=StillClock)
    moment: int = 1_000_000

    def open(self) -> None:
        journal = Journal.open(self.folder, reserve_bytes=4096)
        self.desk = Desk(self.folder, journal, self.clock, "theatre 1")
        self.window = NurseWindow(
            self.desk, begin_with(Screens(lambda: NurseScreen(self.clock), ReviewScreen))
        )
        self.qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.open_practice()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.screen.setFocus()

    def end(self) -> None:
        self.window.close()
        self.desk.close()

    @property
    def screen(self) -> NurseScreen:
        page = self.window.pages.currentWidget()
        assert isinstance(page, NurseScreen)
        return page

    @property
    def procedure(self) -> Procedure:
        signals = signals_of(self.window)
        assert signals is not None
        assert signals.procedure is not None
        return signals.procedure

    @property
    def journal(self) -> Journal:
        return self.desk.journal_of(practice=True)

    @property
    def band(self) -> str:
        return self.window.unrecorded_band.words

    @property
    def notice(self) -> str:
        return self.window.notice_band.words

    def keys(self, characters: str) -> None:
        """Press and release keys, apart as a person's are."""
        for character in characters:
            self.moment += APART_MS
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = _KEYS.get(character) or Qt.Key(ord(character.upper()))
                event = QKeyEvent(kind, key, _PLAIN, character)
                event.setTimestamp(self.moment)
                QApplication.sendEvent(QApplication.focusWidget() or self.window, event)
            if character.isalpha():
                self._wait_until_it_is_certain()

    def _wait_until_it_is_certain(self) -> None:
        """Wait until a letter was no scanner's."""
        page = self.window.pages.currentWidget()
        if isinstance(page, NurseScreen):
            self.qtbot.waitUntil(lambda: not page._pedal._certain.isActive(), timeout=2000)

    def named_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key that is no character, as the window system would hand it to whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def mark(self) -> str:
        """Return what the plunger stands at now."""
        owed = self.procedure.owed
        assert owed is not None
        expected = self.procedure.syringe(owed.syringe).expected
        assert expected is not None
        return wording.number(expected)

    def on_disk(self) -> list[str]:
        """Return the kinds of what the journal itself holds of this case."""
        entries = self.journal.entries(self.procedure.case)
        return [entry.body.split('"kind":"', 1)[1].split('"', 1)[0] for entry in entries]

    def shown(self) -> tuple[object, ...]:
        """Return what the screen says of the case, but for the sentence under the button: step, rows and sums."""
        parts = self.screen.parts
        words = [label.text() for part in (parts.step, parts.totals) for label in part.findChildren(QLabel)]
        return parts.timeline.rows.rows, [text for text in words if text not in {"", parts.step.reason}]

    @property
    def next(self) -> str:
        """Return the aliquot that is next, by the screen's own row."""
        (row,) = (one for one in self.screen.parts.timeline.rows.rows if one.tone is Tone.NOW)
        return row.code
