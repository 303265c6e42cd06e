"""A button that Enter and Space never press: only a click, or the key that is written on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app import wording
from ui.theme import look

DOMAIN = "cases"
_SLIPS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class DeliberateButton(QPushButton):
    """For what goes on, opens or passes; `turn_off` says why it cannot be pressed now."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        """Show the words and the key; the key itself works wherever the focus is in the page."""
        super().__init__(parent)
        self._key = key
        self.setAutoDefault(False)
        self.rename(text)
        if "Enter" in key:
            on_the_pad = QShortcut(QKeySequence(key), self, self.click)
            on_the_pad.setAutoRepeat(False)
        look(self, "primary")

    def rename(self, text: str) -> None:
        """Carry other words; the key stays, which Qt would drop with the words."""
        self.setText(wording.say(DOMAIN, "button.with_key", text=text, key=self._key))
        self.setAccessibleName(text)
        self.setShortcut(QKeySequence(self._key.replace("Enter", "Return")))

    def turn_on(self) -> None:
        """Let it be pressed."""
        self.setEnabled(True)
        self.setToolTip("")
        self.setAccessibleDescription("")

    def turn_off(self, why: str) -> None:
        """Let it not be pressed, and say why to whoever points at it or hears it read."""
        self.setEnabled(False)
        self.setToolTip(why)
        self.setAccessibleDescription(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Space pass by."""
        if event.key() in _SLIPS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
