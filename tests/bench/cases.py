"""Cases for measuring: a practice case driven by commands, with a clock that waits out every lock-out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app import wording
from app.clock import Reading, SystemClock
from app.edition import Edition
from app.journal import Journal
from app.practice import Room, ready_practice_case
from app.protocol_file import ReadProtocol, read_shipped_protocol
from app.read_models.pad import answer, pad_view
from app.read_models.step import step_view
from app.session import Session
from app.version import SOFTWARE
from injection_plan.commands import NoteOccurrence, ReadMark

SECOND_MS = 1000


class LeapingClock(SystemClock):
    """The system's clock, whose count runs a second ahead at every look, so that no lock-out is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = 0

    def now(self) -> Reading:
        """The time, with the count moved on."""
        self._looks += 1
        reading = super().now()
        return replace(reading, tick_ms=reading.tick_ms + self._looks * SECOND_MS)


def edition() -> Edition:
    """Return the shipped protocol as a practice case is opened under it."""
    read = read_shipped_protocol()
    assert isinstance(read, ReadProtocol)
    return Edition(read.protocol, read.digest, SOFTWARE, practice=True)


def practice_session(folder: Path) -> tuple[Journal, Session]:
    """Return an open journal and a practice case ready at its first aliquot."""
    journal = Journal.open(folder)
    return journal, ready_practice_case(Room(journal, LeapingClock(), "bench"), edition())


def give_all(session: Session) -> Iterator[None]:
    """Give and verify every aliquot, yielding after each stored entry."""
    while session.procedure is not None and (give := step_view(session.procedure).give) is not None:
        assert session.submit(give) is None
        yield
        assert session.submit(right_mark(session)) is None
        yield


def right_mark(session: Session) -> ReadMark:
    """Return the command of a nurse who reads the owed mark exactly."""
    assert session.procedure is not None
    view = pad_view(session.procedure)
    assert view is not None
    expected = session.procedure.syringe(view.owed.syringe).expected
    assert expected is not None
    command = answer(view, wording.number(expected))
    assert isinstance(command, ReadMark)
    return command


def long_case(folder: Path, entries: int) -> str:
    """Store a case of so many entries in a folder and return its id."""
    journal, session = practice_session(folder)
    for _ in give_all(session):
        pass
    while len(session.entries) < entries:
        assert session.submit(NoteOccurrence(text="measured")) is None
    journal.close()
    return session.case
