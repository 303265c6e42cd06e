"""One entry into the store: look the key up, read the head, insert, commit, read the seal back.

All of it but the last step is one transaction, so that two windows or two presses can never follow the same
head.
"""

from dataclasses import dataclass
from typing import Final

import apsw

from app.journal.entries import CaseRow, Damage, Finding, Sealed
from app.journal.faults import JournalDamaged, NotStored, WhyNotStored
from app.journal.seal import genesis, index_digest, seal

_BY_KEY: Final = "SELECT case_id, version, body, previous, seal FROM entries WHERE key = ?"
_INDEXED: Final = "SELECT version, head FROM cases WHERE case_id = ?"
_SEAL: Final = "SELECT seal FROM entries WHERE case_id = ? AND version = ?"
_INSERT: Final = "INSERT INTO entries (case_id, version, key, body, previous, seal) VALUES (?, ?, ?, ?, ?, ?)"
_INDEX: Final = """INSERT OR REPLACE INTO cases (case_id, participant, practice, state, planned, given,
verified, omitted, given_ul, last_entry_utc, version, head, digest)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry on its way to the disk, with the row the case list shall show after it."""

    case_id: str
    version: int
    key: str
    body: str
    row: CaseRow


def write(store: apsw.Connection, wanted: Wanted) -> Sealed:
    """Stores an entry, or finds it stored before; NotStored and JournalDamaged leave nothing behind.

    Any other exception leaves it open whether the entry is on disk.
    """
    store.execute("BEGIN IMMEDIATE")
    try:
        known = look_up(store, wanted)
        previous = None if known else _head_before(store, wanted)
    except (NotStored, JournalDamaged):
        store.execute("ROLLBACK")
        raise
    if known or previous is None:
        store.execute("ROLLBACK")
    else:
        _insert(store, wanted, previous)
        store.execute("COMMIT")
        known = look_up(store, wanted)
    if known is None:
        raise LookupError(wanted.key)
    return known


def look_up(store: apsw.Connection, wanted: Wanted) -> Sealed | None:
    """The seal under which this very entry is stored, or None; NotStored when its key is another's."""
    row = store.execute(_BY_KEY, (wanted.key,)).fetchone()
    if row is None:
        return None
    case_id, version, body, previous, sealed = row
    if (case_id, version, body) != (wanted.case_id, wanted.version, wanted.body):
        raise NotStored(WhyNotStored.KEY_TAKEN)
    if sealed != seal(str(previous), wanted.case_id, wanted.version, wanted.key, wanted.body):
        raise JournalDamaged(Finding(wanted.case_id, wanted.version, Damage.SEAL_DIFFERS))
    return Sealed(wanted.case_id, wanted.version, wanted.key, str(sealed))


def head_of(store: apsw.Connection, case_id: str) -> tuple[int, str]:
    """The last version of a case and its seal; version 0 and the genesis seal for a case without entries."""
    indexed = store.execute(_INDEXED, (case_id,)).fetchone()
    if indexed is None:
        return 0, genesis(case_id)
    version, head = indexed
    if store.execute(_SEAL, (case_id, version)).fetchone() != (head,):
        raise JournalDamaged(Finding(case_id, int(version), Damage.INDEX_DIFFERS))
    return int(version), str(head)


def _head_before(store: apsw.Connection, wanted: Wanted) -> str:
    version, head = head_of(store, wanted.case_id)
    if wanted.version != version + 1:
        raise NotStored(WhyNotStored.OUT_OF_STEP)
    return head


def _insert(store: apsw.Connection, wanted: Wanted, previous: str) -> None:
    sealed = seal(previous, wanted.case_id, wanted.version, wanted.key, wanted.body)
    store.execute(_INSERT, (wanted.case_id, wanted.version, wanted.key, wanted.body, previous, sealed))
    row = wanted.row
    store.execute(
        _INDEX,
        (
            row.case_id, row.participant, int(row.practice), row.state,
            row.planned, row.given, row.verified, row.omitted, row.given_ul, row.last_entry_utc,
            wanted.version, sealed, index_digest(sealed, wanted.version, row),
        ),
    )  # fmt: skip
