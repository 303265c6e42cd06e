"""What is chosen and typed about the places of the hands and not recorded yet, place by place, so that none is lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.read_models.found_form import FoundText, check_found
from app.read_models.hand_places import place_view
from app.read_models.leave_out_form import LeaveOutText, check_leave_out
from injection_plan.commands import NoteHandFinding
from injection_plan.plan import LeftOut
from injection_plan.procedure import Procedure


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """What was begun at one place: a finding, passes to leave out, or both."""

    found: FoundText = field(default_factory=FoundText)
    leave: LeaveOutText = field(default_factory=LeaveOutText)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was begun there."""
        return self.found.is_empty and self.leave.is_empty


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything that was begun anywhere, to be recorded now; or the first place where something is wrong."""

    found: tuple[NoteHandFinding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    wrong_at: str = ""


def collected(drafts: dict[str, PlaceDraft], procedure: Procedure) -> Collected:
    """Return what the drafts come to; a half-made one is named and nothing is taken from any."""
    found: list[NoteHandFinding] = []
    left_out: dict[str, LeftOut] = {}
    for where, draft in drafts.items():
        if not draft.found.is_empty:
            noted = check_found(draft.found, place_view(procedure, where))
            if noted.command is None:
                return Collected(wrong_at=where)
            found.append(noted.command)
        if not draft.leave.is_empty:
            leaving = check_leave_out(draft.leave, procedure)
            if leaving.problems:
                return Collected(wrong_at=where)
            left_out |= {one.aliquot: one for one in leaving.left_out}
    return Collected(tuple(found), tuple(left_out.values()))


def left_unrecorded(draft: PlaceDraft, where: str, before: Procedure, after: Procedure) -> PlaceDraft:
    """Return what of a draft is still not recorded, once the case has gone on from `before` to `after`."""
    new = after.prepared.findings[len(before.prepared.findings) :]
    is_noted = any(
        (one.finding.where, one.finding.kind, one.finding.note)
        == (where, draft.found.kind, draft.found.note.strip())
        for one in new
    )
    return PlaceDraft(FoundText() if is_noted else draft.found, _still_to_leave_out(draft.leave, after))


def _still_to_leave_out(leave: LeaveOutText, after: Procedure) -> LeaveOutText:
    gone = {one.aliquot for one in after.plan.not_planned} if after.plan is not None else set[str]()
    codes = tuple(code for code in leave.codes if code not in gone)
    if leave.codes and not codes:
        return LeaveOutText()
    return replace(leave, codes=codes)
