"""The head of the live screen: whose case, where it is, how far, for how long, and who is in the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app import wording
from injection_plan.procedure import Procedure
from injection_plan.terms import TEAM, Phase

DOMAIN = "live"


@dataclass(frozen=True, slots=True)
class HeaderView:
    """The words of the head; spans are empty where nothing was recorded to count from."""

    participant: str
    centre: str
    phase: Phase
    phase_word: str
    progress: str
    injecting_for: str
    since_ready: str
    people: str
    practice: bool


def progress_of(procedure: Procedure) -> str:
    """Return which aliquot of how many it is: `10 of 34`; when none is left, how many there were."""
    planned = procedure.planned
    done = sum(one.is_given for one in planned)
    current = procedure.current
    if current is None:
        return wording.say(DOMAIN, "header.done", number=done, all=len(planned))
    settled = sum(one.standing.value != "planned" for one in planned)
    return wording.say(DOMAIN, "header.progress", number=settled + 1, all=len(planned))


def header(procedure: Procedure, now: datetime) -> HeaderView:
    """Return the head of the live screen at a moment in UTC."""
    first, ready = procedure.first_given, procedure.product.ready_at if procedure.product else None
    until = procedure.last.recorded if procedure.is_settled else now
    people = [procedure.person(role) for role in TEAM]
    return HeaderView(
        participant=wording.say(DOMAIN, "header.participant", code=procedure.participant),
        centre=wording.say(
            DOMAIN, "header.centre", centre=procedure.centre, protocol=procedure.protocol.protocol
        ),
        phase=procedure.phase,
        phase_word=wording.phase(procedure.phase).upper(),
        progress=progress_of(procedure),
        injecting_for=wording.duration(until - first.recorded) if first is not None else "",
        since_ready="" if ready is None else _since(procedure, now - ready),
        people=" · ".join(person.name for person in people if person is not None),
        practice=procedure.practice,
    )


def _since(procedure: Procedure, passed: timedelta) -> str:
    """Return the time since release; what is left of it is counted down only where the protocol sets a limit."""
    minutes = procedure.protocol.limits.use_within_minutes
    if minutes is None:
        return wording.duration(passed)
    left = timedelta(minutes=minutes) - passed
    key = "header.time_left" if left > timedelta() else "header.past_its_time"
    return wording.say(DOMAIN, key, since=wording.duration(passed), span=wording.duration(abs(left)))
