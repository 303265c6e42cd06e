"""The words of the summary of a preparation, and how it tells who did something and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app import wording
from injection_plan.people import Stamp

DOMAIN = "preparation"


def say(key: str, **fields: str | int) -> str:
    """Return words of the catalogue of the preparation."""
    return wording.say(DOMAIN, key, **fields)


@dataclass(frozen=True, slots=True)
class Told:
    """A label and what is to be said under it; loud where it wants a second look."""

    label: str
    text: str
    is_loud: bool = False


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did something, and when: as the workstation's clock showed it, with its offset."""

    name: str
    when: str

    @property
    def phrase(self) -> str:
        """Both in one phrase."""
        return say("by", person=self.name, time=self.when)


def doer(stamp: Stamp) -> Doer:
    """Return who acted in an entry, and when it was recorded."""
    return Doer(stamp.acted_by.name, time_of(stamp.recorded, stamp.offset_minutes))


def time_of(moment: datetime, offset: int) -> str:
    """Return a moment in local time with its offset."""
    return wording.date_time(moment, offset)


def or_not_recorded(text: str | None) -> str:
    """Return a text, or that nobody recorded it."""
    return say("not_recorded") if text is None else text
