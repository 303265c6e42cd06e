"""Reaching the journals of a data folder from the command line, or saying in a sentence why they are not open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.journal import Journal, JournalError, JournalHeld, JournalRefused, WhyRefused
from app.practice_folder import practice_folder
from app.read_models.faults import why_closed

SOUND, WRONG, UNREADABLE, HELD = 0, 1, 2, 3


class NotOpenError(Exception):
    """A journal could not be opened; `sentence` says why, `status` is what the command exits with."""

    def __init__(self, sentence: str, status: int) -> None:
        """Keep what to say and how to end."""
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


@contextmanager
def open_journal(folder: Path) -> Iterator[Journal | None]:
    """Hold the journal of one folder for as long as it is read; nothing where the folder has none."""
    try:
        journal = Journal.open(folder, create=False, reserve_bytes=0)
    except JournalRefused as refused:
        if refused.reason is WhyRefused.ABSENT:
            yield None
            return
        raise NotOpenError(why_closed(refused), UNREADABLE) from refused
    except JournalHeld as held:
        raise NotOpenError(why_closed(held), HELD) from held
    except JournalError as fault:
        raise NotOpenError(why_closed(fault), WRONG) from fault
    try:
        yield journal
    finally:
        journal.close()


def folders(folder: Path) -> tuple[Path, ...]:
    """Return where journals may lie in a data folder: the real cases, and the practice ones beside them."""
    return folder, practice_folder(folder)
