"""What is recorded of the two sheets of the syringes, beside the buttons that record them: when, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.read_models.syringes_form import FillsText, ReadingsText, stored_fills
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure

DOMAIN = "syringes"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded, or that nothing is; and that something was typed since, or nothing."""

    words: str
    since: str = ""
    is_recorded: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether something is recorded and nothing was typed since."""
        return self.is_recorded and not self.since


def recorded_fills(procedure: Procedure, text: FillsText, now: Reading) -> Recorded:
    """Return when the last fill was recorded and whose it was, and whether the sheet says something else by now."""
    stamps = [one.filled for one in procedure.syringes if one.filled is not None]
    is_typed = text.fills != stored_fills(procedure).fills
    return _recorded("recorded.fill", stamps, now, is_typed=is_typed)


def recorded_readings(procedure: Procedure, text: ReadingsText, now: Reading) -> Recorded:
    """Return when the last reading was recorded and whose it was, and whether another is typed; without a figure."""
    stamps = [one.checked.stamp for one in procedure.syringes if one.checked is not None]
    is_typed = any(one.mark.strip() for one in text.readings)
    return _recorded("recorded.check", stamps, now, is_typed=is_typed)


def _recorded(word: str, stamps: Sequence[Stamp], now: Reading, *, is_typed: bool) -> Recorded:
    if not stamps:
        return Recorded(wording.say(DOMAIN, "recorded.nothing"))
    last = max(stamps, key=lambda stamp: stamp.recorded)
    names = dict.fromkeys(stamp.acted_by.name for stamp in sorted(stamps, key=lambda stamp: stamp.recorded))
    words = wording.say(DOMAIN, word, time=_time(last, now), people=", ".join(names))
    return Recorded(words, wording.say(DOMAIN, "recorded.since") if is_typed else "", is_recorded=True)


def _time(stamp: Stamp, now: Reading) -> str:
    """Return the time of day, with its date where that is not today's."""
    time = wording.short_time(stamp.recorded, stamp.offset_minutes)
    day = wording.local_date(stamp.recorded, stamp.offset_minutes)
    is_today = day == wording.local_date(now.utc, now.offset_minutes)
    return time if is_today else wording.say(DOMAIN, "recorded.day", day=day, time=time)
