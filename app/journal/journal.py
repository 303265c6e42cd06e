"""The journal of one data folder: append an entry and know that it is on disk, or say honestly what is known.

An error from COMMIT means *unknown*.  So after any error that SQLite gives, the file is closed and opened
again and the entry is looked up by its key: there with the same body is stored, absent is not stored, and
only when even that fails is it unknown.  Opening writes what it finds to the disk before anything is
believed (`opening`), so *there* means on disk.

One error allows no look-up.  After a failed sync the system may have thrown the unwritten pages away and
still show them, and the next sync would succeed with nothing behind it.  Then nothing is confirmed any more
until the program is started again: that entry is unknown, later ones are not even begun, and the file is
left as it lies.  The next start settles it: what is then in the journal is written anew to its place and
synced before it is shown.
"""

import contextlib
import threading
from pathlib import Path
from typing import NoReturn, Self

import apsw

from app.clock import Clock, SystemClock
from app.journal.checking import find_damage, read_chain, read_rows
from app.journal.entries import CaseRow, Finding, Sealed, StoredEntry
from app.journal.faults import JournalDamaged, JournalError, NotStored, StoreUnknown, WhyNotStored, why
from app.journal.holder import forget_holder, note_holder, this_process
from app.journal.opening import LOG_NAME, abandon, open_store
from app.journal.room import LOG_BYTES, RESERVE_BYTES, give_up_reserve, keep_reserve, lengthen_log
from app.journal.writing import Wanted, head_of, look_up, write


class Journal:
    """An open journal, held against every other process and bound to the thread that opened it."""

    def __init__(self, folder: Path, store: apsw.Connection) -> None:
        """Takes over an open store; `Journal.open` is the way in."""
        self._folder = folder
        self._store: apsw.Connection | None = store
        self._thread = threading.get_ident()
        self._sync_failed = False
        self._closed = False
        self._unknown: set[str] = set()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = True,
        reserve_bytes: int = RESERVE_BYTES,
        log_bytes: int = LOG_BYTES,
        clock: Clock | None = None,
    ) -> Self:
        """The journal in this folder, made if there is none and `create` allows it.

        Raises JournalHeld, JournalRefused or JournalDamaged, and then holds nothing.
        """
        store = open_store(folder, create=create)
        since = (clock or SystemClock()).now().utc.isoformat(timespec="seconds")
        note_holder(folder, this_process(since))
        lengthen_log(folder / LOG_NAME, log_bytes)
        keep_reserve(folder, reserve_bytes)
        return cls(folder, store)

    def append(self, case_id: str, version: int, key: str, body: str, row: CaseRow) -> Sealed:
        """Stores one entry, and returns when it is on disk and was read back.

        `version` must follow the last one of the case; `key` is unique for good, and asking again with the
        same key, version and body finds the entry instead of storing it twice.  Raises NotStored when it is
        certain that nothing was stored, StoreUnknown when nobody can tell, JournalDamaged when the chain of
        this case is broken.
        """
        if row.case_id != case_id or version < 1 or not key:
            raise ValueError(case_id, version, key)
        wanted = Wanted(case_id, version, key, body, row)
        if self._sync_failed:
            self._give_up(key, WhyNotStored.SYNC_FAILED)
        try:
            store = self._reach()
        except JournalError as error:
            self._give_up(key, why(error))
        sealed = self._attempt(store, wanted)
        self._unknown.discard(key)
        return sealed

    def entries(self, case_id: str) -> tuple[StoredEntry, ...]:
        """All entries of a case in order, their chain checked; JournalDamaged at the first thing wrong."""
        entries, findings = read_chain(self._reach(), case_id)
        if findings:
            raise JournalDamaged(findings[0])
        return entries

    def cases(self) -> tuple[CaseRow, ...]:
        """The case list, newest entry first; JournalDamaged when a row is not as it was stored."""
        rows: list[CaseRow] = []
        for row in read_rows(self._reach()):
            if isinstance(row, Finding):
                raise JournalDamaged(row)
            rows.append(row)
        return tuple(rows)

    def head(self, case_id: str) -> tuple[int, str]:
        """The last version of a case and its seal, 64 hex digits; 0 and the genesis seal before any."""
        return head_of(self._reach(), case_id)

    def check(self, case_id: str | None = None) -> tuple[Finding, ...]:
        """Everything wrong with one case, or with the whole journal, read from disk; else empty."""
        return find_damage(self._reach(), case_id)

    def close(self) -> None:
        """Lets the journal go; twice is once.  An error costs nothing: the log has all that was confirmed."""
        self._confine()
        self._closed = True
        if self._store is not None and not self._sync_failed:
            forget_holder(self._folder)
            with contextlib.suppress(apsw.Error):
                self._store.close(force=True)
        self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _confine(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("the journal belongs to the thread that opened it")

    def _reach(self) -> apsw.Connection:
        self._confine()
        if self._closed:
            raise RuntimeError("the journal is closed")
        if self._store is None:
            self._store = open_store(self._folder, create=False)
        return self._store

    def _attempt(self, store: apsw.Connection, wanted: Wanted) -> Sealed:
        try:
            return write(store, wanted)
        except (NotStored, JournalDamaged):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the entry's own key tells what became of it
            reason = why(error)
        self._unknown.add(wanted.key)
        if reason is WhyNotStored.SYNC_FAILED:
            self._stop_confirming(store)
            raise StoreUnknown(reason)
        return self._settle(wanted, reason)

    def _settle(self, wanted: Wanted, reason: WhyNotStored) -> Sealed:
        """What became of an entry after an error: stored, tried again with the reserve given up, or not."""
        self._let_go()
        room_made = reason is WhyNotStored.DISK_FULL and give_up_reserve(self._folder)
        try:
            store = self._reach()
            known = look_up(store, wanted)
        except NotStored:
            raise
        except Exception as error:
            self._let_go()
            raise StoreUnknown(reason) from error
        if known:
            return known
        if room_made:
            return self._attempt(store, wanted)
        self._unknown.discard(wanted.key)
        raise NotStored(reason)

    def _give_up(self, key: str, reason: WhyNotStored) -> NoReturn:
        """Nothing was begun now; but an earlier attempt with the same key may have come through."""
        raise StoreUnknown(reason) if key in self._unknown else NotStored(reason)

    def _stop_confirming(self, store: apsw.Connection) -> None:
        self._sync_failed = True
        if store.in_transaction:
            store.execute("ROLLBACK")

    def _let_go(self) -> None:
        if self._store is not None:
            abandon(self._store)
        self._store = None
