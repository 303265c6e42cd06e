"""The gates before any single aliquot: is the case open to this, is the time right, is the screen current."""

from __future__ import annotations

from datetime import datetime, timedelta

from injection_plan.people import Stamp, is_same_local_day
from injection_plan.procedure import Owed, Procedure
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Role


def live(procedure: Procedure) -> Refusal | None:
    """Refuse what needs an open case, not yet signed."""
    return Refusal(Why.AFTER_SIGNING) if procedure.is_signed else None


def approved(procedure: Procedure) -> Refusal | None:
    """Refuse what needs an approved plan in a case not yet signed."""
    return live(procedure) or (None if procedure.approved else Refusal(Why.NO_PLAN))


def in_role(procedure: Procedure, stamp: Stamp, role: Role) -> Refusal | None:
    """Refuse what only a holder of that role may do, when another person acts."""
    holder = procedure.person(role)
    if holder is None:
        return Refusal(Why.NO_TEAM)
    if stamp.role is not role or not stamp.acted_by.is_same_as(holder):
        return Refusal(Why.NOT_YOUR_ROLE, role.value)
    return None


def in_team(procedure: Procedure, stamp: Stamp) -> Refusal | None:
    """Refuse what somebody outside the two people of the case asks."""
    holder = procedure.person(stamp.role)
    if holder is None or stamp.acted_by.is_same_as(holder):
        return None
    return Refusal(Why.NOT_IN_TEAM)


def current(procedure: Procedure, code: str, seen: int) -> Refusal | None:
    """Refuse a command from a screen that no longer shows the aliquot or its syringe as they are."""
    return None if procedure.seen(code) == seen else Refusal(Why.STALE, code)


def owed(mark: Owed | None) -> Refusal | None:
    """Refuse what must wait for a mark."""
    return None if mark is None else Refusal(Why.MARK_IS_OWED, mark.about or str(mark.syringe))


def locked_out(procedure: Procedure, stamp: Stamp) -> Refusal | None:
    """Refuse a press too soon after the last accepted one; ticks of another run do not count."""
    last = procedure.last_given
    if last is None or last.run != stamp.run:
        return None
    waited = stamp.tick_ms - last.tick_ms
    return Refusal(Why.TOO_SOON) if waited < procedure.protocol.limits.lock_out_ms else None


def is_another_day(procedure: Procedure, since: Stamp, stamp: Stamp) -> bool:
    """Say whether midnight or too many hours lie between two stamps, which asks for a new time-out."""
    hours = timedelta(hours=procedure.protocol.limits.another_day_after_hours)
    return not is_same_local_day(since, stamp) or stamp.recorded - since.recorded >= hours


def plausible(procedure: Procedure, stamp: Stamp, moment: datetime | None) -> Refusal | None:
    """Refuse a time of happening that lies ahead, or before the case was opened."""
    if moment is None:
        return None
    if moment > stamp.recorded:
        return Refusal(Why.IN_THE_FUTURE)
    return Refusal(Why.BEFORE_THE_CASE) if moment < procedure.opened.recorded else None


def before_start(procedure: Procedure) -> Refusal | None:
    """Refuse what belongs before the first aliquot, once one was given, omitted or put in doubt."""
    if refusal := live(procedure):
        return refusal
    if procedure.stopped is not None:
        return Refusal(Why.IS_STOPPED)
    return Refusal(Why.ALREADY_STARTED) if procedure.has_started else None
