"""Words that are never broken: in one line, and where that is too narrow, shortened in the middle."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

LEAST = "M…MM"
"""What is readable at least, however narrow it becomes."""


class OneLine(QLabel):
    """Shows a name such as a syringe's label; the whole of it is read aloud, and shown where it is pointed at."""

    def __init__(self, whole: str, parent: QWidget | None = None) -> None:
        """Show these words, as much of them as there is room for."""
        super().__init__(whole, parent)
        self._whole = whole
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(whole)
        self.setToolTip(whole)

    def sizeHint(self) -> QSize:
        """Ask for the room that all of it needs."""
        return QSize(self._breadth_of(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask at least for the room in which its beginning and its end are read."""
        least = min(self._breadth_of(LEAST), self._breadth_of(self._whole))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits; the beginning and the end stay."""
        super().resizeEvent(event)
        room = event.size().width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))

    def _breadth_of(self, words: str) -> int:
        # One pixel more than the letters: an exact fit is taken for too narrow by half a pixel.
        return self.fontMetrics().horizontalAdvance(words) + 1
