"""A set-up as a careful person fills it in, and a clock that stands still."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.clock import Reading
from app.read_models.set_up_form import Checked, SetUpText, check_set_up
from tests.stories.people import shipped_protocol

NOW = Reading(datetime(2026, 11, 22, 9, 30, tzinfo=UTC), 60, 5_000, "one run of the program")

GOOD = SetUpText(
    participant="01-0107",
    participant_again="01-0107",
    centre="01",
    arm="ADRC injection",
    told_by="Response system, to Mara Weiss",
    told_at="2026-11-19 14:05",
    reference="R-48-017",
    performer="Wei Zhang",
    verifier="Na Li",
)


class StillClock:
    """A clock that moves only when it is told to, by default a second at each look."""

    def __init__(self, step: timedelta = timedelta(seconds=1)) -> None:
        self.reading = NOW
        self.step = step

    def now(self) -> Reading:
        self.pass_time(self.step)
        return self.reading

    def pass_time(self, passed: timedelta) -> None:
        ticks = passed // timedelta(milliseconds=1)
        self.reading = replace(
            self.reading, utc=self.reading.utc + passed, tick_ms=self.reading.tick_ms + ticks
        )


def check(text: SetUpText, *, practice: bool = False, is_open: bool = False) -> Checked:
    return check_set_up(text, shipped_protocol(), NOW, practice=practice, is_open=is_open)
