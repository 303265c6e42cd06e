"""Every operation fails once, or for good: nothing confirmed is missing, nothing denied is there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import pytest

from app.journal import JournalRefused, NotStored, StoreUnknown, WhyNotStored
from tests.app.journal.failing_disk import FailingDisk, Fault
from tests.app.journal.story import CASE, body, elsewhere, key, row, small_journal, store

KINDS = [
    pytest.param(code, for_good, done_first, id=f"{name}-{'for good' if for_good else 'once'}-{done_first}")
    for name, code in (("io", apsw.SQLITE_IOERR_WRITE), ("full", apsw.SQLITE_FULL))
    for for_good in (False, True)
    for done_first in (False, True)
]


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    disk = FailingDisk(Fault(0))
    yield disk
    disk.remove()


@dataclass
class Told:
    """What the journal answered to each append of a small day's work."""

    stored: list[int] = field(default_factory=list)
    denied: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    refused: bool = False


def a_days_work(folder: Path, *, create: bool, first: int, attempts: int) -> Told:
    """Opens, appends three entries, each asked for until it is confirmed or given up, and closes."""
    told = Told()
    try:
        journal = small_journal(folder, create=create)
    except JournalRefused:
        told.refused = True
        return told
    for version in range(first, first + 3):
        for _ in range(attempts):
            try:
                store(journal, version)
                told.stored.append(version)
                break
            except NotStored:
                told.denied.append(version)
            except StoreUnknown:
                told.unknown.append(version)
    journal.close()
    return told


def what_lies_there(folder: Path) -> set[int]:
    with small_journal(folder) as journal:
        assert journal.check() == ()
        lying = [entry.version for entry in journal.entries(CASE)]
        store(journal, len(lying) + 1)
        return set(lying)


@pytest.mark.parametrize("created", [True, False], ids=["creating", "opening"])
@pytest.mark.parametrize("code,for_good,done_first", KINDS)
def test_every_operation_fails_and_every_answer_was_true(
    disk: FailingDisk, tmp_path: Path, code: int, created: bool, for_good: bool, done_first: bool
) -> None:
    confirmed = denials = at = 0
    while True:
        at += 1
        folder = tmp_path / str(at)
        before = 0
        if not created:
            disk.fault = Fault(0)
            before = len(a_days_work(folder, create=True, first=1, attempts=1).stored)
        disk.fault = fault = Fault(at, code, for_good, done_first)
        try:
            told = a_days_work(folder, create=created, first=before + 1, attempts=1 if created else 2)
        except apsw.Error as error:
            pytest.fail(f"operation {at} came through as {error!r}")
        disk.fault = Fault(0)
        lying = what_lies_there(folder)
        assert set(told.stored) <= lying, f"confirmed and lost at operation {at}: {fault.log[at - 1]}"
        finally_denied = set(told.denied) - set(told.stored) - set(told.unknown)
        assert not finally_denied & lying, f"denied and there at operation {at}: {fault.log[at - 1]}"
        confirmed += len(told.stored)
        denials += len(told.denied) + len(told.unknown) + told.refused
        if len(fault.log) < at:
            break
    assert at > 10
    assert confirmed
    assert denials


def test_a_failed_sync_ends_all_confirming_until_the_next_start(disk: FailingDisk, tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        store(journal, 1)
        disk.fault = Fault(1, for_good=True, done_first=True)
        disk.fault.log.clear()
        disk.fault = SyncFault()
        with pytest.raises(StoreUnknown) as unknown:
            store(journal, 2)
        assert unknown.value.reason is WhyNotStored.SYNC_FAILED
        disk.fault = Fault(0)
        with pytest.raises(StoreUnknown):
            store(journal, 2)
        with pytest.raises(NotStored) as denied:
            journal.append(CASE, 2, "another key", body(2), row(CASE, 2))
        assert denied.value.reason is WhyNotStored.SYNC_FAILED
        assert [entry.version for entry in journal.entries(CASE)] == [1]
    assert 1 in what_lies_there(tmp_path)


class SyncFault(Fault):
    """Fails every sync and no write."""

    def __init__(self) -> None:
        super().__init__(0)

    def strikes(self, operation: str) -> bool:
        return operation == "sync"


def test_on_a_full_disk_the_reserve_is_given_up_and_the_case_goes_on(
    disk: FailingDisk, tmp_path: Path
) -> None:
    reserve = tmp_path / "journal.reserve"
    with small_journal(tmp_path) as journal:
        assert reserve.stat().st_size == 65_536
        disk.fault = FullUntilGone(reserve)
        store(journal, 1)
        assert not reserve.exists()
        store(journal, 2)
    assert what_lies_there(tmp_path) == {1, 2}


class FullUntilGone(Fault):
    """A disk that is full as long as the reserve lies on it."""

    def __init__(self, reserve: Path) -> None:
        super().__init__(1, apsw.SQLITE_FULL)
        self.reserve = reserve

    def strikes(self, operation: str) -> bool:
        return operation == "write" and self.reserve.exists()


def test_a_disk_full_for_good_denies_and_recovers_by_itself(disk: FailingDisk, tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        disk.fault = Fault(1, apsw.SQLITE_FULL, for_good=True)
        with pytest.raises(NotStored) as denied:
            store(journal, 1)
        assert denied.value.reason is WhyNotStored.DISK_FULL
        disk.fault = Fault(0)
        assert store(journal, 1).key == key(1)
    assert what_lies_there(tmp_path) == {1}


LIMITED = """
import resource, signal, sys
from pathlib import Path
from app.journal import NotStored, StoreUnknown
from tests.app.journal.story import small_journal, store
journal = small_journal(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
for version in range(1, 200):
    try:
        store(journal, version)
    except NotStored:
        print("denied", version, flush=True)
        break
    print("stored", version, flush=True)
"""


@pytest.mark.parametrize("limit", [20_000, 120_000, 260_000])
def test_a_real_limit_on_the_file_size_is_an_honest_denial(tmp_path: Path, limit: int) -> None:
    told, _ = elsewhere(LIMITED, str(tmp_path), str(limit)).communicate()
    *stored, denied = (line.split() for line in told.splitlines())
    assert denied[0] == "denied"
    assert what_lies_there(tmp_path) == {int(version) for _, version in stored}
