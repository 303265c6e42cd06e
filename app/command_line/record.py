"""`record CASE -o FILE.pdf`: write the record of a case, as the window would, or say why there is none."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from app import wording
from app.command_line.stored_case import with_case
from app.command_line.told import tell
from app.journal import Journal

DOMAIN = "record"


def run(arguments: Namespace, out: TextIO) -> int:
    """Write the record of a real or practice case (0), or say why not (1); 3 where a window holds the journal."""
    case: str = arguments.case
    return with_case(
        arguments, case, out, lambda journal: _write(journal, case, arguments.output, out), DOMAIN
    )


def _write(journal: Journal, case: str, target: Path, out: TextIO) -> int:
    # Only here, because no other command needs the record's room and its layout library.
    from app.record.pdf import WrittenRecord, write_record

    def words(written: WrittenRecord) -> str:
        return wording.say(
            DOMAIN,
            "written.draft" if written.is_draft else "written",
            case=written.case,
            revision=written.revision,
            pages=written.pages,
            path=str(written.path),
            head=f"{written.head[:8]} … {written.head[-8:]}",
        )

    return tell(write_record(journal, case, target.absolute()), words, out)
