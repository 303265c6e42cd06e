"""`verify PATH`: does a journal, or a whole data folder, hold: chain, replay and sums; else which entry does not."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from app import wording
from app.case_check import CaseFinding, check_journal
from app.command_line.opening import SOUND, UNREADABLE, WRONG, NotOpenError, folders, open_journal

DOMAIN = "command_line"


def run(arguments: Namespace, out: TextIO) -> int:
    """Write what holds (0), what does not and where (1), or why nothing could be read (2; held by a window 3)."""
    path: Path = arguments.path
    found, wrong = 0, 0
    try:
        for folder in _folders_of(path.absolute()):
            with open_journal(folder) as journal:
                if journal is None:
                    continue
                found += 1
                findings = check_journal(journal)
                wrong += len(findings)
                out.writelines(_line(folder, finding) + "\n" for finding in findings)
                if not findings:
                    rows = journal.cases()
                    entries = sum(journal.head(row.case_id)[0] for row in rows)
                    words = wording.say(
                        DOMAIN, "verify.holds", folder=str(folder), cases=len(rows), entries=entries
                    )
                    out.write(words + "\n")
    except NotOpenError as closed:
        out.write(closed.sentence + "\n")
        return closed.status
    if not found:
        out.write(wording.say(DOMAIN, "verify.nothing", path=str(path)) + "\n")
        return UNREADABLE
    return WRONG if wrong else SOUND


def _folders_of(path: Path) -> tuple[Path, ...]:
    """A journal file stands for its own folder only; a data folder for its practice cases too."""
    return (path.parent,) if path.is_file() else folders(path)


def _line(folder: Path, finding: CaseFinding) -> str:
    key = finding.what.value.replace(" ", "_")
    return wording.say(
        DOMAIN,
        "verify.finding",
        folder=str(folder),
        case=finding.case or wording.say(DOMAIN, "verify.whole_journal"),
        version=finding.version if finding.version is not None else wording.say(DOMAIN, "verify.no_entry"),
        what=wording.say(DOMAIN, f"verify.{key}", detail=finding.detail),
    )
