"""The one clock of the house: UTC, the local offset, and a count that never goes back.

Order is kept by versions, never by time.  What the wall clock shows is stored beside a monotonic count, so
that a clock set back, set forward or corrected by the network can be noticed and become an entry of its
own.
"""

import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

JUMP_MS: Final = 2_000
# Where the system offers it, the count goes on during sleep: waking up is then no change of the clock.
_COUNT: Final[int | None] = getattr(time, "CLOCK_BOOTTIME", None)


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at the clock: UTC, minutes east of it, milliseconds counted, and the run of that count."""

    utc: datetime
    offset_minutes: int
    tick_ms: int
    run: str


@dataclass(frozen=True, slots=True)
class Jump:
    """The wall clock was moved between two readings: by so many milliseconds, negative when set back."""

    before: Reading
    after: Reading
    by_ms: int


class Clock(Protocol):
    """Whatever can be asked for the time."""

    def now(self) -> Reading:
        """The time at this moment."""
        ...


class SystemClock:
    """The clock of this computer; each one is a new run, of random name, as counts restart at a boot."""

    def __init__(self) -> None:
        """Begins a run."""
        self._run = secrets.token_hex(8)

    def now(self) -> Reading:
        """The time at this moment, as the computer has it."""
        local = datetime.now(UTC).astimezone()
        offset = local.utcoffset() or timedelta()
        return Reading(local.astimezone(UTC), offset // timedelta(minutes=1), _tick_ms(), self._run)


def jump_between(before: Reading, after: Reading) -> Jump | None:
    """How far the wall clock moved more than the count did; None within two seconds, or across two runs."""
    if before.run != after.run:
        return None
    shown = (after.utc - before.utc) // timedelta(milliseconds=1)
    by_ms = shown - (after.tick_ms - before.tick_ms)
    return Jump(before, after, by_ms) if abs(by_ms) > JUMP_MS else None


def _tick_ms() -> int:
    nanoseconds = time.monotonic_ns() if _COUNT is None else time.clock_gettime_ns(_COUNT)
    return nanoseconds // 1_000_000
