"""How soon the first screen is painted, how much memory a live case takes, how fast a press is answered."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import wording
from app.journal import CaseRow, Journal, Sealed
from app.practice import Room, ready_practice_case
from app.practice_folder import practice_folder
from app.session import Session
from injection_plan.procedure import Procedure
from tests.bench.cases import LeapingClock, edition
from tests.bench.measure import Figure, in_turn, milliseconds, percentile, ratio
from ui.application import application
from ui.windows import Desk, NurseWindow
from ui.windows.case_screens import screens_of
from ui.windows.casework import begin_with, casework

CASES = 2
GAP_MS = 65  # two characters closer than 50 ms are a scanner's


def _child(what: str, folder: Path, key: str) -> float:
    command = [sys.executable, "-m", "tests.bench.child", what, str(folder), str(time.time())]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(json.loads(said.splitlines()[-1])[key])


def first_screen() -> Figure:
    """From starting the process to the first painted screen, against a bare PySide6 window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _child("first", folder, "seconds")
        mine, theirs = in_turn(
            lambda: _child("first", folder, "seconds") * 1000,
            lambda: _child("bare", folder, "seconds") * 1000,
        )
    return ratio("start to first painted screen", mine, theirs, "ms", 2.5)


def memory() -> Figure:
    """Resident memory with a live case on the screen, against a bare PySide6 window."""
    with tempfile.TemporaryDirectory() as name:
        mine, theirs = in_turn(
            lambda: _child("live", Path(name), "megabytes"), lambda: _child("bare", Path(name), "megabytes")
        )
    return ratio("memory of a live case", mine, theirs, "MB", 2)


class TimedJournal(Journal):
    """The journal, with the time that its appends took."""

    spent_ms = 0.0

    def append(self, case_id: str, version: int, key: str, body: str, row: CaseRow) -> Sealed:
        """Append, and add up how long it took."""
        before = time.perf_counter()
        try:
            return super().append(case_id, version, key, body, row)
        finally:
            self.spent_ms += (time.perf_counter() - before) * 1000


class Pressing:
    """A nurse's window on a practice case, and how long each press takes from the key to the painted window."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        self.clock = LeapingClock()
        self.journal = TimedJournal.open(practice_folder(folder), clock=self.clock)
        self.desk = Desk(folder, Journal.open(folder, clock=self.clock), self.clock, "bench", self.journal)
        self.window = NurseWindow(self.desk, begin_with(screens_of(self.desk)))
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.activateWindow()
        self.total: list[float] = []
        self.disk: list[float] = []

    def play_one_case(self) -> None:
        """Give and verify a whole case by keys, measuring Space and Enter."""
        session = ready_practice_case(Room(self.journal, self.clock, "bench"), edition())
        casework(self.window).enter(session)
        QTest.qWait(GAP_MS)
        while session.procedure is not None and session.procedure.current is not None:
            mark = mark_of(session.procedure)
            self._measure(Qt.Key.Key_Space, session)
            for letter in mark:
                QTest.keyClicks(self.window, letter)
                QTest.qWait(GAP_MS)
            self._measure(Qt.Key.Key_Return, session)

    def _measure(self, key: Qt.Key, session: Session) -> None:
        before = len(session.entries)
        self.journal.spent_ms = 0.0

        def press_and_paint() -> None:
            QTest.keyClick(self.window, key)
            self.app.processEvents()

        self.total.append(milliseconds(press_and_paint))
        self.disk.append(self.journal.spent_ms)
        assert len(session.entries) == before + 1, "every measured press is stored"
        QTest.qWait(GAP_MS)

    def close(self) -> None:
        """Put everything away."""
        self.window.close()
        self.desk.close()


def presses() -> tuple[Figure, ...]:
    """From the key to the repainted window, entry on disk, for every Given and every mark of some cases."""
    with tempfile.TemporaryDirectory() as name:
        pressing = Pressing(Path(name))
        for _ in range(CASES):
            pressing.play_one_case()
        pressing.close()
    beyond = [whole - part for whole, part in zip(pressing.total, pressing.disk, strict=True)]
    whole = f"p50 {statistics.median(pressing.total):.2f}, p99 {percentile(pressing.total, 0.99):.2f} ms"
    disk = f"p99 {percentile(pressing.disk, 0.99):.2f} ms"
    return (
        Figure(
            "press, stored, repainted: beyond the disk, p50",
            statistics.median(beyond),
            "ms",
            6,
            f"{len(beyond)} presses; the whole {whole}",
        ),
        Figure("press, stored, repainted: beyond the disk, p99", percentile(beyond, 0.99), "ms", 16),
        Figure(
            "press, stored, repainted: of it the disk, p50",
            statistics.median(pressing.disk),
            "ms",
            None,
            disk,
        ),
    )


def mark_of(procedure: Procedure) -> str:
    """Return what a nurse will read after the current aliquot."""
    current = procedure.current
    assert current is not None
    assert current.planned is not None
    expected = procedure.syringe(current.syringe).expected
    assert expected is not None
    return wording.number(expected - current.planned)
