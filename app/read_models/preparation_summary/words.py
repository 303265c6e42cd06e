"""The words of the summary of a preparation, and how it tells who did something and when."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Who did something, and when: as the workstation's clock showed it, with its offset.

    `keyboard` is who entered it, and empty where that is the same person.
    """

    name: str
    when: str
    keyboard: str = ""

    @property
    def phrase(self) -> str:
        """All of it in one phrase."""
        words = say("by", person=self.name, time=self.when)
        return say("by.keyboard", by=words, person=self.keyboard) if self.keyboard else words


def doer(stamp: Stamp) -> Doer:
    """Return who acted in an entry, and when it was recorded."""
    acted, entered = stamp.acted_by.name, stamp.entered_by.name
    keyboard = "" if acted == entered else entered
    return Doer(acted, time_of(stamp.recorded, stamp.offset_minutes), keyboard)


def keyboards(doers: Iterable[Doer | None]) -> str:
    """Return whose doing was entered at whose keyboard, where that was another person's; everybody once."""
    entered: dict[str, dict[str, None]] = {}
    for one in doers:
        if one is not None and one.keyboard:
            entered.setdefault(one.keyboard, {})[one.name] = None
    return " ".join(
        say("keyboard", people=", ".join(names), keyboard=keyboard) for keyboard, names in entered.items()
    )


def time_of(moment: datetime, offset: int) -> str:
    """Return a moment in local time with its offset."""
    return wording.date_time(moment, offset)


def or_not_recorded(text: str | None) -> str:
    """Return a text, or that nobody recorded it."""
    return say("not_recorded") if text is None else text
