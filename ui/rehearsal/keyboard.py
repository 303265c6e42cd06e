"""A person at the keyboard: one key after the other, each pressed and let go, never faster than a hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.pedal import BURST_MS

GAP_MS = BURST_MS + 15
BUTTON_MS = 200
CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 200


class OutOfReachError(RuntimeError):
    """Something that has to be done by keys cannot be reached by them: a fault of the screen."""


class Keyboard:
    """Presses keys where the focus is; knows nothing of what they mean."""

    def __init__(self, window: QWidget) -> None:
        """Sit down in front of a window."""
        self._window = window

    def press(self, key: Qt.Key) -> None:
        """Press one key, let it go, and let the program answer."""
        QTest.keyClick(self._target(), key)
        QTest.qWait(GAP_MS)

    def confirm(self, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Press the key that is written on a button, which stays down for a moment before it acts."""
        QTest.keyClick(self._target(), key, CONTROL)
        QTest.qWait(BUTTON_MS)

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            QTest.keyClicks(self._target(), letter)
            QTest.qWait(GAP_MS)

    def write(self, text: str) -> None:
        """Type a text where a key is only a letter, as fast as the field takes it."""
        for letter in text:
            QTest.keyClicks(self._target(), letter)

    def tab_to(self, wanted: QWidget) -> None:
        """Go to a widget with the Tab key alone; `OutOfReachError` where that is not possible."""
        for _ in range(MOST_TABS):
            if self._target() is wanted:
                return
            QTest.keyClick(self._target(), Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise OutOfReachError(wanted.accessibleName() or wanted.objectName() or type(wanted).__name__)

    def wait(self, milliseconds: int) -> None:
        """Do nothing for a while, and let the program go on."""
        QTest.qWait(milliseconds)

    def _target(self) -> QWidget:
        """Where a key goes: into the question in front, else where the focus is, else to the window itself."""
        front = QApplication.activeModalWidget() or self._window
        if QApplication.activeWindow() is not front.window():
            # Off screen there is no window manager that gives the keys back when a question has closed.
            front.window().activateWindow()
            QApplication.processEvents()
        focused = QApplication.focusWidget()
        if focused is not None and focused.window() is front.window():
            return focused
        inside: QWidget | None = front.focusWidget()
        return front if inside is None else inside
