"""What is played at the desk before: every step of the planning, from the empty set-up to the approved plan."""

from __future__ import annotations

from datetime import timedelta

from app.clock import Reading
from app.read_models.product_form import moment_text
from injection_plan.times import local_time
from ui.rehearsal.cast import Cast
from ui.rehearsal.eligibility_part import EligibilityPart
from ui.rehearsal.hands_part import HandsPart
from ui.rehearsal.plan_part import PlanPart
from ui.rehearsal.product_part import ProductPart
from ui.rehearsal.seat import Seat
from ui.rehearsal.set_up_part import SetUpPart
from ui.rehearsal.syringes_part import SyringesPart

TOLD_HOURS_AGO = 26  # the arm was told the day before


class PlanningPart:
    """Plays the planning through keys: a finger that ends at a joint, and an ulcer, both judged safe to include."""

    def __init__(self, seat: Seat, cast: Cast, now: Reading) -> None:
        """Take the seat; what is said to have happened lies before `now`."""
        told_at = moment_text(now.utc - timedelta(hours=TOLD_HOURS_AGO), now)
        today = local_time(now.utc, now.offset_minutes).date().isoformat()
        self._parts = (
            SetUpPart(seat, cast, told_at),
            EligibilityPart(seat, cast, today),
            ProductPart(seat, now),
            SyringesPart(seat, cast),
            HandsPart(seat),
            PlanPart(seat, cast),
        )

    def play(self) -> None:
        """Play one step after the other, each by the key that goes on."""
        for part in self._parts:
            part.play()
