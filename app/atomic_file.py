"""Whole files or none: written beside, synced, renamed into place, opened again and compared."""

import contextlib
import errno
import hashlib
import os
import secrets
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

_BINARY: Final[int] = getattr(os, "O_BINARY", 0)


class WhyNotWritten(StrEnum):
    """What stood in the way of a file."""

    NO_FOLDER = "no folder"
    NOT_PERMITTED = "not permitted"
    DISK_FULL = "disk full"
    FAILED = "failed"
    DIFFERS = "differs"


_REASONS: Final = {
    errno.ENOENT: WhyNotWritten.NO_FOLDER,
    errno.ENOTDIR: WhyNotWritten.NO_FOLDER,
    errno.EACCES: WhyNotWritten.NOT_PERMITTED,
    errno.EPERM: WhyNotWritten.NOT_PERMITTED,
    errno.EROFS: WhyNotWritten.NOT_PERMITTED,
    errno.EISDIR: WhyNotWritten.NOT_PERMITTED,
    errno.ENOSPC: WhyNotWritten.DISK_FULL,
    errno.EDQUOT: WhyNotWritten.DISK_FULL,
    errno.EFBIG: WhyNotWritten.DISK_FULL,
}


class NotWritten(Exception):
    """The file does not stand at its place as it was meant to; `reason` says why."""

    def __init__(self, path: Path, reason: WhyNotWritten) -> None:
        """Names the file and what stood in its way."""
        super().__init__(str(path), reason.value)
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was opened again and held exactly what was written: its size and SHA-256 in hex."""

    path: Path
    size: int
    sha256: str


def write_atomically(path: Path, content: bytes) -> Written:
    """Puts a file in place, readable by its owner alone; NotWritten leaves the earlier file and no litter.

    Only a difference found on reading back (`DIFFERS`) can leave a wrong file, and says so.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _write_synced(beside, content)
        beside.replace(path)
        sync_folder(path.parent)
        found = path.read_bytes()
    except OSError as error:
        raise NotWritten(path, _REASONS.get(error.errno or 0, WhyNotWritten.FAILED)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    if found != content:
        raise NotWritten(path, WhyNotWritten.DIFFERS)
    return Written(path, len(found), hashlib.sha256(found).hexdigest())


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable; OSError if the disk refuses.  Windows keeps them by itself."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _write_synced(path: Path, content: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
