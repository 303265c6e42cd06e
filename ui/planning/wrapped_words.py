"""Words on as many lines as their width needs: the label is exactly as high as that, and asks for no width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

HIGHEST = 10_000


class WrappedWords(QLabel):
    """A grid of labels that wrap by themselves shares its widths out by their words, and guesses their heights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; what is shown is plain text, whatever somebody typed into it."""
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show these words, in the height that they need."""
        self.setText(words)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """Its height is set and not asked for."""
        return False

    def sizeHint(self) -> QSize:
        """Ask for no width, and for the height that the words need."""
        return QSize(0, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width, and for the height that the words need."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters, which may grow."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Take the height of the words; Qt's own answer would never be less than the height that was taken last."""
        room = QRect(0, 0, max(self.width(), 1), HIGHEST)
        needed = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
        if needed != self.minimumHeight():
            self.setFixedHeight(needed)
