"""Write a paper: read the case again and check it as the record does, lay it out, put the file in place whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.atomic_file import NotWritten, write_atomically
from app.clock import Clock, SystemClock
from app.journal import Journal
from app.protocol_file import ProtocolProblems, ReadProtocol, read_shipped_protocol
from app.record.checked_case import RecordRefused, WhyNoRecord, read_sound_case
from app.record.file_place import in_a_name, named, placed
from app.record.pages.marks import Mark
from app.record.pages.paint import paint
from app.record.pages.styles import UPRIGHT, Paper
from app.record.papers.carried import Carried
from app.record.papers.plan_sheet_content import plan_sheet
from app.record.papers.plan_sheet_pages import plan_sheet_pages
from app.record.papers.refused import PaperRefused, WhyNoPaper, as_paper
from app.record.papers.words import say
from app.record.papers.worksheet_content import worksheet_of_case, worksheet_of_protocol
from app.record.papers.worksheet_pages import worksheet_pages
from app.record.papers.worksheet_styles import LYING
from app.version import SOFTWARE
from injection_plan.procedure import Procedure


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper that stands on disk as it was laid out: where, how large, its SHA-256, and what it warns of, if any."""

    path: Path
    pages: int
    size: int
    sha256: str
    case: str
    warning: str


def write_plan_sheet(
    journal: Journal,
    case: str,
    target: Path,
    *,
    software: str = SOFTWARE,
    session_procedure: Procedure | None = None,
    clock: Clock | None = None,
) -> WrittenPaper | PaperRefused:
    """Write the plan sheet of a case to a file, or into a folder under its own name; or return why there is none.

    With `session_procedure` the journal must say what the screen shows. What stands against the plan is gathered at
    the time of the `clock`, the computer's where none is given. It must be called on the thread that opened the
    journal.
    """
    sound = read_sound_case(journal, case, session_procedure)
    if isinstance(sound, RecordRefused):
        return as_paper(sound)
    plan = sound.procedure.plan
    if plan is None:
        return PaperRefused(WhyNoPaper.NO_PLAN, case)
    sheet = plan_sheet(sound, plan, software, (clock or SystemClock()).now())
    name = say("file.plan", front=_codes(sheet.carried))
    return _put(sheet.carried, plan_sheet_pages(sheet), UPRIGHT, target, name)


def paper_name(paper: str, procedure: Procedure) -> str:
    """Return the name of a paper of a case, `plan_sheet` or `worksheet`: codes and a neutral word, never the arm."""
    front = say("file.case", participant=in_a_name(procedure.participant), case=in_a_name(procedure.case))
    key = "file.plan" if paper == "plan_sheet" else "file.worksheet"
    return named(say(key, front=front), practice=procedure.practice)


def write_worksheet(
    journal: Journal,
    case: str,
    target: Path,
    *,
    software: str = SOFTWARE,
    session_procedure: Procedure | None = None,
) -> WrittenPaper | PaperRefused:
    """Write the blank worksheet of a case, as `write_plan_sheet` writes its sheet."""
    sound = read_sound_case(journal, case, session_procedure)
    if isinstance(sound, RecordRefused):
        return as_paper(sound)
    sheet = worksheet_of_case(sound, software)
    name = say("file.worksheet", front=_codes(sheet.carried))
    return _put(sheet.carried, worksheet_pages(sheet), LYING, target, name)


def write_shipped_worksheet(target: Path, *, software: str = SOFTWARE) -> WrittenPaper | PaperRefused:
    """Write the blank worksheet of the protocol that comes with this program, or return why there is none."""
    try:
        read = read_shipped_protocol()
    except OSError as fault:
        return PaperRefused(WhyNoPaper.NO_PROTOCOL, fault.strerror or type(fault).__name__)
    if isinstance(read, ProtocolProblems):
        return PaperRefused(WhyNoPaper.NO_PROTOCOL, read.lines[0])
    return write_protocol_worksheet(read, target, software=software)


def write_protocol_worksheet(
    read: ReadProtocol, target: Path, *, software: str = SOFTWARE
) -> WrittenPaper | PaperRefused:
    """Write the blank worksheet of a whole protocol, for any participant; or return why it stands nowhere."""
    sheet = worksheet_of_protocol(read, software)
    protocol, version = in_a_name(read.protocol.protocol), in_a_name(read.protocol.version)
    front = say("file.protocol", protocol=protocol, version=version)
    return _put(sheet.carried, worksheet_pages(sheet), LYING, target, say("file.worksheet", front=front))


def _codes(carried: Carried) -> str:
    """Return what the names of the files of a case begin with."""
    return say("file.case", participant=in_a_name(carried.participant), case=in_a_name(carried.case))


def _put(
    carried: Carried, pages: list[list[Mark]], paper: Paper, target: Path, name: str
) -> WrittenPaper | PaperRefused:
    content = paint(pages, title=carried.title, software=carried.software, paper=paper)
    path = placed(target, name, practice=carried.practice)
    try:
        written = write_atomically(path, content)
    except NotWritten as fault:
        return PaperRefused(WhyNoRecord.NOT_WRITTEN, f"{fault.path}: {fault.reason.value}")
    return WrittenPaper(written.path, len(pages), written.size, written.sha256, carried.case, carried.warning)
