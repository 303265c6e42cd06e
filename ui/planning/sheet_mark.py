"""One mark of the sheet that is no criterion: its shape, its words, who and by which key; pressed, it leads there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.eligibility_sheet import Bearing
from ui.planning.state_shape import StateShape
from ui.theme import look, pixels

DOMAIN = "eligibility"
LONGEST_SHOWN = 150


class SheetMark(QPushButton):
    """Shows how the questions of the day or the sign-off stand, wherever the list has been scrolled to."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; the key works wherever the focus is on the page."""
        super().__init__(parent)
        self._key = key
        self._shape = StateShape()
        self._mark = look(QLabel(), "strong")
        self._below = look(QLabel(), "small")
        self.setAutoDefault(False)
        self.setShortcut(QKeySequence(key))
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._mark, self._below):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(10)
        row.addWidget(self._shape)
        row.addLayout(words, 1)
        for part in (self._shape, self._mark, self._below):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_mark(self, bearing: Bearing, mark: str, who: str) -> None:
        """Show the state, and who brought it about where somebody did."""
        self._shape.show_bearing(bearing)
        self._mark.setText(mark)
        self._below.ensurePolished()
        shown = self._below.fontMetrics().elidedText(who, Qt.TextElideMode.ElideRight, pixels(LONGEST_SHOWN))
        below = wording.say(DOMAIN, "mark.below", who=shown, key=self._key) if who else self._key
        self._below.setText(below)
        self.setToolTip(who)
        self.setAccessibleName(mark)
        self.setAccessibleDescription(who)
        self.updateGeometry()

    @property
    def words(self) -> tuple[str, str]:
        """What is shown, on both lines."""
        return self._mark.text(), self._below.text()

    def sizeHint(self) -> QSize:
        """Return the room of the shape and both lines, which stand inside instead of the button's own text."""
        held = self.layout()
        return super().sizeHint() if held is None else held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same: no word of a mark is cut."""
        return self.sizeHint()
