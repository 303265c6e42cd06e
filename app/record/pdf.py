"""Write the record of a case: read it again, check it, lay it out, put the file in place whole, open it and compare.

Everything of this room is imported only when a record is first asked for, because reportlab would delay the first
screen: by `ui` and `app.command_line`, inside the function that asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.atomic_file import NotWritten, write_atomically
from app.journal import Journal
from app.record.checked_case import RecordRefused, SoundCase, WhyNoRecord, read_sound_case
from app.record.content.record_content import record_content
from app.record.content.words import say
from app.record.file_place import in_a_name, named, placed
from app.record.pages.record_pages import printed_record
from app.version import SOFTWARE
from injection_plan.procedure import Procedure


@dataclass(frozen=True, slots=True)
class WrittenRecord:
    """A record that stands on disk as it was laid out: where, how large, its SHA-256, and which record it is.

    `head` is the seal of the last entry it holds, 64 hex digits; a draft is not signed, or not closed.
    """

    path: Path
    pages: int
    size: int
    sha256: str
    case: str
    revision: int
    head: str
    is_draft: bool


def write_record(
    journal: Journal,
    case: str,
    target: Path,
    *,
    software: str = SOFTWARE,
    session_procedure: Procedure | None = None,
) -> WrittenRecord | RecordRefused:
    """Write the record of a case to a file, or into a folder under its own name; or return why there is none.

    With `session_procedure` the journal must say what the screen shows. It must be called on the thread that opened
    the journal; `read_sound_case` and `write_pages` are its two halves, of which the second may run on another.
    """
    sound = read_sound_case(journal, case, session_procedure)
    if isinstance(sound, RecordRefused):
        return sound
    return write_pages(sound, target, software=software)


def write_pages(sound: SoundCase, target: Path, *, software: str = SOFTWARE) -> WrittenRecord | RecordRefused:
    """Lay out a case that was found sound and put its file in place; any thread may do this."""
    procedure = sound.procedure
    printed = printed_record(record_content(sound, software))
    path = placed(target, _own_name(procedure), practice=procedure.practice)
    try:
        written = write_atomically(path, printed.content)
    except NotWritten as fault:
        return RecordRefused(WhyNoRecord.NOT_WRITTEN, f"{fault.path}: {fault.reason.value}")
    return WrittenRecord(
        path=written.path,
        pages=printed.pages,
        size=written.size,
        sha256=written.sha256,
        case=procedure.case,
        revision=procedure.revision,
        head=sound.head,
        is_draft=not procedure.is_signed,
    )


def record_name(procedure: Procedure) -> str:
    """Return the neutral name of a case's record: codes, no arm; a practice record says so first."""
    return named(_own_name(procedure), practice=procedure.practice)


def _own_name(procedure: Procedure) -> str:
    parts = {"participant": in_a_name(procedure.participant), "case": in_a_name(procedure.case)}
    return say("file.name", revision=procedure.revision, **parts)
