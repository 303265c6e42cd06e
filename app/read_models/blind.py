"""What the nurse's side may know: while a mark is owed, nothing there gives the expected one away.

Every sum, finger label and syringe level of the nurse's side stands at the last mark *read*. So what was given
since, on a syringe whose mark is owed, is held back from all of them; and where the owed mark is the very one
that was read last (on return to a syringe, or at its end), that level itself is covered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from injection_plan.procedure import Delivery, Owed, Procedure
from injection_plan.terms import Occasion
from injection_plan.volume import Volume, total


@dataclass(frozen=True, slots=True)
class Blind:
    """Which deliveries count in no sum yet, and which syringes' levels and marks are covered."""

    held_back: frozenset[str]
    covered: frozenset[int]

    def counted(self, deliveries: Iterable[Delivery]) -> Volume:
        """Return what these deliveries come to, as far as the nurse's side may know."""
        return total(one.counted for one in deliveries if one.code not in self.held_back)


OPEN_EYES = Blind(frozenset(), frozenset())
"""What the surgeon's side and the finished record may know: everything."""


def blind(procedure: Procedure) -> Blind:
    """Return what must be kept from the nurse's side as the case stands."""
    owed = _owed(procedure)
    held_back = {code for mark in owed for code, _ in procedure.syringe(mark.syringe).unread}
    covered = {mark.syringe for mark in owed if mark.occasion is not Occasion.AFTER}
    return Blind(frozenset(held_back), frozenset(covered))


def _owed(procedure: Procedure) -> tuple[Owed, ...]:
    if procedure.owed is not None:
        return (*procedure.owed_after, procedure.owed)
    return procedure.end_marks_owed if procedure.is_settled else ()
