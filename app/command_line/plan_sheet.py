"""`plan-sheet CASE -o FILE.pdf`: write the plan sheet of a case, or say why there is none."""

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
    """Write the sheet of a real or practice case (0), or say why not (1); 3 where a window holds the journal."""
    case: str = arguments.case
    return with_case(
        arguments, case, out, lambda journal: _write(journal, case, arguments.output, out), DOMAIN
    )


def _write(journal: Journal, case: str, target: Path, out: TextIO) -> int:
    # Only here, because no other command needs the record's room and its layout library.
    from app.record.papers.writing import WrittenPaper, write_plan_sheet

    def words(written: WrittenPaper) -> str:
        return wording.say(
            DOMAIN,
            "written.plan.warned" if written.warning else "written.plan",
            case=case,
            pages=written.pages,
            warning=written.warning,
            path=str(written.path),
        )

    return tell(write_plan_sheet(journal, case, target.absolute()), words, out)
