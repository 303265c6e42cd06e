"""The hands beside a section of the protocol: the chosen row is marked on them, and what is clicked chooses its row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.drawing.aim import Aim
from app.drawing.shapes import Picture
from injection_plan.anatomy import PASSES, SITES
from injection_plan.views import FIRST_VIEW, View, turned
from ui.hand.hand_view import HandView
from ui.theme import DESK, inks, look

DOMAIN = "protocol_view"
TURN_KEY = "V"
Draw = Callable[[View, str | None], Picture]


class ProtocolHands(QWidget):
    """Shows the numbered hands and utters the code of the place that somebody chose on them."""

    place_chosen = Signal(str)
    """The code of a pass, an entry site or a finger."""

    def __init__(self, draw: Draw, parent: QWidget | None = None) -> None:
        """Show the hands as `draw` draws them in a view, with one place selected or none."""
        super().__init__(parent)
        self._draw = draw
        self._view = FIRST_VIEW
        self._codes: tuple[str, ...] = ()
        self._selected: str | None = None
        self.hands = HandView(inks(DESK), wording.say(DOMAIN, "hands"))
        self._from_where = look(QLabel(), "small")
        self._from_where.setWordWrap(True)
        self._turn = QPushButton(
            wording.say("cases", "button.with_key", text=wording.say(DOMAIN, "turn"), key=TURN_KEY)
        )
        self._turn.setShortcut(TURN_KEY)
        self._turn.setAutoDefault(False)
        self._turn.clicked.connect(self.turn)
        self.hands.place_chosen.connect(self.place_chosen)
        foot = QHBoxLayout()
        foot.addWidget(self._from_where, 1)
        foot.addWidget(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hands, 1)
        column.addLayout(foot)

    def show_places(self, codes: tuple[str, ...]) -> None:
        """Let these places be chosen, by a click or walked by the arrow keys; none of them is selected."""
        aim = Aim.PASS if codes[0] in PASSES else Aim.SITE if codes[0] in SITES else Aim.FINGER
        self._codes = codes
        self.hands.set_aim(aim)
        self.select(None)

    def select(self, code: str | None) -> None:
        """Mark a place, or none."""
        self._selected = code
        self.hands.set_order(self._codes, code)
        self._show()

    def turn(self) -> None:
        """Show the next of the four views."""
        self._view = turned(self._view)
        self._show()

    def _show(self) -> None:
        self._from_where.setText(wording.view(self._view))
        self.hands.show_picture(self._draw(self._view, self._selected))
