"""The hands of a plan, as large as the page lets them: sums above, the ways to turn them, the order below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.drawing.aim import Aim, places
from app.read_models.hands_step import HandsView
from ui.hand.hand_view import HandView
from ui.theme import DESK, inks, look

DOMAIN = "plan_hands"
EDGE = 28
TALL = 640


class HandsShown(QWidget):
    """Shows both hands and utters what is chosen on them, and how somebody wants to see them."""

    chosen = Signal(str)
    """The code of a finger, an entry site or a pass."""

    face_wanted = Signal()
    """The other face of the hands is wanted."""

    standpoint_wanted = Signal()
    """The hands are wanted as they are seen from the other side of the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no hand yet."""
        super().__init__(parent)
        self._totals = look(QLabel(), "heading")
        self._view_words = look(QLabel(), "small")
        self._order_words = look(QLabel(), "small")
        self._closed = look(QLabel(), "problem")
        self.hands = HandView(inks(DESK), wording.say(DOMAIN, "hands.name"))
        self.hands.set_aim(Aim.ANY)
        self.turn_face, self.turn_standpoint = QPushButton(), QPushButton()
        self._compose()
        self.hands.place_chosen.connect(self.chosen)
        self.turn_face.clicked.connect(self.face_wanted)
        self.turn_standpoint.clicked.connect(self.standpoint_wanted)

    def _compose(self) -> None:
        for button, key in ((self.turn_face, "face"), (self.turn_standpoint, "standpoint")):
            button.setAccessibleName(wording.say(DOMAIN, f"view.{key}.spoken"))
            button.setAutoDefault(False)
        for label in (self._totals, self._order_words, self._closed):
            label.setWordWrap(True)
        self._closed.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._totals)
        words.addWidget(self._view_words)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.turn_face)
        top.addWidget(self.turn_standpoint)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 10, 16, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.hands, 1)
        column.addWidget(self._order_words)
        column.addWidget(self._closed)

    @property
    def totals(self) -> str:
        """What is planned and what is not, in one line."""
        return self._totals.text()

    def show_hands(self, view: HandsView, selected: str | None, order: str) -> None:
        """Show the hands with what is selected on them, and the order as one sentence."""
        self.hands.show_picture(view.picture)
        self.hands.set_order(places(Aim.ANY), selected)
        self._totals.setText(view.totals)
        self._view_words.setText(view.view_words)
        self._order_words.setText(order)
        self.turn_face.setText(view.turn_words)
        self.turn_standpoint.setText(view.walk_words)
        self._closed.setText(view.closed)
        self._closed.setVisible(bool(view.closed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the order under the hands where there is room; on a small screen they need it themselves."""
        super().resizeEvent(event)
        self._order_words.setVisible(self.height() >= TALL)
