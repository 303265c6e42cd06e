"""A form of a new case as a careful person fills it in, and a clock that stands still."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.clock import Reading
from app.read_models.new_case_form import Checked, FillText, NewCaseText, check_new_case
from tests.stories.people import shipped_protocol

NOW = Reading(datetime(2026, 11, 22, 9, 30, tzinfo=UTC), 60, 5_000, "one run of the program")

GOOD = NewCaseText(
    participant="01-0107",
    participant_again="01-0107",
    centre="01",
    performer="Wei Zhang",
    verifier="Na Li",
    prepared="10",
    lot="C800-2231",
    ready="10:05",
    fills=tuple(FillText(number, "1", "1") for number in range(1, 11)),
    approved=True,
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


def check(text: NewCaseText, *, practice: bool = False) -> Checked:
    return check_new_case(text, shipped_protocol(), NOW, practice=practice)


def with_fill(number: int, drawn_up: str, mark: str) -> NewCaseText:
    fills = tuple(FillText(number, drawn_up, mark) if fill.syringe == number else fill for fill in GOOD.fills)
    return replace(GOOD, fills=fills)
