"""The power cut: what was confirmed survives; the control without syncing shows that it really cuts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.journal.story import CASE, ROOT, elsewhere, key, row, small_journal
from tests.torture.lost_pages import IGNORE_SYNC, KEEP_SYNCED, SWITCH, install

STORE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from tests.torture import lost_pages
disk = lost_pages.install(keeps_synced=os.environ[lost_pages.SWITCH] == lost_pages.KEEP_SYNCED)
from tests.app.journal.story import CASE, small_journal, store
journal = small_journal(Path(sys.argv[1]), create=False)
first = journal.head(CASE)[0] + 1
for version in range(first, first + int(sys.argv[2])):
    store(journal, version)
    print(version, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_after(folder: Path, entries: int, switch: str) -> int:
    """The last version that a process on the forgetting disk confirmed before it was killed."""
    process = elsewhere(STORE_AND_DIE, str(folder), str(entries), switch=switch)
    told, _ = process.communicate()
    assert process.returncode == -9
    return int(told.split()[-1])


def what_is_left(folder: Path) -> int:
    with small_journal(folder, create=False) as journal:
        assert journal.check() == ()
        return journal.head(CASE)[0]


def test_what_was_confirmed_survives_every_cut(tmp_path: Path) -> None:
    small_journal(tmp_path).close()
    for entries in (1, 2, 40, 400, 3):
        assert what_is_left(tmp_path) == killed_after(tmp_path, entries, KEEP_SYNCED) - entries
    assert what_is_left(tmp_path) == 446


def test_without_syncing_the_cut_loses_confirmed_entries(tmp_path: Path) -> None:
    small_journal(tmp_path).close()
    assert killed_after(tmp_path, 20, IGNORE_SYNC) == 20
    assert what_is_left(tmp_path) == 0


@pytest.mark.parametrize("keeps_synced,lost", [(True, 0), (False, 1)])
def test_the_disk_counts_what_a_cut_would_take(tmp_path: Path, *, keeps_synced: bool, lost: int) -> None:
    small_journal(tmp_path).close()
    disk = install(keeps_synced=keeps_synced)
    try:
        with small_journal(tmp_path) as journal:
            assert disk.unsynced() == 0
            journal.append(CASE, 1, key(1), "{}", row(CASE, 1))
            assert (disk.unsynced() > 0) == bool(lost)
    finally:
        disk.remove()
    assert what_is_left(tmp_path) == 1


PROGRAM = """
import signal, sys, os
from pathlib import Path
from app.journal import Journal
sys.path.insert(0, os.environ["PYTHONPATH"])
from tests.app.journal.story import small_journal, store
assert __name__ == "__main__"
journal = small_journal(Path(sys.argv[1]))
store(journal, 1)
if sys.argv[2] == "die":
    os.kill(os.getpid(), signal.SIGKILL)
sys.exit(7)
"""


@pytest.mark.parametrize(
    "switch,ending,status,left",
    [(KEEP_SYNCED, "die", -9, 1), (IGNORE_SYNC, "die", -9, 0), (KEEP_SYNCED, "exit", 7, 1)],
)
def test_a_program_runs_on_it_without_knowing(
    tmp_path: Path, switch: str, ending: str, status: int, left: int
) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    small_journal(tmp_path / "data").close()
    command = [
        sys.executable,
        str(ROOT / "tests/torture/lost_pages.py"),
        str(program),
        str(tmp_path / "data"),
        ending,
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT), SWITCH: switch}
    assert subprocess.run(command, env=environment, check=False).returncode == status
    assert what_is_left(tmp_path / "data") == left
