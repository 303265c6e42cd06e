"""What lies in the journal, as frozen values: entries, seals, rows of the case list, findings."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Sealed:
    """One entry is on disk: its case, its version there (from 1), its key, its seal in 64 hex digits."""

    case_id: str
    version: int
    key: str
    seal: str


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """One entry as it lies on disk; `body` is the caller's canonical JSON, seals are 64 hex digits."""

    case_id: str
    version: int
    key: str
    body: str
    previous: str
    seal: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list, derived by the caller; microlitres, and the time as ISO 8601 UTC."""

    case_id: str
    participant: str
    practice: bool
    state: str
    planned: int
    given: int
    verified: int
    omitted: int
    given_ul: int
    last_entry_utc: str


class Damage(StrEnum):
    """What is wrong with the journal at one place."""

    UNREADABLE = "unreadable"
    SEAL_DIFFERS = "seal differs"
    CHAIN_BROKEN = "chain broken"
    VERSION_MISSING = "version missing"
    INDEX_DIFFERS = "index differs"
    FILE_DAMAGED = "file damaged"
    LOG_CUT = "log cut"


@dataclass(frozen=True, slots=True)
class Finding:
    """One damaged place: the case and the version where known; both None for the file as a whole."""

    case_id: str | None
    version: int | None
    what: Damage
