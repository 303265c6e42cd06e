"""What a person typed into the small forms of the live case: read exactly, or refused with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app import wording
from app.clock import Reading
from app.read_models.ready_time import UnreadableTime, read_ready_time
from injection_plan.anatomy import PASSES
from injection_plan.volume import Unreadable, Volume, read_volume

DOMAIN = "live"
REASON = "reason"
VOLUME = "volume"
PLACE = "place"
TIME = "time"
ABOUT = "about"
INJECTED = "injected"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """One place that can be picked from the list: a pass of the hand, by code, in the one phrase for it."""

    code: str
    phrase: str


def places() -> tuple[Place, ...]:
    """Return every pass of both hands; any other place is written in words."""
    return tuple(Place(code, wording.aliquot(code)) for code in PASSES)


class Reader:
    """Reads the fields of one form and keeps a sentence for each that is wrong."""

    def __init__(self, now: Reading) -> None:
        """Read at this moment, which bounds what can have happened."""
        self._now = now
        self.problems: dict[str, str] = {}

    def refuse(self, field: str, key: str, **values: str | int) -> None:
        """Keep the first sentence that stands against a field."""
        self.problems.setdefault(field, wording.say(DOMAIN, key, **values))

    def text(self, field: str, typed: str) -> str | None:
        """Return a text that must be written, without the blanks around it."""
        written = typed.strip()
        if not written:
            self.refuse(field, f"wrong.{field}_missing")
        elif len(written) > LONGEST:
            self.refuse(field, "wrong.too_long", most=LONGEST)
        return written or None

    def volume(self, typed: str) -> Volume | None:
        """Return a volume above nothing; an empty field is nothing, and not wrong by itself."""
        if not typed.strip():
            return None
        volume = read_volume(typed)
        if isinstance(volume, Unreadable):
            self.problems.setdefault(VOLUME, wording.unreadable(volume))
            return None
        if not volume:
            self.refuse(VOLUME, "wrong.no_volume")
            return None
        return volume

    def moment(self, typed: str) -> datetime | None:
        """Return an earlier time in UTC; an empty field means now."""
        if not typed.strip():
            return None
        moment = read_ready_time(typed, self._now)
        if isinstance(moment, UnreadableTime):
            self.refuse(TIME, f"wrong.time.{moment.value}")
            return None
        return moment
