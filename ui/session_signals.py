"""The session as Qt sees it: commands go in; what was stored, refused or could not be stored comes out.

The only place of the path from a key to the disk where an exception is caught: here it can still be told.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.journal import JournalError
from app.session import Session
from injection_plan.commands import Command
from injection_plan.events import Entry
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from injection_plan.terms import Role


class SessionSignals(QObject):
    """One session for the windows: `changed` comes after an entry is on disk, never before."""

    changed = Signal(object)
    """A `Procedure`, after each stored entry."""

    refused = Signal(object)
    """A `Refusal`: nothing was stored, and nothing has changed."""

    unstored = Signal(object)
    """A `JournalError`: the entry is not stored, or nobody can tell; what is shown is as it was."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Listen to a session for as long as this object lives."""
        super().__init__(parent)
        self._session = session
        self._told = self.changed.emit
        session.listen(self._told)

    def end(self) -> None:
        """Hear no more of the session, and go: whoever showed the case shows another one now."""
        self._session.unlisten(self._told)
        self.deleteLater()

    @property
    def session(self) -> Session:
        """The session behind the signals, for what only reads it."""
        return self._session

    @property
    def procedure(self) -> Procedure | None:
        """The case as it is stored; nothing before it is opened."""
        return self._session.procedure

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The stored entries of the case, oldest first."""
        return self._session.entries

    def submit(self, command: Command, role: Role | None = None) -> bool:
        """Ask for something to happen, and return whether it is now on disk."""
        try:
            answer = self._session.submit(command, role=role)
        except JournalError as fault:
            self.unstored.emit(fault)
            return False
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
            return False
        return True
