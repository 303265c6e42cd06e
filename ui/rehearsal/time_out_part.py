"""What is played at a time-out: line after line answered where the page puts the focus, then passed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app import wording
from app.read_models.rooms import time_out_due
from ui.checks.checklist import TimeOutPage
from ui.checks.tick_box import TickBox
from ui.rehearsal.keyboard import OutOfReachError
from ui.rehearsal.seat import Seat

DOMAIN = "command_line"


class TimeOutPart:
    """Plays the time-out that is due through keys."""

    def __init__(self, seat: Seat) -> None:
        """Take the seat."""
        self._seat = seat
        self._keyboard = seat.keyboard

    def play(self) -> None:
        """Answer every line and pass; where none is due, nothing happens."""
        hand = time_out_due(self._seat.procedure())
        if hand is None:
            return
        page = self._seat.page(TimeOutPage)
        self._seat.look(f"time-out-{hand.value}")
        lines = 0
        while isinstance(box := self._keyboard.focus, TickBox) and not box.isChecked():
            self._keyboard.press(Qt.Key.Key_Y)
            lines += 1
        self._seat.look(f"time-out-{hand.value}-answered")
        self._keyboard.confirm()
        if time_out_due(self._seat.procedure()) is hand:
            raise OutOfReachError(page.told)
        self._seat.tell(wording.say(DOMAIN, "play.time_out", hand=wording.hand(hand), lines=lines))
