"""`worksheet [CASE] -o FILE.pdf`: write the blank worksheet of a case, or of the whole protocol, or say why not."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from app import wording
from app.command_line.stored_case import with_case
from app.command_line.told import tell
from app.journal import Journal

DOMAIN = "papers"


def run(arguments: Namespace, out: TextIO) -> int:
    """Write the worksheet (0), or say why not (1); 3 where a window holds the journal of the case."""
    case: str | None = arguments.case
    if case is None:
        return _write_protocol(arguments.output, out)
    return with_case(
        arguments, case, out, lambda journal: _write(journal, case, arguments.output, out), DOMAIN
    )


# What is imported inside these two is imported only here: no other command needs the record's layout library.


def _write(journal: Journal, case: str, target: Path, out: TextIO) -> int:
    from app.record.papers.writing import WrittenPaper, write_worksheet

    def words(written: WrittenPaper) -> str:
        return wording.say(
            DOMAIN,
            "written.worksheet.warned" if written.warning else "written.worksheet",
            case=case,
            pages=written.pages,
            warning=written.warning,
            path=str(written.path),
        )

    return tell(write_worksheet(journal, case, target.absolute()), words, out)


def _write_protocol(target: Path, out: TextIO) -> int:
    from app.record.papers.writing import WrittenPaper, write_shipped_worksheet

    def words(written: WrittenPaper) -> str:
        return wording.say(DOMAIN, "written.worksheet.protocol", pages=written.pages, path=str(written.path))

    return tell(write_shipped_worksheet(target.absolute()), words, out)
