"""Reading the chains back and saying what is wrong with them, as values.

Everything is read as raw bytes and everything is doubted: a damaged file yields wrong types, text that is
no text, and errors of every kind from the middle of a query.  None of that may stop the look at the other
cases.
"""

from collections.abc import Iterator

import apsw

from app.journal.entries import CaseRow, Damage, Finding, StoredEntry
from app.journal.seal import genesis, index_digest, seal

_CHAIN = """SELECT version, CAST(key AS BLOB), CAST(body AS BLOB), CAST(previous AS BLOB), CAST(seal AS BLOB)
FROM entries WHERE case_id = ? ORDER BY version"""
_CASE_IDS = """SELECT CAST(case_id AS BLOB) FROM entries
UNION SELECT CAST(case_id AS BLOB) FROM cases ORDER BY 1"""
_ROWS = """SELECT CAST(case_id AS BLOB), CAST(participant AS BLOB), practice, CAST(state AS BLOB), planned,
given, verified, omitted, given_ul, CAST(last_entry_utc AS BLOB), version, CAST(head AS BLOB),
CAST(digest AS BLOB)
FROM cases"""


def read_chain(store: apsw.Connection, case_id: str) -> tuple[tuple[StoredEntry, ...], tuple[Finding, ...]]:
    """The entries of a case as they lie there, and all that is wrong with their chain and index row."""
    entries: list[StoredEntry] = []
    findings: list[Finding] = []
    try:
        for raw in store.execute(_CHAIN, (case_id,)):
            entry = _entry(case_id, raw)
            findings += _faults_of(entry, entries[-1] if entries else None)
            entries.append(entry)
        findings += _index_faults(store, case_id, entries)
    except Exception:  # noqa: BLE001 - see the module: a damaged file raises anything
        last = entries[-1].version if entries else 0
        findings.append(Finding(case_id, last + 1, Damage.UNREADABLE))
    return tuple(entries), tuple(findings)


def find_damage(store: apsw.Connection, case_id: str | None) -> tuple[Finding, ...]:
    """Everything wrong with one case, or with all of them and the file around them; else empty."""
    store.release_memory()  # what SQLite still remembers is not what lies on disk
    if case_id is not None:
        return read_chain(store, case_id)[1]
    return tuple(_damage_of_file(store))


def read_rows(store: apsw.Connection) -> Iterator[CaseRow | Finding]:
    """The rows of the case list, newest entry first, each one checked; a damaged row comes as a finding."""
    try:
        for raw in store.execute(_ROWS + " ORDER BY last_entry_utc DESC, case_id DESC"):
            yield _row(raw)[0] if _row_stands(raw) else Finding(_text(raw[0]), None, Damage.INDEX_DIFFERS)
    except Exception:  # noqa: BLE001 - as above
        yield Finding(None, None, Damage.UNREADABLE)


def _damage_of_file(store: apsw.Connection) -> Iterator[Finding]:
    try:
        sound = [text for (text,) in store.execute("PRAGMA integrity_check")] == ["ok"]
        case_ids = [bytes(raw).decode() for (raw,) in store.execute(_CASE_IDS)]
    except Exception:  # noqa: BLE001 - as above
        yield Finding(None, None, Damage.FILE_DAMAGED)
        return
    if not sound:
        yield Finding(None, None, Damage.FILE_DAMAGED)
    for case_id in case_ids:
        yield from read_chain(store, case_id)[1]


def _entry(case_id: str, raw: tuple[object, ...]) -> StoredEntry:
    version, *texts = raw
    if not isinstance(version, int):
        raise ValueError(version)
    key, body, previous, sealed = (_text(value) for value in texts)
    return StoredEntry(case_id, version, key, body, previous, sealed)


def _faults_of(entry: StoredEntry, before: StoredEntry | None) -> Iterator[Finding]:
    place = (entry.case_id, entry.version)
    if entry.version != (before.version if before else 0) + 1:
        yield Finding(entry.case_id, (before.version if before else 0) + 1, Damage.VERSION_MISSING)
    elif entry.previous != (before.seal if before else genesis(entry.case_id)):
        yield Finding(*place, Damage.CHAIN_BROKEN)
    if entry.seal != seal(entry.previous, entry.case_id, entry.version, entry.key, entry.body):
        yield Finding(*place, Damage.SEAL_DIFFERS)


def _index_faults(store: apsw.Connection, case_id: str, entries: list[StoredEntry]) -> Iterator[Finding]:
    rows = list(store.execute(_ROWS + " WHERE case_id = ?", (case_id,)))
    if not rows and not entries:
        return
    version, head = (entries[-1].version, entries[-1].seal) if entries else (0, genesis(case_id))
    if not (rows and _row_stands(rows[0]) and _row(rows[0])[1:] == (version, head)):
        yield Finding(case_id, version, Damage.INDEX_DIFFERS)


def _row_stands(raw: tuple[object, ...]) -> bool:
    row, version, head = _row(raw)
    return _text(raw[-1]) == index_digest(head, version, row)


def _row(raw: tuple[object, ...]) -> tuple[CaseRow, int, str]:
    case_id, participant, practice, state, *numbers, last, version, head, _ = raw
    planned, given, verified, omitted, given_ul, at = (_number(value) for value in (*numbers, version))
    flag = bool(_number(practice))
    row = CaseRow(
        _text(case_id), _text(participant), flag, _text(state),
        planned, given, verified, omitted, given_ul, _text(last),
    )  # fmt: skip
    return row, at, _text(head)


def _text(value: object) -> str:
    if not isinstance(value, bytes):
        raise ValueError(value)
    return value.decode()


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(value)
    return value
