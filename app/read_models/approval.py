"""Approving the plan: whose it is, what stands against it, which warnings are read, and the full name typed."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.read_models.plan_in_words import PlanInWords, plan_in_words
from app.read_models.plan_summary import finding_list
from injection_plan.commands import ApprovePlan
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.rules import gates

DOMAIN = "plan_summary"


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """The approval as it stands, and what it is about; `blocked` says why it cannot be given whatever one ticks.

    `fell` is said loudly: the plan was approved, and has changed since. `warnings` are the sentences that are to be
    ticked as read, and `ask_read` are the words beside the tick.
    """

    name: str
    approved: str
    fell: str
    blocked: str
    plan: PlanInWords
    warnings: tuple[str, ...]
    ask_read: str

    def why_off(self, typed: str, *, is_read: bool) -> str:
        """Return what is still wanted of the person before the plan can be approved; nothing where nothing is."""
        if self.approved or self.blocked:
            return self.blocked
        if self.warnings and not is_read:
            return wording.say(DOMAIN, "approval.tick_one" if len(self.warnings) == 1 else "approval.tick")
        return "" if typed.strip() else wording.say(DOMAIN, "approval.type_name")


@dataclass(frozen=True, slots=True)
class ApprovalChecked:
    """The command when the name is the performer's, else the sentence that says what is wrong with it."""

    command: ApprovePlan | None
    problem: str = ""


def approval_view(procedure: Procedure, now: Reading, *, is_stored: bool = True) -> ApprovalView:
    """Return the approval of a plan at this moment; with figures that are not stored it cannot be given."""
    performer = procedure.performer
    by, fallen = procedure.prepared.approved_by, procedure.prepared.was_approved
    found = finding_list(procedure, now)
    count = len(found.warnings)
    blocked = _blocked(procedure, found.blocking)
    if not blocked and not is_stored:
        blocked = wording.say(DOMAIN, "approval.not_stored")
    return ApprovalView(
        name="" if performer is None else performer.name,
        approved="" if by is None else _by_whom("approval.approved", by),
        fell="" if fallen is None or by is not None else _by_whom("approval.fell", fallen),
        blocked=blocked,
        plan=plan_in_words(procedure),
        warnings=found.warnings,
        ask_read=wording.say(DOMAIN, "approval.read_one" if count == 1 else "approval.read", count=count),
    )


def check_approval(
    procedure: Procedure, now: Reading, typed: str, read: tuple[str, ...] = ()
) -> ApprovalChecked:
    """Return the command when nothing stands against it, these warnings were read, and the name is the performer's."""
    view = approval_view(procedure, now)
    if why := view.why_off(typed, is_read=read == view.warnings):
        return ApprovalChecked(None, why)
    if typed.strip() != view.name:
        return ApprovalChecked(None, wording.say(DOMAIN, "approval.name_differs", name=view.name))
    return ApprovalChecked(ApprovePlan(seen=procedure.version, read=view.warnings))


def _by_whom(key: str, stamp: Stamp) -> str:
    return wording.say(
        DOMAIN,
        key,
        name=stamp.acted_by.name,
        day=wording.local_date(stamp.recorded, stamp.offset_minutes),
        time=wording.short_time(stamp.recorded, stamp.offset_minutes),
    )


def _blocked(procedure: Procedure, count: int) -> str:
    if refusal := gates.before_start(procedure):
        return wording.refusal(refusal)
    if procedure.approved or not count:
        return ""
    return wording.say(DOMAIN, "approval.blocked_by_one" if count == 1 else "approval.blocked", count=count)
