"""What is left out and was found on the hand that comes later: read aloud too, and shown quieter than this hand's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.time_out_facts import OtherHand
from ui.theme import look, pixels

DOMAIN = "cases"
HIGHEST, ROOMY_HIGHEST = 112, 180


class OtherHandCard(QScrollArea):
    """As high as its words up to a limit, beyond which it scrolls: the hand that is due keeps its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing of another hand yet."""
        super().__init__(parent)
        look(self, "page")
        self._is_roomy = False
        self._name, self._said = look(QLabel(), "small"), QLabel()
        self._inside = look(QWidget(), "page")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 4, 6, 0)
        column.setSpacing(2)
        for label in (self._name, self._said):
            label.setWordWrap(True)
            column.addWidget(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        self.hide()

    def show_other(self, other: OtherHand | None) -> None:
        """Show what is known of the other hand; with a short time-out there is nothing of it."""
        self.setVisible(other is not None)
        if other is None:
            return
        left_out = [wording.say(DOMAIN, "time_out.other_not_planned", line=one) for one in other.not_planned]
        found = [wording.say(DOMAIN, "time_out.other_found", line=one) for one in other.findings]
        nothing = wording.say(DOMAIN, "time_out.other_nothing")
        self._name.setText(wording.say(DOMAIN, "time_out.other", hand=other.name))
        self._said.setText("\n".join(left_out + found) or nothing)
        self.setAccessibleName(self._name.text())
        self._fit()

    def show_roomy(self, *, is_roomy: bool) -> None:
        """Write larger where there is room for it."""
        self._is_roomy = is_roomy
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need at this breadth."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look(self._said, "figure-cell" if self._is_roomy else "small")
        highest = pixels(ROOMY_HIGHEST if self._is_roomy else HIGHEST)
        if self._said.text():
            self.setFixedHeight(min(self._inside.heightForWidth(self.width()), highest))
