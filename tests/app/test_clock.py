"""The clock, and the noticing of a clock that was moved."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.clock import Reading, SystemClock, jump_between

NOON = Reading(datetime(2026, 11, 22, 12, tzinfo=UTC), 60, 5_000, "run")


def later(shown_ms: int, counted_ms: int) -> Reading:
    return replace(NOON, utc=NOON.utc + timedelta(milliseconds=shown_ms), tick_ms=NOON.tick_ms + counted_ms)


def test_the_system_clock_tells_utc_the_local_offset_and_a_count_that_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    try:
        clock = SystemClock()
        first, second = clock.now(), clock.now()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert first.utc.tzinfo is UTC
    assert abs(first.utc - datetime.now(timezone(timedelta(hours=5, minutes=30)))) < timedelta(minutes=1)
    assert first.offset_minutes == 330
    assert second.tick_ms >= first.tick_ms > 0
    assert first.run == second.run != SystemClock().now().run


@pytest.mark.parametrize(
    "shown,counted", [(1_000, 1_000), (3_000, 1_000), (-1_000, 1_000), (86_400_000, 86_400_000)]
)
def test_within_two_seconds_nothing_jumped(shown: int, counted: int) -> None:
    assert jump_between(NOON, later(shown, counted)) is None


@pytest.mark.parametrize(
    "shown,counted,by",
    [(3_001, 1_000, 2_001), (-1_001, 1_000, -2_001), (-94_608_000_000, 10, -94_608_000_010)],
)
def test_beyond_that_the_jump_is_told_with_its_size(shown: int, counted: int, by: int) -> None:
    jump = jump_between(NOON, later(shown, counted))
    assert jump is not None
    assert (jump.before, jump.after, jump.by_ms) == (NOON, later(shown, counted), by)


def test_a_change_of_summer_time_is_no_jump() -> None:
    assert jump_between(NOON, replace(later(1_000, 1_000), offset_minutes=120)) is None


def test_counts_of_two_runs_are_not_compared() -> None:
    assert jump_between(NOON, replace(later(9_000, 0), run="another")) is None
