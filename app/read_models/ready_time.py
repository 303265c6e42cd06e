"""When the product was ready, as a person types it: `10:05` today, or `2026-11-22 10:05`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from app.clock import Reading
from injection_plan.times import local_time

_TYPED = re.compile(r"(?:(\d{4})-(\d{2})-(\d{2})[ T]+)?(\d{1,2})[:.](\d{2})")
OLDEST_DAYS = 7


class UnreadableTime(StrEnum):
    """Why a typed time was refused; the words stand in the catalogue."""

    NOT_A_TIME = "not_a_time"
    IN_THE_FUTURE = "in_the_future"
    TOO_LONG_AGO = "too_long_ago"


def read_ready_time(typed: str, now: Reading, *, oldest_days: int = OLDEST_DAYS) -> datetime | UnreadableTime:
    """Read a local time, today unless a date stands before it, and return it in UTC or say why not."""
    match = _TYPED.fullmatch(typed.strip())
    if match is None:
        return UnreadableTime.NOT_A_TIME
    year, month, day, hour, minute = match.groups()
    today = local_time(now.utc, now.offset_minutes)
    zone = timezone(timedelta(minutes=now.offset_minutes))
    try:
        date = (int(year), int(month), int(day)) if year else (today.year, today.month, today.day)
        moment = datetime(*date, int(hour), int(minute), tzinfo=zone).astimezone(UTC)
    except ValueError:
        return UnreadableTime.NOT_A_TIME
    if moment > now.utc:
        return UnreadableTime.IN_THE_FUTURE
    return UnreadableTime.TOO_LONG_AGO if now.utc - moment > timedelta(days=oldest_days) else moment
