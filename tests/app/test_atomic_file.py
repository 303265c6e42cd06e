"""Whole files or none."""

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.atomic_file import NotWritten, WhyNotWritten, write_atomically


def test_a_file_is_written_and_compared(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    written = write_atomically(path, b"first")
    assert path.read_bytes() == b"first"
    assert (written.path, written.size, written.sha256) == (path, 5, hashlib.sha256(b"first").hexdigest())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_earlier_file_is_replaced_whole_and_nothing_else_lies_there(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    write_atomically(path, b"a long earlier file")
    write_atomically(path, b"")
    assert path.read_bytes() == b""
    assert [found.name for found in tmp_path.iterdir()] == ["record.pdf"]


def test_a_missing_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(NotWritten) as fault:
        write_atomically(tmp_path / "none" / "record.pdf", b"x")
    assert fault.value.reason is WhyNotWritten.NO_FOLDER
    assert fault.value.path == tmp_path / "none" / "record.pdf"


def test_a_folder_in_the_place_of_the_file_stays_and_no_litter_is_left(tmp_path: Path) -> None:
    (tmp_path / "record.pdf").mkdir()
    with pytest.raises(NotWritten):
        write_atomically(tmp_path / "record.pdf", b"x")
    assert [found.name for found in tmp_path.iterdir()] == ["record.pdf"]


LIMITED = """
import resource, sys
from pathlib import Path
from app.atomic_file import NotWritten, write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), b"y" * 5000)
except NotWritten as fault:
    print(fault.reason)
"""


def test_without_room_the_earlier_file_stays_and_no_litter_is_left(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    write_atomically(path, b"earlier")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        env=environment,
        text=True,
        capture_output=True,
        check=True,
    )
    assert told.stdout == "disk full\n"
    assert path.read_bytes() == b"earlier"
    assert [found.name for found in tmp_path.iterdir()] == ["record.pdf"]
