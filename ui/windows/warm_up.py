"""Work done ahead, a piece at a time, while nobody presses anything."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

BEFORE_MS = 250  # the first screen of the case is painted, and read, before anything is done ahead
BETWEEN_MS = 10  # between two pieces every key that came meanwhile is answered
AFTER_A_PRESS_MS = 40  # a press is answered and painted before anything else is done


class WarmUp(QObject):
    """Runs the pieces of an iterator, one for each turn of a timer, and ends with them or with its parent."""

    def __init__(self, pieces: Iterator[None], parent: QObject) -> None:
        """Begin a little later; nothing is done in here."""
        super().__init__(parent)
        self._pieces = pieces
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(BEFORE_MS)

    def put_off(self) -> None:
        """Wait a little with the next piece, because something was pressed."""
        if self._timer.isActive():
            self._timer.start(AFTER_A_PRESS_MS)

    def _go_on(self) -> None:
        for _ in self._pieces:
            self._timer.start(BETWEEN_MS)
            return
