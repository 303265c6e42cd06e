"""A calendar day as a person types it, year first: `2026-08-01`; read exactly, or refused with its reason."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

_TYPED = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
OLDEST = date(1900, 1, 1)
MOST_YEARS_AHEAD = 10


class UnreadableDay(StrEnum):
    """Why a typed day was refused; the words stand in the catalogue."""

    NOT_A_DAY = "not_a_day"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_1900 = "before_1900"
    TOO_FAR_AHEAD = "too_far_ahead"


def read_day(typed: str, today: date, *, planned: bool = False) -> date | UnreadableDay:
    """Read a day that has come, or one that is planned; two other orders of day and month cannot be told apart."""
    match = _TYPED.fullmatch(typed.strip())
    if match is None:
        return UnreadableDay.NOT_A_DAY
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return UnreadableDay.NOT_A_DAY
    if day < OLDEST:
        return UnreadableDay.BEFORE_1900
    if day > today and not planned:
        return UnreadableDay.IN_THE_FUTURE
    return UnreadableDay.TOO_FAR_AHEAD if day.year > today.year + MOST_YEARS_AHEAD else day
