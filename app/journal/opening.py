"""Opening the store: the place, the lock, the settings, the marks, and everything found there made durable.

Creating is done apart from using: create, close, sync the folder, open again, check.  The lock is SQLite's
own and is taken here, so that a second instance is refused at once and one that died leaves nothing to
clear away.
"""

import contextlib
import ctypes
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import apsw

from app.atomic_file import sync_folder
from app.journal.entries import Damage, Finding
from app.journal.faults import JournalDamaged, JournalError, JournalHeld, JournalRefused, WhyRefused
from app.journal.holder import read_holder
from app.journal.log_check import confirmed_entries_lost
from app.journal.schema import (
    EXCLUSIVE,
    SETTINGS,
    build,
    is_blank,
    refuse_old_sqlite,
    refuse_read_only,
    refuse_strange,
    set_and_read_back,
)

NAME: Final = "journal.sqlite"
LOG_NAME: Final = NAME + "-wal"


def open_store(folder: Path, *, create: bool) -> apsw.Connection:
    """The one connection to the journal in a folder, locked and checked; JournalError says why not."""
    refuse_old_sqlite(apsw.sqlite_lib_version())
    with _faults_named(folder):
        _make_place(folder, create=create)
        store = _connect(folder)
        try:
            if is_blank(store):
                store = _built(store, folder, create=create)
            refuse_strange(store)
            _settle(store, folder)
        except BaseException:
            abandon(store)
            raise
    return store


def abandon(store: apsw.Connection) -> None:
    """Lets go of file and lock and leaves everything on disk as it lies, whatever the disk answers."""
    with contextlib.suppress(apsw.Error):
        store.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    with contextlib.suppress(apsw.Error):
        store.close(force=True)


def _make_place(folder: Path, *, create: bool) -> None:
    path = folder / NAME
    if path.exists():
        return
    if not create:
        raise JournalRefused(WhyRefused.ABSENT)
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(folder.parent)
    # Made here as SQLite would leave it readable for others; never opened beside SQLite once it is locked.
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _connect(folder: Path) -> apsw.Connection:
    store = apsw.Connection(str(folder / NAME), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        refuse_read_only(store)
        set_and_read_back(store, (EXCLUSIVE,))
        # Looked at before the first setting that writes: a file of another program stays as it is.
        if not is_blank(store):
            refuse_strange(store)
        set_and_read_back(store, SETTINGS)
        store.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    except BaseException:
        abandon(store)
        raise
    return store


def _built(store: apsw.Connection, folder: Path, *, create: bool) -> apsw.Connection:
    if not create:
        raise JournalRefused(WhyRefused.ABSENT)
    build(store)
    store.close()
    sync_folder(folder)
    return _connect(folder)


def _settle(store: apsw.Connection, folder: Path) -> None:
    """After a kill, what was found may lie in memory only: nothing is shown before it is on disk."""
    frames, _ = store.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_NOOP)
    log = folder / LOG_NAME
    if confirmed_entries_lost(log, max(frames, 0)):
        raise JournalDamaged(Finding(None, None, Damage.LOG_CUT))
    keep = ctypes.c_int(1)
    store.file_control("main", apsw.SQLITE_FCNTL_PERSIST_WAL, ctypes.addressof(keep))
    if frames <= 0:
        return
    # On a full disk the entries stay in the log, which is synced by itself.
    with log.open("rb+") as file:
        os.fsync(file.fileno())
    with contextlib.suppress(apsw.FullError):
        store.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)


@contextlib.contextmanager
def _faults_named(folder: Path) -> Iterator[None]:
    try:
        yield
    except JournalError:
        raise
    except (apsw.BusyError, apsw.LockedError) as error:
        raise JournalHeld(read_holder(folder)) from error
    except apsw.NotADBError as error:
        raise JournalRefused(WhyRefused.WRONG_FILE) from error
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError, PermissionError) as error:
        raise JournalRefused(WhyRefused.NOT_WRITABLE) from error
    except (apsw.IOError, apsw.FullError, OSError) as error:
        raise JournalRefused(WhyRefused.DISK_FAILED) from error
    except Exception as error:
        # A damaged file makes answers undecodable: UnicodeDecodeError and worse, none of them SQLite's own.
        raise JournalDamaged(Finding(None, None, Damage.FILE_DAMAGED)) from error
