"""The hands step: both hands with the numbered path and what was found, the sums, and every pass as a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app import wording
from app.drawing.hand_picture import hand_picture
from app.drawing.shapes import Picture
from app.read_models.hand_places import why_left_out
from app.read_models.hands import captions, finding_marks
from app.read_models.plan_drafts import plan_of
from app.read_models.plan_hands import plan_labels, plan_marks
from app.read_models.plan_rows import PlanRow, plan_rows
from injection_plan.plan import Plan, not_planned_volume, planned_volume
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol
from injection_plan.rules import gates
from injection_plan.views import Face, Standpoint, View

DOMAIN = "plan_hands"


@dataclass(frozen=True, slots=True)
class PassRow:
    """One pass as a row of the table: number in the order, phrase, volume, syringe, and planned or why not."""

    code: str
    number: str
    phrase: str
    short_phrase: str
    volume: str
    syringe: str
    standing: str
    is_planned: bool

    @property
    def phrase_and_why(self) -> str:
        """The short phrase, and under it why it is not planned."""
        return self.short_phrase if self.is_planned else f"{self.short_phrase}\n{self.standing}"


@dataclass(frozen=True, slots=True)
class HandsView:
    """What the page shows besides the selected place; `closed` says why nothing can be changed any more."""

    picture: Picture
    view_words: str
    turn_words: str
    walk_words: str
    totals: str
    rows: tuple[PassRow, ...]
    closed: str


def hands_view(procedure: Procedure, view: View, selected: str | None) -> HandsView:
    """Return the hands of a plan as it stands; before there is one, as the protocol says."""
    plan = plan_of(procedure)
    shown = plan_rows(procedure.protocol, plan)
    refusal = gates.before_start(procedure)
    return HandsView(
        picture=hand_picture(
            plan_marks(shown),
            view,
            captions(),
            plan_labels(shown),
            selected,
            numbers=shown.numbers,
            findings=finding_marks(procedure),
        ),
        view_words=wording.view(view),
        turn_words=wording.say(DOMAIN, f"view.turn.{view.face.value}"),
        walk_words=wording.say(DOMAIN, f"view.walk.{view.standpoint.value}"),
        totals=plan_totals(procedure.protocol, plan),
        rows=tuple(_row(procedure, one) for one in shown.every_row),
        closed="" if refusal is None else wording.refusal(refusal),
    )


def plan_totals(protocol: Protocol, plan: Plan) -> str:
    """Return what is planned and what is not: 34 of 36 planned, 9.5 mL · 2 not planned, 0.5 mL."""
    planned = wording.say(
        DOMAIN,
        "totals.planned",
        count=len(plan.order),
        all=len(protocol.aliquots),
        volume=wording.volume(planned_volume(protocol, plan)),
    )
    if not plan.not_planned:
        return planned
    left_out = wording.volume(not_planned_volume(protocol, plan))
    return wording.say(DOMAIN, "totals", planned=planned, count=len(plan.not_planned), volume=left_out)


def _row(procedure: Procedure, row: PlanRow) -> PassRow:
    standing = (
        wording.say(DOMAIN, "table.planned")
        if row.is_planned
        else wording.say(DOMAIN, "table.not_planned", why=why_left_out(procedure, row.code))
    )
    return PassRow(
        code=row.code,
        number=str(row.number or wording.say(DOMAIN, "table.none")),
        phrase=row.phrase,
        short_phrase=row.short_phrase,
        volume=row.volume,
        syringe=str(row.syringe),
        standing=standing,
        is_planned=row.is_planned,
    )


def other_face(view: View) -> View:
    """Return the same view of the other face of the hands."""
    return replace(view, face=Face.PALMAR if view.face is Face.DORSAL else Face.DORSAL)


def other_standpoint(view: View) -> View:
    """Return the same hands as they are seen from the other side of the table."""
    other = Standpoint.ACROSS if view.standpoint is Standpoint.PATIENT else Standpoint.PATIENT
    return replace(view, standpoint=other)
