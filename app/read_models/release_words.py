"""How long the product has been released, and how long it may still be used where the protocol says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app import wording
from app.clock import Reading
from injection_plan.protocol import Protocol

DOMAIN = "product"


@dataclass(frozen=True, slots=True)
class SinceRelease:
    """What is said about the time since release; `countdown` is empty where the protocol sets no limit."""

    elapsed: str
    countdown: str = ""
    is_past: bool = False


def since_release(ready_at: datetime | None, protocol: Protocol, now: Reading) -> SinceRelease:
    """Return the time since release at this moment, and what is left of a limit that the protocol sets."""
    if ready_at is None:
        return SinceRelease(wording.say(DOMAIN, "release.unknown"))
    passed = now.utc - ready_at
    elapsed = wording.duration(passed)
    if protocol.limits.use_within_minutes is None:
        return SinceRelease(elapsed)
    left = timedelta(minutes=protocol.limits.use_within_minutes) - passed
    if left < timedelta():
        return SinceRelease(elapsed, wording.say(DOMAIN, "release.past", time=wording.duration(-left)), True)
    return SinceRelease(elapsed, wording.say(DOMAIN, "release.left", time=wording.duration(left)))
