"""The tables, the marks of the file, and the settings without which no entry is confirmed.

WAL with synchronous=EXTRA lost nothing in any replayed power cut, at the price of one sync per entry; the
usual WAL+NORMAL loses acknowledged entries.  SQLite answers some settings with silence or with another
value, so each one is read back.  Below 3.51.3 SQLite can drop committed transactions when a WAL is reset.
"""

from typing import Final

import apsw

from app.journal.entries import Damage, Finding
from app.journal.faults import JournalDamaged, JournalRefused, WhyRefused

OLDEST_SQLITE: Final = (3, 51, 3)
APPLICATION_ID: Final = 0x494E4A4A
USER_VERSION: Final = 1

TABLES: Final = (
    """CREATE TABLE entries (
    case_id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    key TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    seal TEXT NOT NULL,
    PRIMARY KEY (case_id, version)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE cases (
    case_id TEXT NOT NULL PRIMARY KEY,
    participant TEXT NOT NULL,
    practice INTEGER NOT NULL,
    state TEXT NOT NULL,
    planned INTEGER NOT NULL,
    given INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    omitted INTEGER NOT NULL,
    given_ul INTEGER NOT NULL,
    last_entry_utc TEXT NOT NULL,
    version INTEGER NOT NULL,
    head TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END""",
    """CREATE TRIGGER entries_stand BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END""",
)

# (setting, value to set, value to read back); the first is set before anything is read, see `opening`.
EXCLUSIVE: Final = ("locking_mode", "EXCLUSIVE", "exclusive")
SETTINGS: Final[tuple[tuple[str, str, str | int], ...]] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "1", 1),
    ("checkpoint_fullfsync", "1", 1),
    ("mmap_size", "0", 0),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("wal_autocheckpoint", "1000", 1000),
)


def refuse_old_sqlite(version: str) -> None:
    """JournalRefused when this SQLite version, such as `3.54.1`, is older than the journal dares to trust."""
    if tuple(int(part) for part in version.split(".")) < OLDEST_SQLITE:
        raise JournalRefused(WhyRefused.OLD_SQLITE, version)


def refuse_read_only(store: apsw.Connection) -> None:
    """JournalRefused when the file can be read but not written."""
    if store.readonly("main"):
        raise JournalRefused(WhyRefused.NOT_WRITABLE)


def set_and_read_back(store: apsw.Connection, settings: tuple[tuple[str, str, str | int], ...]) -> None:
    """Sets each one and asks for it again; JournalRefused at the first that did not take."""
    for name, value, expected in settings:
        store.execute(f"PRAGMA {name}={value}").fetchall()
        found = store.execute(f"PRAGMA {name}").get
        if found != expected:
            reason = WhyRefused.NOT_WAL if name == "journal_mode" else WhyRefused.SETTING_IGNORED
            raise JournalRefused(reason, f"{name}={found}")


def is_blank(store: apsw.Connection) -> bool:
    """Whether the file holds nothing at all yet: new, or left so by a creation that was cut short."""
    empty = store.execute("SELECT count(*) FROM sqlite_schema").get == 0
    return bool(empty and _mark(store, "application_id") == 0 and _mark(store, "user_version") == 0)


def build(store: apsw.Connection) -> None:
    """Makes tables, triggers and marks in one transaction."""
    store.execute("BEGIN IMMEDIATE")
    for statement in TABLES:
        store.execute(statement)
    store.execute(f"PRAGMA application_id={APPLICATION_ID}")
    store.execute(f"PRAGMA user_version={USER_VERSION}")
    store.execute("COMMIT")


def refuse_strange(store: apsw.Connection) -> None:
    """JournalRefused for another program's file or a newer format; JournalDamaged for changed tables."""
    if _mark(store, "application_id") != APPLICATION_ID:
        raise JournalRefused(WhyRefused.WRONG_FILE)
    version = _mark(store, "user_version")
    if version > USER_VERSION:
        raise JournalRefused(WhyRefused.NEWER_FORMAT, str(version))
    found = {sql for (sql,) in store.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if version != USER_VERSION or found != set(TABLES):
        raise JournalDamaged(Finding(None, None, Damage.FILE_DAMAGED))


def _mark(store: apsw.Connection, name: str) -> int:
    return int(store.execute(f"PRAGMA {name}").get)
