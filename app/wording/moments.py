"""Times as a person reads them: local wall-clock time for the eye, UTC with offset for the record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Protocol

from app.wording.catalogue import say
from injection_plan.times import local_time

DOMAIN = "procedure"
_KEPT = 1024  # the timeline shows the same times again after every entry
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Recorded(Protocol):
    """Whatever says when it was recorded: a stamp, asked for no more than that."""

    @property
    def recorded(self) -> datetime:
        """The moment in UTC."""

    @property
    def offset_minutes(self) -> int:
        """The minutes of the workstation's clock east of UTC."""


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


@lru_cache(maxsize=_KEPT)
def clock_time(moment: datetime, offset_minutes: int) -> str:
    """Return the local wall-clock time to the second: 10:13:41."""
    return f"{local_time(moment, offset_minutes):%H:%M:%S}"


def short_time(moment: datetime, offset_minutes: int) -> str:
    """Return the local wall-clock time to the minute: 10:13."""
    return f"{local_time(moment, offset_minutes):%H:%M}"


def local_date(moment: datetime, offset_minutes: int) -> str:
    """Return the local date with its month in letters: 22 Nov 2026."""
    return day(local_time(moment, offset_minutes).date())


def day(which: date) -> str:
    """Return a calendar day with its month in letters: 22 Nov 2026."""
    return f"{which.day} {MONTHS[which.month - 1]} {which.year}"


def date_time(moment: datetime, offset_minutes: int) -> str:
    """Return local date and time with the offset: 22 Nov 2026 10:13:41 +08:00."""
    time = clock_time(moment, offset_minutes)
    return f"{local_date(moment, offset_minutes)} {time} {_offset(offset_minutes)}"


def stamp_time(stamp: Recorded) -> str:
    """Return when an entry was recorded, as the workstation's wall clock showed it: 10:13:41."""
    return clock_time(stamp.recorded, stamp.offset_minutes)


def utc_time(moment: datetime) -> str:
    """Return a moment in UTC: 2026-11-22 02:13:41 UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def duration(span: timedelta) -> str:
    """Return a span in whole minutes, as a glance needs it: 14 min, 1 h 5 min; less than one is 0 min."""
    minutes = max(span // timedelta(minutes=1), 0)
    hours, rest = divmod(minutes, 60)
    if hours:
        return say(DOMAIN, "duration.hours", hours=hours, minutes=rest)
    return say(DOMAIN, "duration.minutes", minutes=rest)
