"""Appending, reading back, and saying no."""

import os
import stat
import threading
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.journal import JournalRefused, NotStored, WhyNotStored, WhyRefused
from app.journal.opening import open_store
from app.journal.schema import EXCLUSIVE, SETTINGS, refuse_old_sqlite
from app.journal.seal import genesis, seal
from tests.app.journal.story import CASE, body, key, row, small_journal, store


def test_what_was_stored_is_there_after_a_restart(tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        sealed = [store(journal, version) for version in (1, 2, 3)]
    with small_journal(tmp_path, create=False) as journal:
        entries = journal.entries(CASE)
        assert [(entry.version, entry.key, entry.body) for entry in entries] == [
            (version, key(version), body(version)) for version in (1, 2, 3)
        ]
        assert [entry.seal for entry in entries] == [one.seal for one in sealed]
        assert journal.head(CASE) == (3, sealed[-1].seal)
        assert journal.cases() == (row(CASE, 3),)
        assert journal.check() == ()


def test_each_seal_covers_the_one_before(tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        first, second = store(journal, 1), store(journal, 2)
    assert first.seal == seal(genesis(CASE), CASE, 1, key(1), body(1))
    assert second.seal == seal(first.seal, CASE, 2, key(2), body(2))


def test_two_cases_have_two_chains_and_the_newest_comes_first(tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        for version, case in ((1, "A-1"), (1, "B-1"), (2, "A-1")):
            store(journal, version, case)
        assert [line.case_id for line in journal.cases()] == ["A-1", "B-1"]
        assert journal.entries("A-1")[0].previous == genesis("A-1") != genesis("B-1")
        assert journal.entries("nobody") == ()
        assert journal.head("nobody") == (0, genesis("nobody"))


def test_the_same_entry_asked_twice_is_stored_once(tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        first = store(journal, 1)
        store(journal, 2)
        assert store(journal, 1) == first
        assert len(journal.entries(CASE)) == 2


@pytest.mark.parametrize("version", [1, 3, 9])
def test_a_version_out_of_step_is_not_stored(tmp_path: Path, version: int) -> None:
    with small_journal(tmp_path) as journal:
        store(journal, 1)
        with pytest.raises(NotStored) as fault:
            journal.append(CASE, version, "another key", body(1), row(CASE, version))
        assert fault.value.reason is WhyNotStored.OUT_OF_STEP
        store(journal, 2)
        assert [entry.version for entry in journal.entries(CASE)] == [1, 2]


def test_a_key_with_another_story_is_not_stored(tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        store(journal, 1)
        with pytest.raises(NotStored) as fault:
            journal.append(CASE, 2, key(1), body(2), row(CASE, 2))
        assert fault.value.reason is WhyNotStored.KEY_TAKEN


def test_entries_can_neither_be_changed_nor_taken_away(tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        store(journal, 1)
    connection = open_store(tmp_path, create=False)
    replaced = (
        "INSERT OR REPLACE INTO entries SELECT case_id, version, key, 'else', previous, seal FROM entries"
    )
    for statement in ("UPDATE entries SET body = 'else'", "DELETE FROM entries", replaced):
        with pytest.raises(apsw.ConstraintError):
            connection.execute(statement)
    connection.close()


def test_every_setting_reads_back_as_it_must(tmp_path: Path) -> None:
    small_journal(tmp_path).close()
    connection = open_store(tmp_path, create=False)
    found = {name: connection.execute(f"PRAGMA {name}").get for name, _, _ in (EXCLUSIVE, *SETTINGS)}
    connection.close()
    assert found == {name: expected for name, _, expected in (EXCLUSIVE, *SETTINGS)}
    assert (found["journal_mode"], found["synchronous"], found["locking_mode"]) == ("wal", 3, "exclusive")


class NoWal(apsw.VFS):
    """A disk on which the journal mode stays what it is, as on a network share."""

    def __init__(self) -> None:
        self.base = apsw.vfs_names()[0]
        super().__init__("no_wal", self.base, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return NoWalFile(self.base, name, flags)


class NoWalFile(apsw.VFSFile):
    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802
        if op == apsw.SQLITE_FCNTL_PRAGMA:
            asked = apsw.VFSFcntlPragma(ptr)
            if asked.name == "journal_mode":
                asked.result = "delete"
                return True
        return super().xFileControl(op, ptr)


def test_a_disk_without_wal_is_refused(tmp_path: Path) -> None:
    disk = NoWal()
    try:
        with pytest.raises(JournalRefused) as fault:
            small_journal(tmp_path)
    finally:
        apsw.set_default_vfs(disk.base)
        disk.unregister()
    assert fault.value.reason is WhyRefused.NOT_WAL
    assert fault.value.detail == "journal_mode=delete"
    small_journal(tmp_path).close()


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2", "3.7.0"])
def test_an_sqlite_that_can_lose_transactions_is_refused(version: str) -> None:
    with pytest.raises(JournalRefused) as fault:
        refuse_old_sqlite(version)
    assert (fault.value.reason, fault.value.detail) == (WhyRefused.OLD_SQLITE, version)
    refuse_old_sqlite("3.51.3")
    refuse_old_sqlite("3.100.0")


def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE theirs (x); PRAGMA application_id = 7")
    other.close()
    before = path.read_bytes()
    with pytest.raises(JournalRefused) as fault:
        small_journal(tmp_path)
    assert fault.value.reason is WhyRefused.WRONG_FILE
    assert path.read_bytes() == before


def test_no_database_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite").write_bytes(b"a letter, not a database" * 100)
    with pytest.raises(JournalRefused) as fault:
        small_journal(tmp_path)
    assert fault.value.reason is WhyRefused.WRONG_FILE


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    small_journal(tmp_path).close()
    connection = apsw.Connection(str(tmp_path / "journal.sqlite"))
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    with pytest.raises(JournalRefused) as fault:
        small_journal(tmp_path)
    assert (fault.value.reason, fault.value.detail) == (WhyRefused.NEWER_FORMAT, "2")


def test_nothing_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(JournalRefused) as fault:
        small_journal(tmp_path / "none", create=False)
    assert fault.value.reason is WhyRefused.ABSENT
    assert not (tmp_path / "none").exists()


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(JournalRefused):
        small_journal(tmp_path / "file" / "data")


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with small_journal(folder) as journal:
        store(journal, 1)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {modes[name] for name in ("journal.sqlite", "journal.sqlite-wal", "journal.holder.json")} == {
        0o600
    }


def test_another_thread_has_no_business_here(tmp_path: Path) -> None:
    caught: list[BaseException] = []

    def intrude() -> None:
        try:
            store(journal, 1)
        except RuntimeError as error:
            caught.append(error)

    with small_journal(tmp_path) as journal:
        thread = threading.Thread(target=intrude)
        thread.start()
        thread.join()
        assert len(caught) == 1
        assert journal.entries(CASE) == ()


def test_a_creation_cut_short_is_completed(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite").touch()
    with small_journal(tmp_path) as journal:
        store(journal, 1)
        assert journal.check() == ()


def test_the_log_is_long_before_it_is_needed_and_stays_so(tmp_path: Path) -> None:
    log = tmp_path / "journal.sqlite-wal"
    with small_journal(tmp_path) as journal:
        length = os.path.getsize(log)  # noqa: PTH202
        for version in range(1, 6):
            store(journal, version)
    assert length == 100_000 == log.stat().st_size


@settings(max_examples=40, deadline=None)
@given(bodies=st.lists(st.text(max_size=40).filter(lambda text: text.isprintable()), min_size=1, max_size=6))
def test_any_text_comes_back_as_it_went_in(
    bodies: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with small_journal(folder) as journal:
        for version, text in enumerate(bodies, 1):
            journal.append(CASE, version, key(version), text, row(CASE, version))
    with small_journal(folder) as journal:
        assert [entry.body for entry in journal.entries(CASE)] == bodies
        assert journal.check() == ()
