"""Finding the journal that holds a case, real or practice, and doing one thing with it while it is open."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TextIO

from app import wording
from app.command_line.folder import case_folder, missing_folder
from app.command_line.opening import UNREADABLE, WRONG, NotOpenError, folders, open_journal
from app.journal import Journal, JournalError


def with_case(
    arguments: Namespace, case: str, out: TextIO, work: Callable[[Journal], int], domain: str
) -> int:
    """Return the exit status of the work on a case; where none has it, or a journal is shut, say so in `out`.

    `domain` is the catalogue that says what was not written: `refused.no_such_case`.
    """
    if missing := missing_folder(arguments):
        out.write(missing + "\n")
        return UNREADABLE
    try:
        for folder in folders(case_folder(arguments)):
            with open_journal(folder) as journal:
                if journal is not None and _holds(journal, case):
                    return work(journal)
    except NotOpenError as closed:
        out.write(closed.sentence + "\n")
        return closed.status
    out.write(wording.say(domain, "refused.no_such_case", about=case) + "\n")
    return WRONG


def _holds(journal: Journal, case: str) -> bool:
    """Say whether a journal has a case; a damaged one is taken to have it, so that the damage is what is told."""
    try:
        return journal.head(case)[0] > 0
    except JournalError:
        return True
