"""What is played on the hands: two findings, the passes left out for them, and one finger moved in the order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import wording
from app.read_models.plan_order import Row
from injection_plan.anatomy import Digit
from injection_plan.procedure import Procedure
from injection_plan.terms import EndsAt, FindingKind
from ui.planning.hands_page import HandsPage
from ui.rehearsal.keyboard import SHIFT, OutOfReachError
from ui.rehearsal.seat import Seat

DOMAIN = "command_line"
ENDING, ULCERATED = "RH-4", "LH-5-PIP-uln"
BEYOND_THE_JOINT = ("RH-4-PIP-rad-dis", "RH-4-PIP-uln-dis")
AT_THE_ULCER = ("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
MOVED = (Row.RIGHT, Digit.RING)


class HandsPart:
    """Plays the hands step through keys; when it ends the plan is drafted as the performer wants it."""

    def __init__(self, seat: Seat) -> None:
        """Take the seat."""
        self._seat = seat
        self._keyboard = seat.keyboard

    def play(self) -> None:
        """Mark what is found, leave passes out, move a finger, and go on."""
        page = self._seat.page(HandsPage)
        self._keyboard.must_be_at(page.shown.hands)
        self._walk(page, Qt.Key.Key_Right, ENDING)
        self._find(page, FindingKind.MISSING, "play.typed.missing", EndsAt.DIP)
        self._seat.look("hands-missing")
        self._leave_out(page, BEYOND_THE_JOINT)
        self._seat.look("hands-left-out")
        self._keyboard.back_to(page.shown.hands)
        self._walk(page, Qt.Key.Key_Right, ULCERATED.rsplit("-", 2)[0])
        self._walk(page, Qt.Key.Key_Down, ULCERATED)
        self._find(page, FindingKind.ULCER, "play.typed.ulcer")
        self._leave_out(page, AT_THE_ULCER)
        self._seat.look("hands-ulcer")
        self._show(page, "found")
        self._seat.look("hands-found")
        self._move_a_finger(page)
        self._show(page, "table")
        self._seat.look("hands-table")
        self._keyboard.confirm()
        self._tell()

    def _walk(self, page: HandsPage, key: Qt.Key, where: str) -> None:
        """Walk on the hands with an arrow key until the place is selected."""
        for _ in range(len(self._seat.procedure().protocol.aliquots)):
            if page.selected == where:
                return
            self._keyboard.tap(key)
        raise OutOfReachError(where)

    def _find(self, page: HandsPage, kind: FindingKind, note: str, ends_at: EndsAt | None = None) -> None:
        found = page.place.found
        self._push(found.kinds[kind])
        if ends_at is not None:
            self._push(found.joints[ends_at])
        self._keyboard.tab_to(found.note.edit)
        self._keyboard.write(wording.say(DOMAIN, note))
        self._push(found.button)

    def _leave_out(self, page: HandsPage, codes: tuple[str, ...]) -> None:
        """Tick the passes, pick the finding for the reason, and have them left out."""
        leave = page.place.leave
        for code in codes:
            self._push(leave.ticks[code])
        self._keyboard.tab_to(leave.finding)
        self._keyboard.tap(Qt.Key.Key_Down)
        self._push(leave.button)
        plan = self._seat.procedure().plan
        if plan is None or not set(codes) <= {one.aliquot for one in plan.not_planned}:
            raise OutOfReachError(leave.button.accessibleName())

    def _show(self, page: HandsPage, tab: str) -> None:
        """Go to the tabs, of which Tab reaches the one that is shown, and walk along them with the arrow."""
        shown = next(one for one in page.parts.tabs.values() if one.isChecked())
        self._keyboard.back_to(page.shown.hands)
        self._keyboard.tab_to(shown, 4)
        while not page.parts.tabs[tab].isChecked():
            self._keyboard.tap(Qt.Key.Key_Right)
            if self._keyboard.focus is shown:
                raise OutOfReachError(page.parts.tabs[tab].text())

    def _move_a_finger(self, page: HandsPage) -> None:
        """Move the finger of which least is planned to the end of its hand."""
        self._show(page, "order")
        row, digit = MOVED
        self._keyboard.tab_to(page.order.rows[row].chips[digit.value])
        self._keyboard.tap(Qt.Key.Key_Right, SHIFT)
        self._seat.look("hands-order")

    def _push(self, button: QWidget) -> None:
        self._keyboard.tab_to(button)
        self._keyboard.tap(Qt.Key.Key_Space)

    def _tell(self) -> None:
        procedure: Procedure = self._seat.procedure()
        plan = procedure.plan
        assert plan is not None, "passes were left out of it just now"
        self._seat.tell(
            wording.say(
                DOMAIN,
                "play.hands",
                found=len(procedure.prepared.standing_findings),
                left_out=len(plan.not_planned),
                finger=wording.digit(MOVED[1]),
            )
        )
