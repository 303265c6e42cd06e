"""A bare window that counts how often a held key repeats itself: `python -m tests.keyboard.repeating`.

It prints the count once no key came for a while, and ends. Whether Qt calls a press a repetition does not matter:
under X it often does not, as the release that goes with each repetition is read before the press is there.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

TITLE = "repeating"
QUIET_MS = 900  # longer than a keyboard waits before it repeats a key


class Repeating(QWidget):
    """Counts the presses that the keyboard made by itself after the first."""

    def __init__(self) -> None:
        """Wait for the first key."""
        super().__init__()
        self._presses = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count a press."""
        self._presses += 1
        self._quiet.start()

    def _tell(self) -> None:
        sys.stdout.write(f"{self._presses - 1}\n")
        sys.stdout.flush()
        self.close()


if __name__ == "__main__":
    running = QApplication([])
    window = Repeating()
    window.setWindowTitle(TITLE)
    window.show()
    sys.exit(running.exec())
