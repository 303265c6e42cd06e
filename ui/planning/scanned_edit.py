"""A line that can tell a scanner from a person: a scanner is a keyboard that types a whole code in one burst."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

APART_MS = 50  # the longest gap within a burst; nobody types three characters that fast
LEAST_CHARACTERS = 3


class ScannedEdit(QLineEdit):
    """Knows whether everything that stands in it came in one burst of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, with nothing scanned."""
        super().__init__(parent)
        self._last_ms = 0
        self._burst = ""
        self._is_typed = False
        self.textChanged.connect(self._forget_when_empty)

    @property
    def is_scanned(self) -> bool:
        """Whether the whole text came in one burst of at least three characters."""
        return (
            not self._is_typed
            and len(self._burst) >= LEAST_CHARACTERS
            and self._burst.strip() == self.text().strip()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key, and note whether it came with the ones before it."""
        character = event.text()
        if character and character.isprintable():
            gap = event.timestamp() - self._last_ms
            if self._burst and gap > APART_MS:
                self._is_typed = True
            self._burst += character
            self._last_ms = event.timestamp()
        elif character:
            self._is_typed = self._is_typed or not self._is_enter(event)
        super().keyPressEvent(event)

    @staticmethod
    def _is_enter(event: QKeyEvent) -> bool:
        return event.text() in {"\r", "\n", "\t"}

    def _forget_when_empty(self, text: str) -> None:
        if not text:
            self._burst = ""
            self._is_typed = False
