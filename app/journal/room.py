"""Room on the disk, made before it is needed: a write-ahead log at full length, and a reserve to give up.

A log that still grows makes each commit half as slow again, so it is filled with zeros once; SQLite takes
zeros for an empty log.  The reserve is a file that is deleted when the disk is full, so that the case under
way can be finished.
"""

import contextlib
import os
from pathlib import Path
from typing import Final

NAME: Final = "journal.reserve"
RESERVE_BYTES: Final = 64 * 1024 * 1024
# 1000 pages of 4096 bytes behind 24 bytes each, behind a head of 32: where SQLite starts again.
LOG_BYTES: Final = 32 + 1000 * (24 + 4096)
_CHUNK: Final = bytes(1024 * 1024)


def lengthen_log(log: Path, size: int) -> None:
    """Fills the log with zeros up to a size in bytes; only for the process that holds the journal.

    A disk without room keeps the log it has.
    """
    with contextlib.suppress(OSError), log.open("ab") as file:
        before = file.tell()
        if before >= size:
            return
        try:
            file.write(bytes(size - before))
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.truncate(before)
            raise


def keep_reserve(folder: Path, size: int) -> None:
    """Sets a file of this many bytes aside, if it is not there yet and the disk has room for it."""
    path = folder / NAME
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_size == size:
            return
    try:
        _allocate(path, size)
    except OSError:
        give_up_reserve(folder)


def give_up_reserve(folder: Path) -> bool:
    """Deletes the reserve; whether there was one to delete."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True


def _allocate(path: Path, size: int) -> None:
    with path.open("wb") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
            return
        for start in range(0, size, len(_CHUNK)):
            file.write(_CHUNK[: size - start])
        file.flush()
        os.fsync(file.fileno())
