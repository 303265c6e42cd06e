"""The hands of a plan: its path numbered in order, what is not planned drawn as such, and how much each finger gets."""

from __future__ import annotations

from app import wording
from app.drawing.hand_picture import hand_picture
from app.drawing.marks import FindingMark, FingerLabel, MarkState, PassMark
from app.drawing.shapes import Picture
from app.read_models.hands import captions, finding_marks
from app.read_models.plan_rows import PlanRow, PlanRows
from injection_plan.anatomy import Finger
from injection_plan.procedure import Procedure
from injection_plan.views import View
from injection_plan.volume import total

DOMAIN = "papers"


def plan_picture(
    plan: PlanRows, view: View, selected: str | None = None, findings: tuple[FindingMark, ...] = ()
) -> Picture:
    """Return both hands as the plan means them, whatever was given of it since, with what was found on them."""
    return hand_picture(
        plan_marks(plan),
        view,
        captions(),
        plan_labels(plan),
        selected,
        numbers=plan.numbers,
        findings=findings,
    )


def hands_of_plan(procedure: Procedure, plan: PlanRows) -> Picture:
    """Return the hands of a case as the plan means them, in the case's view, with what was found on them."""
    return plan_picture(plan, procedure.view, findings=finding_marks(procedure))


def plan_marks(plan: PlanRows) -> dict[str, PassMark]:
    """Return how each pass of a plan is drawn."""
    return {
        row.code: PassMark(row.code, MarkState.PLANNED if row.is_planned else MarkState.NOT_PLANNED)
        for row in plan.every_row
    }


def plan_labels(plan: PlanRows) -> dict[Finger, FingerLabel]:
    """Return the words over each finger: what is planned, of what the protocol has for it; toned where it is less."""
    mine: dict[Finger, list[PlanRow]] = {}
    for row in plan.every_row:
        mine.setdefault(row.finger, []).append(row)
    return {finger: _label(rows) for finger, rows in mine.items()}


def _label(rows: list[PlanRow]) -> FingerLabel:
    planned = total(row.dose for row in rows if row.is_planned)
    whole = total(row.dose for row in rows)
    rest = wording.say(DOMAIN, "finger.of", whole=wording.volume(whole))
    tone = MarkState.PLANNED if planned == whole else MarkState.NOT_PLANNED
    return FingerLabel(wording.number(planned), rest, tone)
