"""What is played at the set-up: the code typed twice, centre, people, and the allocation as it was told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app import wording
from injection_plan.terms import Role
from ui.rehearsal.cast import Cast
from ui.rehearsal.seat import Seat

DOMAIN = "command_line"
FORM = "set_up"
NEAR = 1  # how many Tabs it takes from one field to the next


class SetUpPart:
    """Plays the set-up of a new case through keys; when it ends the case is open."""

    def __init__(self, seat: Seat, cast: Cast, told_at: str) -> None:
        """Take the seat; `told_at` is when the randomisation system is said to have answered."""
        self._seat = seat
        self._keyboard = seat.keyboard
        self._cast = cast
        self._told_at = told_at

    def play(self) -> None:
        """Type the whole form in its order, and open the case."""
        cast = self._cast
        for name in ("participant", "participant_again"):
            self._keyboard.tab_to_name(wording.say(FORM, name), NEAR if name != "participant" else 0)
            self._keyboard.type(cast.participant)
        self._fill(wording.say(FORM, "centre"), cast.centre)
        for role, name in ((Role.PERFORMER, cast.surgeon), (Role.VERIFIER, cast.nurse)):
            self._fill(wording.say(FORM, "full_name", role=wording.role(role)), name)
        self._keyboard.tab_to_name(wording.say(FORM, "arm"), NEAR)
        self._keyboard.tap(Qt.Key.Key_Down)
        self._fill(wording.say(FORM, "told_by"), wording.say(DOMAIN, "play.typed.told_by"))
        self._fill(wording.say(FORM, "told_at"), self._told_at)
        self._fill(wording.say(FORM, "reference"), wording.say(DOMAIN, "play.typed.reference"))
        self._seat.look("set-up")
        self._keyboard.confirm()
        stored = self._seat.procedure()
        self._seat.tell(wording.say(DOMAIN, "play.set_up", participant=stored.participant, case=stored.case))

    def _fill(self, name: str, text: str) -> None:
        """Type into a field; in a practice case the people stand there already and cannot be others."""
        field = self._keyboard.tab_to_name(name, NEAR)
        if isinstance(field, QLineEdit) and not field.isReadOnly():
            self._keyboard.write_over(text)
