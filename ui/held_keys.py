"""Telling a key that is held from one that is pressed again, everywhere in the program.

X repeats a held key as a release and a press of the very same moment, and Qt often hands them on without saying that
they are a repetition: `isAutoRepeat` alone would let a held key answer line after line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_ANSWERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Repeats:
    """Remembers when each key came up, to tell whether a press of it is only its repetition."""

    def __init__(self) -> None:
        """Know of no key yet."""
        self._released_at: dict[int, int] = {}

    def note_release(self, event: QKeyEvent) -> None:
        """Remember when a key came up."""
        self._released_at[event.key()] = event.timestamp()

    def repeats(self, event: QKeyEvent) -> bool:
        """Say whether a press is a repetition: told as one, or at the very moment the key came up."""
        if event.isAutoRepeat():
            return True
        return bool(event.timestamp()) and self._released_at.get(event.key()) == event.timestamp()


class HeldKeys(QObject):
    """Swallows the repetitions of a held key that answers something; in a text field a held key is only typing."""

    def __init__(self, parent: QObject) -> None:
        """Watch every key of the program."""
        super().__init__(parent)
        self._repeats = Repeats()
        parent.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything pass but a repetition that would answer."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.KeyRelease:
            self._repeats.note_release(event)
            return False
        answers = event.key() in _ANSWERS or (bool(event.text()) and event.text().isprintable())
        return (
            event.type() is QEvent.Type.KeyPress
            and answers
            and self._repeats.repeats(event)
            and not is_typing()
        )


def is_typing() -> bool:
    """Say whether the focus is where text is written; there a key is a letter and nothing else."""
    return isinstance(QApplication.focusWidget(), TEXT_FIELDS)
