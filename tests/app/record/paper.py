"""Reading a record back as a person would get it: with poppler, which knows nothing of how it was written."""

from __future__ import annotations

import subprocess
from pathlib import Path

from app.journal import Journal
from app.record.pdf import WrittenRecord, write_record
from tests.app.record.told import ToldCase


def poppler(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages_of(path: Path) -> list[str]:
    """Return the text of every page, laid out as on the page."""
    return poppler("pdftotext", "-layout", str(path), "-").split("\f")[:-1]


def flat(text: str) -> str:
    """Return a text with every run of blanks and line ends made one blank."""
    return " ".join(text.split())


def record_of(case: ToldCase, folder: Path) -> tuple[WrittenRecord, list[str]]:
    """Store a case, write its record into the folder, and read its pages back."""
    with case.store(folder) as journal:
        written = written_in(journal, case, folder)
    return written, pages_of(written.path)


def written_in(journal: Journal, case: ToldCase, folder: Path) -> WrittenRecord:
    written = write_record(journal, case.case_id, folder)
    assert isinstance(written, WrittenRecord), written
    return written
