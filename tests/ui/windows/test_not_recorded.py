"""A disk that fails under the real window: NOT RECORDED and why, nothing moves on, and nothing is given twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest
from pytestqt.qtbot import QtBot

from app import wording
from app.journal import NotStored, StoreUnknown, WhyNotStored
from app.read_models.faults import why_unstored
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Standing
from tests.app.journal.failing_disk import FailingDisk, Fault
from tests.ui.windows.live_window import LiveWindow

FULL = why_unstored(NotStored(WhyNotStored.DISK_FULL))
NOBODY_KNOWS = why_unstored(StoreUnknown(WhyNotStored.DISK_ERROR))


class LostDisk(FailingDisk):
    """A disk that can be out of reach: then no file on it can be opened."""

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        if isinstance(self.fault, Lost):
            raise apsw.CantOpenError(str(name))
        return super().xOpen(name, flags)


@dataclass
class Lost(Fault):
    """Goes out of reach at a sync, once that is done, or at a write, before it is."""

    operation: str = "sync"

    def strikes(self, operation: str) -> bool:
        return operation == self.operation

    def error(self, operation: str) -> Exception:
        return apsw.exception_for(apsw.SQLITE_IOERR_WRITE)


class Full(Fault):
    """Takes no more bytes, and syncs what it has."""

    def __init__(self) -> None:
        super().__init__(0, apsw.SQLITE_FULL)

    def strikes(self, operation: str) -> bool:
        return operation == "write"


@pytest.fixture
def disk() -> Iterator[LostDisk]:
    disk = LostDisk(Fault(0))
    yield disk
    disk.fault = Fault(0)
    disk.remove()


@pytest.fixture
def live(disk: LostDisk, tmp_path: Path, qtbot: QtBot) -> Iterator[LiveWindow]:
    opened = LiveWindow(tmp_path, qtbot)
    opened.open()
    yield opened
    disk.fault = Fault(0)
    opened.end()


def test_space_on_a_full_disk_says_so_and_leaves_everything_as_it_is(
    disk: LostDisk, live: LiveWindow
) -> None:
    before, first, stored = live.shown(), live.next, live.on_disk()
    assert "The disk is full." in FULL
    disk.fault = Full()
    for _ in range(2):
        live.keys(" ")
        assert live.band == f"NOT RECORDED {FULL}"
        assert live.shown() == before
        assert live.next == first
        assert live.screen.parts.step.reason == FULL
        assert live.procedure.delivery(first) == live.procedure.planned[0]
        assert live.procedure.planned[0].standing is Standing.PLANNED
    disk.fault = Fault(0)
    assert live.on_disk() == stored
    assert live.band == f"NOT RECORDED {FULL}"
    live.keys(" ")
    assert live.on_disk() == [*stored, "given"]
    assert live.band == ""
    assert live.screen.parts.step.reason != FULL
    assert live.procedure.planned[0].standing is Standing.MARK_OWED
    assert live.next != first


def test_a_typed_mark_stays_until_it_is_on_disk(disk: LostDisk, live: LiveWindow) -> None:
    live.keys(" ")
    mark, stored = live.mark(), live.on_disk()
    disk.fault = Full()
    live.keys(f"{mark}\r")
    assert live.band == f"NOT RECORDED {FULL}"
    assert live.screen.parts.pad.typed == mark
    assert live.screen.parts.pad.sentence == FULL
    live.keys("\r")
    assert live.screen.parts.pad.typed == mark
    disk.fault = Fault(0)
    live.keys("\r")
    assert live.on_disk() == [*stored, "mark_read"]
    assert live.procedure.planned[0].standing is Standing.VERIFIED
    assert live.screen.parts.pad.typed == ""
    assert live.band == ""


def test_digits_typed_before_a_given_that_fails_are_not_lost(disk: LostDisk, live: LiveWindow) -> None:
    live.keys(" 0.")
    disk.fault = Full()
    live.keys("p")
    assert live.band == f"NOT RECORDED {FULL}"
    assert live.screen.parts.pad.typed == "0."
    disk.fault = Fault(0)
    live.keys("5\r")
    assert live.band == ""
    assert live.procedure.planned[0].standing is Standing.VERIFIED


def test_what_nobody_could_tell_and_is_there_is_shown_by_the_next_press_and_given_once(
    disk: LostDisk, live: LiveWindow
) -> None:
    before, first, stored = live.shown(), live.next, live.on_disk()
    disk.fault = Lost(0, done_first=True)
    live.keys(" ")
    assert live.band == f"NOT RECORDED {NOBODY_KNOWS}"
    assert live.shown() == before
    assert live.next == first
    live.keys(" ")
    assert live.band == f"NOT RECORDED {why_unstored(StoreUnknown(WhyNotStored.NOT_WRITABLE))}"
    assert live.shown() == before
    disk.fault = Fault(0)
    live.keys(" ")
    assert live.on_disk() == [*stored, "given"]
    assert [one.code for one in live.procedure.deliveries if one.is_given] == [first]
    assert live.band == ""
    assert live.next != first
    # The press itself was about an aliquot that had been given: it is refused, and that is said.
    assert live.screen.parts.step.reason == wording.refusal(Refusal(Why.ALREADY_GIVEN, first))
    live.keys(f"{live.mark()}\r")
    assert live.on_disk() == [*stored, "given", "mark_read"]


def test_what_nobody_could_tell_and_is_not_there_is_given_by_the_next_press(
    disk: LostDisk, live: LiveWindow
) -> None:
    first, stored = live.next, live.on_disk()
    disk.fault = Lost(0, operation="write")
    live.keys(" ")
    assert live.band == f"NOT RECORDED {NOBODY_KNOWS}"
    disk.fault = Fault(0)
    assert live.on_disk() == stored
    live.keys(" ")
    assert live.on_disk() == [*stored, "given"]
    assert [one.code for one in live.procedure.deliveries if one.is_given] == [first]
    assert live.band == ""
