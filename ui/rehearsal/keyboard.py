"""A person at the keyboard: one key after the other, each pressed and let go, never faster than a hand.

Every key goes to the window in front, where the window system would put it, and from there to whatever has the focus.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.pedal import BURST_MS

GAP_MS = BURST_MS + 15
BUTTON_MS = 200
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_TABS = 200


class OutOfReachError(RuntimeError):
    """Something that has to be done by keys cannot be reached by them: a fault of the screen."""


class Keyboard:
    """Presses keys where the focus is; knows nothing of what they mean."""

    def __init__(self, window: QWidget) -> None:
        """Sit down in front of a window."""
        self._window = window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key, let it go, and let the program answer."""
        QTest.keyClick(self._front(), key, modifiers)
        QTest.qWait(GAP_MS)

    def tap(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key where nobody listens for a scanner, and go on as soon as the program has answered."""
        QTest.keyClick(self._front(), key, modifiers)
        QApplication.processEvents()

    def confirm(self, key: Qt.Key = Qt.Key.Key_Return, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
        """Press the key that is written on a button, which stays down for a moment before it acts."""
        QTest.keyClick(self._front(), key, modifiers)
        QTest.qWait(BUTTON_MS)

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            self._letter(letter)
            QTest.qWait(GAP_MS)

    def write(self, text: str) -> None:
        """Type a text where a key is only a letter, as fast as the field takes it."""
        for letter in text:
            self._letter(letter)

    def write_over(self, text: str) -> None:
        """Type a text over everything that stands in the field."""
        self.tap(Qt.Key.Key_A, CONTROL)
        self.write(text)

    def tab_to(self, wanted: QWidget, most: int = MOST_TABS) -> None:
        """Go to a widget with the Tab key alone; `OutOfReachError` where that takes more than so many."""
        for _ in range(most + 1):
            if self.focus is wanted:
                return
            self.tap(Qt.Key.Key_Tab)
        raise OutOfReachError(_name(wanted))

    def tab_to_name(self, name: str, most: int = MOST_TABS) -> QWidget:
        """Go to what is read aloud so, and return it; `OutOfReachError` where that takes more than so many Tabs."""
        for _ in range(most + 1):
            if self.focus is not None and self.focus.accessibleName() == name:
                return self.focus
            self.tap(Qt.Key.Key_Tab)
        raise OutOfReachError(name)

    def back_to(self, wanted: QWidget, most: int = MOST_TABS) -> None:
        """Go back to a widget with Shift and Tab; `OutOfReachError` where that takes more than so many."""
        for _ in range(most + 1):
            if self.focus is wanted:
                return
            self.tap(Qt.Key.Key_Backtab, SHIFT)
        raise OutOfReachError(_name(wanted))

    def must_be_at(self, wanted: QWidget) -> None:
        """See that the page itself has put the focus here; `OutOfReachError` where it has not."""
        if self.focus is not wanted:
            raise OutOfReachError(_name(wanted))

    @property
    def focus(self) -> QWidget | None:
        """Where the next key goes within the window in front, or nothing."""
        self._front()
        focused: QWidget | None = QApplication.focusWidget()
        return focused

    def wait(self, milliseconds: int) -> None:
        """Do nothing for a while, and let the program go on."""
        QTest.qWait(milliseconds)

    def _letter(self, letter: str) -> None:
        QTest.keyClick(self._front(), ord(letter), SHIFT if letter.isupper() else PLAIN)

    def _front(self) -> QWindow:
        """Return the window that a key goes to: that of the question in front, else the one sat down at."""
        front = (QApplication.activeModalWidget() or self._window).window()
        if QApplication.activeWindow() is not front:
            # Off screen there is no window manager that gives the keys back when a question has closed.
            front.activateWindow()
            QApplication.processEvents()
        handle = front.windowHandle()
        assert handle is not None, "a window that is worked at is shown"
        return handle


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or type(widget).__name__
