"""How the live screen is laid out: the hands and the timeline left, the step and the pad right, the sums below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.offers import Intent, key_of
from ui.guidance.header_bar import HeaderBar
from ui.guidance.plunger_pad import PlungerPad
from ui.guidance.proportions import Proportions
from ui.guidance.step_card import StepCard
from ui.guidance.syringe_strip import SyringeStrip
from ui.guidance.timeline_table import TimelineTable
from ui.guidance.totals_strip import TotalsStrip
from ui.hand.hand_view import HandView
from ui.theme import Place, colour, inks, look

DOMAIN = "live"
_LEFT, _RIGHT = 25, 23


class LiveLayout(QWidget):
    """The parts of the live screen in their places; what they show is put into them from outside."""

    def __init__(self, proportions: Proportions, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "live")
        # It covers the window wholly: opaque, so that a press does not paint the four widgets behind it as well.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._place = place
        self._proportions = proportions
        self.header = HeaderBar(proportions)
        self.caption, self.detail = look(QLabel(), "caption"), look(QLabel(), "detail")
        self.hands = HandView(inks(place), wording.say(DOMAIN, "hands.name"))
        self.timeline = TimelineTable(proportions, place)
        self.step = StepCard(proportions)
        self.pad = PlungerPad(proportions)
        self.totals = TotalsStrip(proportions, place)
        self.syringes = SyringeStrip(proportions, place)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left(), _LEFT)
        middle.addWidget(look(QFrame(), "upright"))
        middle.addWidget(self._right(), _RIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(look(QFrame(), "line"))
        column.addLayout(middle, 1)
        column.addWidget(look(QFrame(), "line"))
        column.addWidget(self._foot())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the parts, where it is asked for."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self._place, "background"))
        painter.end()

    def _left(self) -> QWidget:
        left = QWidget()
        caption = QHBoxLayout()
        self._proportions.layout(caption, (10, 0, 10, 0), 8)
        caption.addWidget(self.caption)
        caption.addWidget(look(QLabel(key_of(Intent.TURN_VIEW)), "cap"))
        caption.addWidget(look(QLabel(wording.say(DOMAIN, "hands.turns")), "caption"))
        caption.addStretch(1)
        detail = QHBoxLayout()
        self._proportions.layout(detail, (10, 0, 10, 0))
        detail.addWidget(self.detail)
        column = QVBoxLayout(left)
        self._proportions.layout(column, (22, 16, 22, 10), 6)
        column.addLayout(caption)
        column.addWidget(self.hands, 15)
        column.addLayout(detail)
        column.addWidget(self.timeline, 5)
        return left

    def _right(self) -> QWidget:
        right = look(QWidget(), "panel")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.step, 1)
        column.addWidget(look(QFrame(), "line"))
        column.addWidget(self.pad)
        return right

    def _foot(self) -> QWidget:
        foot = look(QWidget(), "panel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        self._proportions.layout(row, (32, 14, 24, 12), 24)
        row.addWidget(self.totals, 1)
        row.addWidget(self.syringes, 1)
        self._proportions.pixels(foot.setFixedHeight, 166, least=108)
        return foot
