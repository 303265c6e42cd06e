"""Who holds the journal: a note beside it, for the sentence that a second window shows.

The note never decides anything.  SQLite's exclusive lock is the truth: after a crash the note stays and the
lock is gone, and the next one simply writes its own.
"""

import contextlib
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from app.atomic_file import NotWritten, write_atomically

NAME: Final = "journal.holder.json"


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that has the journal open: program, process id, computer, since when (ISO 8601 UTC)."""

    program: str
    pid: int
    host: str
    since: str


def this_process(since: str) -> Holder:
    """This process as a holder, since the given time (ISO 8601 UTC)."""
    return Holder(Path(sys.argv[0] or sys.executable).name, os.getpid(), socket.gethostname(), since)


def read_holder(folder: Path) -> Holder | None:
    """Who last noted itself in this folder; None when there is no readable note."""
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return Holder(str(told["program"]), int(told["pid"]), str(told["host"]), str(told["since"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note_holder(folder: Path, holder: Holder) -> None:
    """Leaves the note; a full disk may leave none, which keeps nobody from working."""
    with contextlib.suppress(NotWritten):
        write_atomically(folder / NAME, json.dumps(asdict(holder)).encode())


def forget_holder(folder: Path) -> None:
    """Takes the note away, if it can be taken."""
    with contextlib.suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
