"""Approving the plan: whose it is, what stands against it, and the full name typed as the deliberate act."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.read_models.hand_places import who_and_when
from injection_plan.commands import ApprovePlan
from injection_plan.plan_checks import Moment, against_approval
from injection_plan.procedure import Procedure
from injection_plan.rules import gates

DOMAIN = "plan_summary"


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """The approval as it stands; `why_off` says why it cannot be given now, and is empty where it can.

    `fell` is said loudly: the plan was approved, and has changed since.
    """

    name: str
    approved: str
    fell: str
    why_off: str


@dataclass(frozen=True, slots=True)
class ApprovalChecked:
    """The command when the name is the performer's, else the sentence that says what is wrong with it."""

    command: ApprovePlan | None
    problem: str = ""


def approval_view(procedure: Procedure, now: Reading) -> ApprovalView:
    """Return the approval of a plan at this moment."""
    performer = procedure.performer
    by, fallen = procedure.prepared.approved_by, procedure.prepared.was_approved
    return ApprovalView(
        name="" if performer is None else performer.name,
        approved="" if by is None else wording.say(DOMAIN, "approval.approved", who=who_and_when(by)),
        fell=(
            ""
            if fallen is None or by is not None
            else wording.say(
                DOMAIN,
                "approval.fell",
                name=fallen.acted_by.name,
                day=wording.local_date(fallen.recorded, fallen.offset_minutes),
                time=wording.short_time(fallen.recorded, fallen.offset_minutes),
            )
        ),
        why_off=_why_off(procedure, now),
    )


def check_approval(procedure: Procedure, now: Reading, typed: str) -> ApprovalChecked:
    """Return the command when nothing stands against it and the name typed is the performer's, letter by letter."""
    view = approval_view(procedure, now)
    if view.why_off:
        return ApprovalChecked(None, view.why_off)
    if not typed.strip():
        return ApprovalChecked(None, wording.say(DOMAIN, "approval.name_missing"))
    if typed.strip() != view.name:
        return ApprovalChecked(None, wording.say(DOMAIN, "approval.name_differs", name=view.name))
    return ApprovalChecked(ApprovePlan(seen=procedure.version))


def _why_off(procedure: Procedure, now: Reading) -> str:
    if refusal := gates.before_start(procedure):
        return wording.refusal(refusal)
    if procedure.approved:
        return wording.say(DOMAIN, "approval.already")
    count = len(against_approval(procedure, Moment(now.utc, now.offset_minutes)))
    if not count:
        return ""
    return wording.say(DOMAIN, "approval.blocked_by_one" if count == 1 else "approval.blocked", count=count)
