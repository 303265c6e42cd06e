"""The desk: the journals, the clock and the name of this workstation, from which every case is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.cases import new_session, practice_folder, resume_session
from app.clock import Clock, Reading
from app.journal import Journal, JournalError
from app.practice import Room, ready_practice_case
from app.read_models.case_list import CaseLine, case_lines
from app.read_models.new_case_steps import Edition, NewCase
from app.session import Session


@dataclass(slots=True)
class Desk:
    """Where this workstation's cases are opened; practice has a journal of its own, opened when first needed."""

    folder: Path
    journal: Journal
    clock: Clock
    workstation: str
    _practice: Journal | None = field(default=None)

    def now(self) -> Reading:
        """Return the time at this moment."""
        return self.clock.now()

    def journal_of(self, *, practice: bool) -> Journal:
        """Return the journal of the real or of the practice cases; a `JournalError` says why it cannot be had."""
        if not practice:
            return self.journal
        if self._practice is None:
            self._practice = Journal.open(practice_folder(self.folder), clock=self.clock)
        return self._practice

    def lines(self) -> tuple[CaseLine, ...]:
        """Return the list of cases, practice included where there was any."""
        rows = self.journal.cases()
        if self._practice is not None or practice_folder(self.folder).is_dir():
            rows += self.journal_of(practice=True).cases()
        return case_lines(rows, self.now())

    def lines_without_practice(self) -> tuple[CaseLine, ...]:
        """Return the list of the real cases alone, as when another program is practising."""
        return case_lines(self.journal.cases(), self.now())

    def why_no_practice(self) -> JournalError | None:
        """Return what keeps the practice cases from being read, or nothing."""
        if self._practice is None and not practice_folder(self.folder).is_dir():
            return None
        try:
            self.journal_of(practice=True)
        except JournalError as fault:
            return fault
        return None

    def resume(self, line: CaseLine) -> Session:
        """Return a session on a stored case, where its last entry left it."""
        journal = self.journal_of(practice=line.practice)
        return resume_session(journal, self.clock, self.workstation, line.case)

    def begin(self, case: NewCase, *, practice: bool) -> Session:
        """Return a session for a new case, whose first command opens it."""
        journal = self.journal_of(practice=practice)
        return new_session(
            journal, self.clock, self.workstation, case.verifier, case.participant, practice=practice
        )

    def begin_practice(self, edition: Edition) -> Session:
        """Return a practice case ready at its first aliquot."""
        journal = self.journal_of(practice=True)
        return ready_practice_case(Room(journal, self.clock, self.workstation), edition)

    def close(self) -> None:
        """Let the journals go."""
        self.journal.close()
        if self._practice is not None:
            self._practice.close()
