"""What is played at the plan: the loss in priming, what is laid out, and the approval by the performer's name."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app import wording
from app.read_models.handling_form import PRIMING, SUPPLY
from injection_plan.volume import total
from ui.planning.plan_page import PlanPage
from ui.rehearsal.cast import Cast
from ui.rehearsal.keyboard import OutOfReachError
from ui.rehearsal.seat import Seat

DOMAIN = "command_line"
LOST_IN_PRIMING = "0.066"
LAID_OUT = "12"


class PlanPart:
    """Plays the plan step through keys; when it ends the plan is approved and the time-out is due."""

    def __init__(self, seat: Seat, cast: Cast) -> None:
        """Take the seat."""
        self._seat = seat
        self._keyboard = seat.keyboard
        self._cast = cast

    def play(self) -> None:
        """Type the losses and counts, have them stored, tick what is to be read, and approve."""
        page = self._seat.page(PlanPage)
        handling = page.handling
        self._keyboard.must_be_at(handling.fields[PRIMING].edit)
        self._keyboard.write(LOST_IN_PRIMING)
        for name in handling.supplies:
            self._keyboard.tab_to(handling.fields[SUPPLY + name].edit, 3)
            self._keyboard.write(LAID_OUT)
        self._seat.look("plan-typed")
        self._keyboard.tab_to(handling.button, 1)
        self._keyboard.tap(Qt.Key.Key_Space)
        self._seat.look("plan")
        if page.reading.tick.isVisible():
            self._keyboard.tab_to(page.reading.tick)
            self._keyboard.tap(Qt.Key.Key_Space)
        self._keyboard.tab_to(page.approval.name.edit)
        self._keyboard.write(self._cast.surgeon)
        self._seat.look("approval")
        self._keyboard.confirm(Qt.Key.Key_1)
        procedure = self._seat.procedure()
        by = procedure.prepared.approved_by
        if by is None or procedure.plan is None:
            raise OutOfReachError(page.approval.button.accessibleName())
        volumes = (procedure.protocol.aliquot(code).volume for code in procedure.plan.order)
        self._seat.tell(
            wording.say(
                DOMAIN,
                "play.approved",
                planned=len(procedure.plan.order),
                volume=wording.volume(total(volumes)),
                person=by.acted_by.name,
            )
        )
