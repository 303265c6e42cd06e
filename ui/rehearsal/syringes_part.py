"""What is played at the syringes: labels scanned, fills by one person, and the plungers read by another, blind."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app import wording
from app.read_models.syringes_form import reading_field
from ui.planning.syringes_page import SyringesPage
from ui.rehearsal.cast import Cast
from ui.rehearsal.keyboard import OutOfReachError
from ui.rehearsal.seat import Seat

DOMAIN = "command_line"
FULL = "1"
NEAR = 4


class SyringesPart:
    """Plays both sheets through keys; when it ends every syringe was filled and read."""

    def __init__(self, seat: Seat, cast: Cast) -> None:
        """Take the seat."""
        self._seat = seat
        self._keyboard = seat.keyboard
        self._cast = cast

    def play(self) -> None:
        """Fill as the nurse, read as the surgeon, and go on."""
        page = self._seat.page(SyringesPage)
        self._fill(page)
        self._read(page)
        self._keyboard.confirm()

    def _fill(self, page: SyringesPage) -> None:
        sheet = page.fill
        self._keyboard.must_be_at(sheet.filler.field.edit)
        self._keyboard.write(self._cast.nurse)
        for edit in (sheet.all_drawn_up, sheet.all_mark):
            self._keyboard.tab_to(edit, NEAR)
            self._keyboard.write(FULL)
        self._keyboard.tab_to(sheet.copy, 1)
        self._keyboard.tap(Qt.Key.Key_Space)
        for number, line in sheet.tables.lines.items():
            label = next(iter(line.edits.values()))
            self._keyboard.tab_to(label, 1)
            self._keyboard.write(wording.say(DOMAIN, "play.typed.syringe", number=number))
            self._keyboard.tap(Qt.Key.Key_Return)
        self._seat.look("syringes-filled")
        self._keyboard.confirm(Qt.Key.Key_S)

    def _read(self, page: SyringesPage) -> None:
        """The page itself leads to the second sheet; the name there is pressed and not typed."""
        sheet = page.read
        self._keyboard.must_be_at(sheet.checker.field.edit)
        self._keyboard.tab_to_name(wording.say("syringes", "pick", name=self._cast.surgeon), 2)
        self._keyboard.tap(Qt.Key.Key_Space)
        for number in sheet.tables.lines:
            self._keyboard.tab_to(sheet.edits[reading_field(number)], NEAR)
            self._keyboard.write(FULL)
            self._keyboard.tap(Qt.Key.Key_Return)
        self._seat.look("syringes-read")
        self._keyboard.confirm(Qt.Key.Key_S)
        self._seat.look("syringes-agree")
        states = self._seat.procedure().syringes
        if any(one.checked is None for one in states):
            raise OutOfReachError(sheet.record.accessibleName())
        filler, checker = self._cast.nurse, self._cast.surgeon
        self._seat.tell(
            wording.say(DOMAIN, "play.syringes", count=len(states), filler=filler, checker=checker)
        )
