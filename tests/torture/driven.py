"""The real windows, driven by real keys from within, saying what each repaint of the timeline shows.

`python -m tests.torture.driven FOLDER SEED [once]` begins at the list of cases, takes up the case that is not
finished, or practises anew, and goes on until it is killed. With `once` it ends by itself when a case has nothing
left to give. Every key goes through Qt's window system, where a keyboard's arrive.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from injection_plan.terms import Standing
from tests.torture.nurse_keys import TO_THE_LIST, NurseKeys, Press
from tests.torture.words import Page, Shown, say
from ui.application import Beginning, StartRequest, application, open_desk, open_window
from ui.guidance.nurse_screen import NurseScreen
from ui.guidance.timeline_table import TimelineTable
from ui.windows import NurseWindow
from ui.windows.casework import signals_of

BETWEEN_KEYS_MS = 60
# A letter acts a moment late, in case it is a scanner's; who looks sooner sees the case as it was, and presses again.
LETTERS = {Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_Y, Qt.Key.Key_K}
LETTER_S = 0.25
NOT_YET = {Standing.PLANNED, Standing.NOT_PLANNED}


class Driver(QObject):
    """Presses the keys of a nurse and writes down what she sees."""

    def __init__(self, window: NurseWindow, chance: random.Random, *, once: bool) -> None:
        """Begin at once; `once` ends the program at the first case that is settled."""
        super().__init__(window)
        self._window = window
        self._once = once
        self._nurse = NurseKeys(chance)
        self._waiting: list[Press] = []
        self._given_at = 0.0
        self._rests_until = 0.0
        self._timeline: TimelineTable | None = None
        window.pages.currentChanged.connect(self._turn_to)
        self._turn_to()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press_next)
        self._timer.start(BETWEEN_KEYS_MS)

    def _turn_to(self) -> None:
        page = self._window.pages.currentWidget()
        say(Page(type(page).__name__))
        if isinstance(page, NurseScreen) and page.parts.timeline is not self._timeline:
            self._timeline = page.parts.timeline
            self._timeline.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Write down what is about to be painted, and let it be painted."""
        signals = signals_of(self._window)
        if event.type() == QEvent.Type.Paint and self._timeline is not None and signals is not None:
            rows = tuple(
                (row.code, row.standing.value, f"{row.standing_word} {row.mark}")
                for row in self._timeline.rows.rows
                if row.standing not in NOT_YET
            )
            say(Shown(signals.session.case, rows))
        return False

    def _press_next(self) -> None:
        if time.monotonic() < self._rests_until:
            return
        if not self._waiting:
            self._waiting = self._nurse.next(self._window, time.monotonic() - self._given_at)
        if not self._waiting:
            return
        press = self._waiting.pop(0)
        if press == TO_THE_LIST and self._once:
            self._window.close()
            return
        window = cast("QWindow | None", QApplication.focusWindow())
        if window is None:
            self._waiting.insert(0, press)
            self._bring_forward()
            return
        if press.key is Qt.Key.Key_Space:
            self._given_at = time.monotonic()
        if press.stores and press.key in LETTERS:
            self._rests_until = time.monotonic() + LETTER_S
        say(press.line)
        QTest.keyClick(window, press.key, press.modifiers)

    def _bring_forward(self) -> None:
        """Give the keys to the window in front: a closing question leaves them to nobody where no desktop does it."""
        (QApplication.activeModalWidget() or self._window).activateWindow()


def main(folder: Path, seed: int, *, once: bool) -> int:
    """Open the windows on a data folder as the program does, and drive them until the last is closed."""
    running = application()
    desk = open_desk(folder)
    window = open_window(desk, StartRequest(Beginning.CASES))
    window.show()
    driver = Driver(window, random.Random(seed), once=once)
    driver.setObjectName("driver")
    try:
        return running.exec()
    finally:
        desk.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), once="once" in sys.argv[3:]))
