"""Whatever is changed on disk is found, and finding it never breaks anything."""

import shutil
from pathlib import Path

import pytest

from app.journal import (
    CaseRow,
    Damage,
    Finding,
    JournalDamaged,
    JournalError,
    StoredEntry,
    StoreUnknown,
    WhyNotStored,
)
from app.journal.opening import abandon, open_store
from app.journal.seal import seal
from tests.app.journal.story import CASE, body, row, small_journal, store

OTHER = "01-0108-1"
ENTRIES = 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with small_journal(tmp_path) as journal:
        for version in range(1, ENTRIES + 1):
            store(journal, version)
            store(journal, version, OTHER)
    return tmp_path


def tamper(folder: Path, statement: str, *values: str | int) -> None:
    """Changes the file as one who knows SQL can: the triggers are taken out and put back."""
    connection = open_store(folder, create=False)
    triggers = list(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement, values)
    for _, sql in triggers:
        connection.execute(str(sql))
    connection.close()


def found(folder: Path) -> set[Finding]:
    with small_journal(folder, create=False) as journal:
        return set(journal.check())


@pytest.mark.parametrize("version", [1, 3, ENTRIES])
@pytest.mark.parametrize("column", ["body", "key"])
def test_a_changed_field_breaks_its_seal(folder: Path, column: str, version: int) -> None:
    tamper(
        folder,
        f"UPDATE entries SET {column} = {column} || ' ' WHERE case_id = ? AND version = ?",
        CASE,
        version,
    )
    assert found(folder) == {Finding(CASE, version, Damage.SEAL_DIFFERS)}


def test_a_changed_link_is_a_broken_chain(folder: Path) -> None:
    tamper(folder, "UPDATE entries SET previous = seal WHERE case_id = ? AND version = 3", CASE)
    assert Finding(CASE, 3, Damage.CHAIN_BROKEN) in found(folder)


def test_an_entry_changed_and_sealed_anew_breaks_the_next_link(folder: Path) -> None:
    with small_journal(folder) as journal:
        old = journal.entries(CASE)[2]
    new = seal(old.previous, CASE, 3, old.key, body(9))
    tamper(
        folder, "UPDATE entries SET body = ?, seal = ? WHERE case_id = ? AND version = 3", body(9), new, CASE
    )
    assert found(folder) == {Finding(CASE, 4, Damage.CHAIN_BROKEN)}


def test_an_entry_taken_out_is_missed(folder: Path) -> None:
    tamper(folder, "DELETE FROM entries WHERE case_id = ? AND version = 2", CASE)
    assert found(folder) == {Finding(CASE, 2, Damage.VERSION_MISSING)}


def test_the_last_entry_taken_out_is_missed(folder: Path) -> None:
    tamper(folder, "DELETE FROM entries WHERE case_id = ? AND version = ?", CASE, ENTRIES)
    assert found(folder) == {Finding(CASE, ENTRIES - 1, Damage.INDEX_DIFFERS)}


def test_a_whole_case_taken_out_is_missed(folder: Path) -> None:
    tamper(folder, "DELETE FROM entries WHERE case_id = ?", CASE)
    assert found(folder) == {Finding(CASE, 0, Damage.INDEX_DIFFERS)}


def test_an_entry_moved_to_another_case_is_missed_there_and_strange_here(folder: Path) -> None:
    tamper(folder, "UPDATE entries SET case_id = 'ELSEWHERE' WHERE case_id = ? AND version = 3", CASE)
    assert {(finding.case_id, finding.what) for finding in found(folder)} == {
        (CASE, Damage.VERSION_MISSING),
        ("ELSEWHERE", Damage.VERSION_MISSING),
        ("ELSEWHERE", Damage.SEAL_DIFFERS),
        ("ELSEWHERE", Damage.INDEX_DIFFERS),
    }


@pytest.mark.parametrize(
    "column", [name for name in CaseRow.__slots__ if name != "case_id"] + ["version", "head"]
)
def test_a_changed_line_of_the_case_list_is_found_and_not_shown(folder: Path, column: str) -> None:
    change = (
        f"{column} || '1'"
        if column in {"participant", "state", "last_entry_utc", "head"}
        else f"{column} + 1"
    )
    tamper(folder, f"UPDATE cases SET {column} = {change} WHERE case_id = ?", CASE)
    assert found(folder) == {Finding(CASE, ENTRIES, Damage.INDEX_DIFFERS)}
    with small_journal(folder) as journal, pytest.raises(JournalDamaged) as fault:
        journal.cases()
    assert (fault.value.case_id, fault.value.what) == (CASE, Damage.INDEX_DIFFERS)


def test_a_damaged_case_is_neither_read_nor_continued_and_the_others_go_on(folder: Path) -> None:
    tamper(folder, "UPDATE entries SET seal = previous WHERE case_id = ? AND version = ?", CASE, ENTRIES)
    with small_journal(folder) as journal:
        with pytest.raises(JournalDamaged) as fault:
            journal.entries(CASE)
        assert (fault.value.case_id, fault.value.version) == (CASE, ENTRIES)
        with pytest.raises(JournalDamaged):
            store(journal, ENTRIES + 1)
        assert journal.check(OTHER) == ()
        assert store(journal, ENTRIES + 1, OTHER).version == ENTRIES + 1


def test_a_trigger_taken_out_is_seen_at_the_door(folder: Path) -> None:
    connection = open_store(folder, create=False)
    connection.execute("DROP TRIGGER entries_stay")
    connection.close()
    with pytest.raises(JournalDamaged) as fault:
        small_journal(folder)
    assert fault.value.finding == Finding(None, None, Damage.FILE_DAMAGED)


Content = dict[str, tuple[StoredEntry, ...]]


def content(folder: Path) -> tuple[Content, tuple[CaseRow, ...], tuple[Finding, ...]] | None:
    """What a reader gets, and every finding; None when the journal says by itself that it is damaged."""
    try:
        with small_journal(folder, create=False) as journal:
            findings = journal.check()
            return {case: journal.entries(case) for case in (CASE, OTHER)}, journal.cases(), findings
    except JournalError:
        return None


@pytest.mark.parametrize("bit", [0x01, 0x80])
def test_a_flipped_byte_of_the_database_is_reported_or_changes_nothing(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, bit: int
) -> None:
    whole = content(folder)
    assert whole is not None
    assert whole[2] == ()
    before = (folder / "journal.sqlite").read_bytes()
    flipped = tmp_path_factory.mktemp("flipped")
    reported = 0
    for place in [*range(100), *range(100, len(before), 37)]:
        (flipped / "journal.sqlite-wal").unlink(missing_ok=True)
        damaged = bytearray(before)
        damaged[place] ^= bit
        (flipped / "journal.sqlite").write_bytes(damaged)
        seen = content(flipped)
        reported += seen is None or seen[2] != ()
        assert seen is None or seen[2] or seen[:2] == whole[:2], f"byte {place} changed the story unseen"
    assert reported > 100


@pytest.fixture
def killed(folder: Path) -> Path:
    """The journal as a kill leaves it: the confirmed entries are in the log alone."""
    journal = small_journal(folder)
    for version in range(ENTRIES + 1, ENTRIES + 9):
        store(journal, version)
    assert journal._store is not None
    abandon(journal._store)
    journal._store = None
    journal.close()
    return folder


def test_what_a_kill_left_in_the_log_is_put_in_its_place_before_it_is_shown(killed: Path) -> None:
    journal = small_journal(killed)
    assert journal._store is not None
    abandon(journal._store)
    (killed / "journal.sqlite-wal").unlink()
    with small_journal(killed) as again:
        assert again.head(CASE)[0] == ENTRIES + 8
        assert again.check() == ()


def test_a_log_cut_by_rot_is_seen_at_the_door(killed: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    log = (killed / "journal.sqlite-wal").read_bytes()
    frame = 24 + 4096
    last = max(
        number for number in range((len(log) - 32) // frame) if log[32 + number * frame :][8:16] == log[16:24]
    )
    rotten = tmp_path_factory.mktemp("rotten")
    seen = 0
    # Each entry is one transaction of three pages or more; the last one cannot be told from a torn write.
    for place in [0, 9, 17, 25, *range(32 + 3, 32 + (last - 8) * frame, 509)]:
        shutil.copytree(killed, rotten, dirs_exist_ok=True)
        damaged = bytearray(log)
        damaged[place] ^= 0x10
        (rotten / "journal.sqlite-wal").write_bytes(damaged)
        whole = content(rotten)
        seen += whole is None
        assert whole is None or len(whole[0][CASE]) == ENTRIES + 8, f"byte {place} cut the log unseen"
    assert seen > 20


def test_a_torn_last_entry_is_no_damage(killed: Path) -> None:
    log = killed / "journal.sqlite-wal"
    whole = log.read_bytes()
    frame = 24 + 4096
    last = max(n for n in range((len(whole) - 32) // frame) if whole[32 + n * frame :][8:16] == whole[16:24])
    damaged = bytearray(whole)
    damaged[32 + last * frame + 100] ^= 0x10
    log.write_bytes(damaged)
    with small_journal(killed) as journal:
        assert journal.check() == ()
        assert journal.head(CASE)[0] == ENTRIES + 7
        store(journal, ENTRIES + 8)


def test_a_database_cut_short_is_reported(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    before = (folder / "journal.sqlite").read_bytes()
    short = tmp_path_factory.mktemp("short")
    for length in range(64, len(before), 1024 + 64):
        (short / "journal.sqlite-wal").unlink(missing_ok=True)
        (short / "journal.sqlite").write_bytes(before[:length])
        seen = content(short)
        assert seen is None or seen[2], f"cut at {length} unseen"


def test_appending_to_a_damaged_file_confirms_nothing(folder: Path) -> None:
    path = folder / "journal.sqlite"
    (folder / "journal.sqlite-wal").unlink()
    damaged = bytearray(path.read_bytes())
    damaged[4096 * 2 :] = bytes(len(damaged) - 4096 * 2)
    path.write_bytes(damaged)
    with small_journal(folder) as journal:
        with pytest.raises(StoreUnknown) as fault:
            journal.append(CASE, ENTRIES + 1, "new", body(1), row(CASE, ENTRIES + 1))
        assert fault.value.reason is WhyNotStored.DAMAGED
        assert journal.check()
