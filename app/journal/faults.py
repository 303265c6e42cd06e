"""What can go wrong with the journal, as named exceptions that carry a reason and no sentence.

A refusal to open and a failure to store are faults, not answers: they are caught at the one place that
tells the user.
"""

from enum import StrEnum
from typing import Final

import apsw

from app.journal.entries import Damage, Finding
from app.journal.holder import Holder


class WhyRefused(StrEnum):
    """Why a journal was not opened."""

    ABSENT = "absent"
    NOT_WAL = "not wal"
    OLD_SQLITE = "old sqlite"
    SETTING_IGNORED = "setting ignored"
    NOT_WRITABLE = "not writable"
    WRONG_FILE = "wrong file"
    NEWER_FORMAT = "newer format"
    DISK_FAILED = "disk failed"


class WhyNotStored(StrEnum):
    """What kept an entry from being stored, or from being known to be stored."""

    DISK_FULL = "disk full"
    DISK_ERROR = "disk error"
    SYNC_FAILED = "sync failed"
    NOT_WRITABLE = "not writable"
    HELD = "held"
    DAMAGED = "damaged"
    OUT_OF_STEP = "out of step"
    KEY_TAKEN = "key taken"
    FAILED = "failed"


class JournalError(Exception):
    """Any fault of the journal."""


class JournalHeld(JournalError):
    """Another process has the journal open; `holder` is who left a note, None without a readable one."""

    def __init__(self, holder: Holder | None) -> None:
        """Names the holder."""
        super().__init__(holder)
        self.holder = holder


class JournalRefused(JournalError):
    """The journal was not opened; `detail` names the setting or the found value where there is one."""

    def __init__(self, reason: WhyRefused, detail: str = "") -> None:
        """Says why."""
        super().__init__(reason.value, detail)
        self.reason = reason
        self.detail = detail


class JournalDamaged(JournalError):
    """What lies on disk is not what was stored; `finding` says where, and what is wrong."""

    def __init__(self, finding: Finding) -> None:
        """Names the damaged place."""
        super().__init__(finding)
        self.finding = finding
        self.case_id: str | None = finding.case_id
        self.version: int | None = finding.version
        self.what: Damage = finding.what


class NotStored(JournalError):
    """It is certain that the entry is not in the journal."""

    def __init__(self, reason: WhyNotStored) -> None:
        """Says what kept it out."""
        super().__init__(reason.value)
        self.reason = reason


class StoreUnknown(JournalError):
    """Nobody can tell now whether the entry is in the journal; the same key, asked again, can settle it."""

    def __init__(self, reason: WhyNotStored) -> None:
        """Says what stood in the way."""
        super().__init__(reason.value)
        self.reason = reason


_SYNC_CODES: Final = frozenset({apsw.SQLITE_IOERR_FSYNC, apsw.SQLITE_IOERR_DIR_FSYNC})


def why(error: BaseException) -> WhyNotStored:
    """The reason behind an error from SQLite, from the system, or from opening the journal again."""
    match error:
        case apsw.FullError():
            return WhyNotStored.DISK_FULL
        case apsw.IOError() if getattr(error, "extendedresult", 0) in _SYNC_CODES:
            return WhyNotStored.SYNC_FAILED
        case apsw.IOError() | OSError() | JournalRefused(reason=WhyRefused.DISK_FAILED):
            return WhyNotStored.DISK_ERROR
        case apsw.BusyError() | JournalHeld():
            return WhyNotStored.HELD
        case apsw.CorruptError() | apsw.NotADBError() | JournalDamaged():
            return WhyNotStored.DAMAGED
        case apsw.ReadOnlyError() | apsw.CantOpenError() | JournalRefused():
            return WhyNotStored.NOT_WRITABLE
        case NotStored() | StoreUnknown():
            return error.reason
        case _:
            return WhyNotStored.FAILED
