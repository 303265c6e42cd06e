"""The desk: the journals, the clock and the name of this workstation, from which every case is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.clock import Clock, Reading
from app.journal import Journal, JournalError
from app.practice_folder import practice_folder
from app.read_models.case_list import CaseLine, case_lines
from app.settings import ReadSettings, Settings, settings_path


@dataclass(slots=True)
class Desk:
    """Where this workstation's cases are opened; practice has a journal of its own, opened when first needed.

    `settings_file` is what the workstation is set to, and the file that says so. `folder_is_named` is whether the
    folder was named at the start, which comes before the one that is set.
    """

    folder: Path
    journal: Journal
    clock: Clock
    workstation: str
    _practice: Journal | None = field(default=None)
    settings_file: ReadSettings = field(default_factory=lambda: ReadSettings(settings_path(), Settings()))
    folder_is_named: bool = False

    @property
    def settings(self) -> Settings:
        """What this workstation is set to."""
        return self.settings_file.settings

    def take_settings(self, read: ReadSettings) -> None:
        """Take settings that were saved just now; cases opened from here on follow them."""
        self.settings_file = read
        self.workstation = read.settings.workstation

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

    def close(self) -> None:
        """Let the journals go."""
        self.journal.close()
        if self._practice is not None:
            self._practice.close()
