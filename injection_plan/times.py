"""Moments on the wall clock of the place where they were recorded."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone


def local_time(moment: datetime, offset_minutes: int) -> datetime:
    """Return a UTC moment as the wall clock of a place with that offset showed it."""
    return moment.astimezone(timezone(timedelta(minutes=offset_minutes)))
