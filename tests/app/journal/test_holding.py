"""One process holds the journal; the next one is told who, and a dead one holds nothing."""

import os
import socket
import time
from pathlib import Path

import pytest

from app.journal import JournalHeld
from tests.app.journal.story import CASE, elsewhere, row, small_journal, store

HOLD = """
import sys
from pathlib import Path
from tests.app.journal.story import small_journal, store
journal = small_journal(Path(sys.argv[1]))
store(journal, 1)
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_refused_at_once_and_told_by_whom(tmp_path: Path) -> None:
    holder = elsewhere(HOLD, str(tmp_path))
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        began = time.monotonic()
        with pytest.raises(JournalHeld) as fault:
            small_journal(tmp_path)
        assert time.monotonic() - began < 1
        assert fault.value.holder is not None
        assert (fault.value.holder.pid, fault.value.holder.host) == (holder.pid, socket.gethostname())
        assert fault.value.holder.since.endswith("+00:00")
    finally:
        holder.kill()
        holder.communicate()


def test_after_a_kill_it_is_free_and_the_stale_note_means_nothing(tmp_path: Path) -> None:
    holder = elsewhere(HOLD, str(tmp_path))
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.communicate()
    assert (tmp_path / "journal.holder.json").exists()
    with small_journal(tmp_path) as journal:
        assert journal.cases() == (row(CASE, 1),)
        store(journal, 2)
        assert f'"pid": {os.getpid()}' in (tmp_path / "journal.holder.json").read_text()
    assert not (tmp_path / "journal.holder.json").exists()


def test_the_same_process_cannot_open_it_twice_and_loses_nothing_by_trying(tmp_path: Path) -> None:
    with small_journal(tmp_path) as journal:
        with pytest.raises(JournalHeld):
            small_journal(tmp_path)
        intruder = elsewhere(HOLD, str(tmp_path))
        assert intruder.communicate()[0] == ""
        assert intruder.returncode != 0
        store(journal, 1)


@pytest.mark.parametrize("note", ["", "{", "[]", '{"pid": "x"}'])
def test_an_unreadable_note_names_nobody_and_still_refuses(tmp_path: Path, note: str) -> None:
    with small_journal(tmp_path):
        (tmp_path / "journal.holder.json").write_text(note)
        with pytest.raises(JournalHeld) as fault:
            small_journal(tmp_path)
    assert fault.value.holder is None


def test_five_starts_and_kills_leave_it_free_each_time(tmp_path: Path) -> None:
    small_journal(tmp_path).close()
    for _ in range(5):
        holder = elsewhere(HOLD, str(tmp_path))
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(JournalHeld):
            small_journal(tmp_path)
        holder.kill()
        holder.communicate()
        small_journal(tmp_path).close()
