"""How long an entry takes to be on disk, and how long a long case takes to be open."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from app.cases import read_case
from app.journal import CaseRow, Journal
from tests.bench.cases import LeapingClock, long_case, practice_session
from tests.bench.measure import TIMES, Figure, in_turn, milliseconds, ratio

COMMITS = 300
LONG = 400


def commit_against_bare_sync() -> Figure:
    """One entry appended by the journal against a bare write and fsync of the same bytes, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        journal, session = practice_session(Path(folder))
        body = session.entries[-1].model_dump_json()
        row = CaseRow("bench-1", "00-0000", True, "injecting", 36, 0, 0, 0, 0, "2026-01-01T00:00:00+00:00")
        plain = os.open(Path(folder) / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        version = 0

        def ours() -> float:
            nonlocal version
            version += 1
            return milliseconds(lambda: journal.append("bench-1", version, f"key-{version:08d}", body, row))

        def write_and_sync() -> None:
            os.write(plain, body.encode())
            os.fsync(plain)

        def theirs() -> float:
            return milliseconds(write_and_sync)

        appended, synced = in_turn(ours, theirs, COMMITS)
        os.close(plain)
        journal.close()
    return ratio("commit against bare write+fsync", appended, synced, "ms", 1.3)


def opening_a_long_case() -> Figure:
    """Open the journal and replay a case of 400 entries, against opening the journal alone."""
    with tempfile.TemporaryDirectory() as folder:
        case = long_case(Path(folder), LONG)

        def ours() -> float:
            def open_and_read() -> None:
                journal = Journal.open(Path(folder), clock=LeapingClock())
                read_case(journal, case)
                journal.close()

            return milliseconds(open_and_read)

        def theirs() -> float:
            return milliseconds(lambda: Journal.open(Path(folder), clock=LeapingClock()).close())

        opened, alone = in_turn(ours, theirs, TIMES)
    spent = sorted(opened)[len(opened) // 2]
    empty = sorted(alone)[len(alone) // 2]
    return Figure(f"opening a case of {LONG} entries", spent, "ms", None, f"the journal alone {empty:.2f} ms")
