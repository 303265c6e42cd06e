"""What is read before the plan is approved: its hands, what it comes to on each, its order, a tick for the warnings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app import wording
from app.drawing.shapes import Picture
from app.read_models.approval import ApprovalView
from app.read_models.plan_in_words import HandInWords
from ui.checks.tick_box import TickBox
from ui.hand.hand_view import HandView
from ui.theme import DESK, inks, look, pixels

DOMAIN = "plan_summary"
DRAWN_HEIGHT = 320


class ReadBefore(QWidget):
    """Shows the plan as it is drawn and in words, and a tick that is never set before somebody sets it."""

    changed = Signal()
    """The warnings were ticked as read, or the tick was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no plan yet."""
        super().__init__(parent)
        self._shown: ApprovalView | None = None
        self.drawn = HandView(inks(DESK), wording.say(DOMAIN, "what.hands"))
        self._from_where = look(QLabel(), "small")
        self._hands = QVBoxLayout()
        self._hands.setSpacing(2)
        self._order = QLabel()
        self._order.setWordWrap(True)
        self.tick = TickBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "what.title")), "heading"))
        # To be looked at only: what is to be otherwise is chosen at the hands, one step before.
        self.drawn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.drawn.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.drawn.setFixedHeight(pixels(DRAWN_HEIGHT))
        column.addWidget(self.drawn)
        column.addWidget(self._from_where)
        card = look(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(self._hands)
        inside.addWidget(self._order)
        column.addWidget(card)
        column.addWidget(self.tick)
        column.addStretch(1)
        self.tick.toggled.connect(self.changed)

    @property
    def read(self) -> tuple[str, ...]:
        """The warnings that are ticked as read; none while the tick is not set."""
        return self._shown.warnings if self._shown is not None and self.tick.isChecked() else ()

    @property
    def is_read(self) -> bool:
        """Whether nothing that warns is left unread."""
        return self._shown is not None and self.read == self._shown.warnings

    def show_hands(self, picture: Picture, from_where: str) -> None:
        """Show the hands of the plan, and in words how they are seen."""
        self.drawn.show_picture(picture)
        self._from_where.setText(from_where)

    def show_approval(self, view: ApprovalView) -> None:
        """Show what an approval is about; the tick falls with every other set of warnings, and with the approval."""
        before, self._shown = self._shown, view
        if before is None or before.plan != view.plan:
            self._show_hands(view.plan.hands)
            self._order.setText(view.plan.order)
        if before is None or before.warnings != view.warnings or view.approved:
            self.tick.setChecked(False)
        self.tick.setText(view.ask_read)
        self.tick.setAccessibleName(view.ask_read)
        self.tick.setVisible(bool(view.warnings) and not view.approved)

    def _show_hands(self, hands: tuple[HandInWords, ...]) -> None:
        while (item := self._hands.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        for place, hand in enumerate(hands):
            if place:
                self._hands.addSpacing(6)
            for words, how in (
                (hand.planned, "strong"),
                (hand.not_planned, "" if hand.leaves_out else "quiet"),
            ):
                label = look(QLabel(words), how)
                label.setWordWrap(True)
                self._hands.addWidget(label)
