"""Leaving passes out of the plan: each ticked by the performer, for one reason, perhaps that of a finding."""

from __future__ import annotations

from dataclasses import dataclass, field

from app import wording
from injection_plan.plan import LeftOut
from injection_plan.procedure import Procedure

DOMAIN = "plan_hands"
PASSES, REASON = "passes", "reason"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class LeaveOutText:
    """The passes that are ticked, the reason as it stands, and the number of the finding that was picked for it."""

    codes: tuple[str, ...] = ()
    reason: str = ""
    finding: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was begun."""
        return not self.codes and not self.reason.strip() and self.finding is None


@dataclass(frozen=True, slots=True)
class LeaveOutChecked:
    """What is to be left out when nothing is wrong, else a sentence for each field."""

    left_out: tuple[LeftOut, ...]
    problems: dict[str, str] = field(default_factory=dict)


def check_leave_out(text: LeaveOutText, procedure: Procedure) -> LeaveOutChecked:
    """Return what is left out, when passes are ticked and there is a reason; the finding is named where one was."""
    problems: dict[str, str] = {}
    reason = text.reason.strip()
    standing = {one.number for one in procedure.prepared.standing_findings}
    if not text.codes:
        problems[PASSES] = wording.say(DOMAIN, "leave.none_ticked")
    if not reason:
        problems[REASON] = wording.say(DOMAIN, "leave.reason_missing")
    elif len(reason) > LONGEST:
        problems[REASON] = wording.say(DOMAIN, "too_long", most=LONGEST)
    if text.finding is not None and text.finding not in standing:
        problems[REASON] = wording.say(DOMAIN, "leave.finding_withdrawn", number=text.finding)
    if problems:
        return LeaveOutChecked((), problems)
    return LeaveOutChecked(
        tuple(LeftOut(aliquot=code, reason=reason, finding=text.finding) for code in text.codes)
    )
