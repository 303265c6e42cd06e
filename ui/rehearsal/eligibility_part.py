"""What is played at the eligibility sheet: each criterion decided by its key, values and notes, the sign-off."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from app import wording
from app.read_models.sheet_entries import Part
from injection_plan.criteria import CriterionKind
from ui.planning.eligibility_page import EligibilityPage
from ui.rehearsal.cast import Cast
from ui.rehearsal.keyboard import CONTROL, SHIFT, OutOfReachError
from ui.rehearsal.seat import Seat

DOMAIN = "command_line"
VALUES: Final = {"age": "play.typed.age", "laboratory": "play.typed.haemoglobin"}
"""The criteria at which a value is typed: the first field of each, and the words of what is typed there."""

NOTED: Final = ("contracture_or_ulcer", "amputation")
"""The criteria that the investigator decides with a note."""

PICTURED: Final = {"age": "eligibility", "laboratory": "eligibility-values", "amputation": "eligibility-note"}
PAST_THE_MARKS = (
    3  # how many Tabs it takes from the head to the list: past the marks of the day and of the sign-off
)
FROM_FIELD = 2  # how many Tabs it takes at most from what is typed at a criterion back to the list


class EligibilityPart:
    """Plays the sheet through keys; when it ends it is signed off."""

    def __init__(self, seat: Seat, cast: Cast, today: str) -> None:
        """Take the seat; `today` is the day of the screening visit and of every value."""
        self._seat = seat
        self._keyboard = seat.keyboard
        self._cast = cast
        self._today = today

    def play(self) -> None:
        """Decide line by line, answer the questions of the day, and sign off by name."""
        page = self._seat.page(EligibilityPage)
        self._keyboard.back_to(page.head.investigator.edit, 1)
        self._keyboard.write_over(self._cast.investigator)
        self._keyboard.tab_to(page.head.screened.edit, 1)
        self._keyboard.write_over(self._today)
        self._keyboard.tab_to(page.list, PAST_THE_MARKS)
        self._decide_all(page)
        self._answer_the_day(page)
        self._sign_off(page)

    def _decide_all(self, page: EligibilityPage) -> None:
        entry = page.list.entry
        while entry is not None and entry.part is Part.CRITERION:
            self._decide(page, entry.criterion)
            self._keyboard.tap(Qt.Key.Key_Down)
            entry = page.list.entry

    def _decide(self, page: EligibilityPage, name: str) -> None:
        if name in VALUES:
            self._type_value(page, wording.say(DOMAIN, VALUES[name]))
        if name in NOTED:
            self._keyboard.tap(Qt.Key.Key_Return)
            self._keyboard.write(wording.say(DOMAIN, "play.typed.judged"))
            self._keyboard.back_to(page.list, FROM_FIELD)
        if name in PICTURED:
            self._seat.look(PICTURED[name])
        kind = self._seat.procedure().protocol.criterion(name).kind
        self._keyboard.tap(Qt.Key.Key_M if kind is CriterionKind.INCLUSION else Qt.Key.Key_N)
        if self._seat.procedure().prepared.decision(name) is None:
            raise OutOfReachError(name)

    def _type_value(self, page: EligibilityPage, value: str) -> None:
        """Type a value with its unit, and the day it is of; then go back to the list, where the line is decided."""
        self._keyboard.tap(Qt.Key.Key_Return)
        self._keyboard.write(value)
        self._keyboard.tap(Qt.Key.Key_Tab)
        self._keyboard.write(self._today)
        self._keyboard.back_to(page.list, FROM_FIELD + 2)

    def _answer_the_day(self, page: EligibilityPage) -> None:
        if page.day is None:
            return
        self._keyboard.tap(Qt.Key.Key_Return)
        for row in page.day.rows.values():
            self._keyboard.tab_to(row.clear, 2)
            self._keyboard.tap(Qt.Key.Key_Space)
        self._seat.look("eligibility-day")
        self._keyboard.confirm(Qt.Key.Key_S)
        if self._seat.procedure().prepared.day_check is None:
            raise OutOfReachError(page.day.store.accessibleName())
        self._keyboard.back_to(page.list, 2 * len(page.day.rows))

    def _sign_off(self, page: EligibilityPage) -> None:
        self._keyboard.tap(Qt.Key.Key_End)
        self._keyboard.tap(Qt.Key.Key_Return)
        self._keyboard.write(self._cast.investigator)
        self._seat.look("eligibility-sign-off")
        self._keyboard.confirm(Qt.Key.Key_S, CONTROL | SHIFT)
        procedure = self._seat.procedure()
        if procedure.prepared.signed_off is None:
            raise OutOfReachError(page.sign_off.button.accessibleName())
        self._seat.tell(
            wording.say(
                DOMAIN,
                "play.eligible",
                count=len(procedure.protocol.criteria),
                investigator=self._cast.investigator,
                judged=wording.say(DOMAIN, "play.typed.judged"),
            )
        )
        self._keyboard.confirm()
