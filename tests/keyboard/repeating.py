"""A bare window that counts how often a held key repeats itself: `python -m tests.keyboard.repeating`.

It prints the count when the key is released, and ends.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

TITLE = "repeating"


class Repeating(QWidget):
    """Counts the presses that the keyboard made by itself."""

    repeats = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count a press that nobody made."""
        self.repeats += event.isAutoRepeat()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Say the count once the key is up."""
        if not event.isAutoRepeat():
            sys.stdout.write(f"{self.repeats}\n")
            sys.stdout.flush()
            self.close()


if __name__ == "__main__":
    running = QApplication([])
    window = Repeating()
    window.setWindowTitle(TITLE)
    window.show()
    sys.exit(running.exec())
