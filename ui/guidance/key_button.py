"""A button that carries its word and its key; Space never presses it, because Space is the pedal."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.guidance.proportions import Proportions
from ui.theme import look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyButton(QPushButton):
    """`kind` is its look in the style sheet; a button that is off says why to whoever points at it or hears it."""

    def __init__(self, kind: str, proportions: Proportions, parent: QWidget | None = None) -> None:
        """Make a button without words yet; a click leaves the focus where it was."""
        super().__init__(parent)
        look(self, kind)
        self._word = look(QLabel(), f"{kind}-word")
        self._key = look(QLabel(), f"{kind}-key")
        row = QHBoxLayout(self)
        row.addStretch(1)
        for label in (self._word, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        proportions.layout(row, (12, 2, 12, 2), 10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def word(self) -> str:
        """The word it carries."""
        return self._word.text()

    def show_words(self, word: str, key: str, why_off: str, about: str = "") -> None:
        """Carry these words; with a reason against it the button is off and says that, else what it is about."""
        if (word, key) != (self._word.text(), self._key.text()):
            self._word.setText(word)
            self._key.setText(key)
            if self._key.isHidden() is bool(key):
                self._key.setVisible(bool(key))
            self.setAccessibleName(word)
            self.updateGeometry()
        told = why_off or about
        if told != self.toolTip() or self.isEnabled() is bool(why_off):
            self.setEnabled(not why_off)
            self.setToolTip(told)
            self.setAccessibleDescription(told or key)

    def sizeHint(self) -> QSize:
        """Return what word and key need side by side."""
        row = self.layout()
        return row.sizeHint() if row is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, since it was put in focus on purpose, and never Space."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
            return
        event.ignore()
