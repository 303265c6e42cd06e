"""A nurse's window on a real journal, with two plain screens in the place of hands and closing."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.journal import CaseRow, Journal, NotStored, Sealed, WhyNotStored
from app.read_models.case_list import CaseLine
from injection_plan.events import Entry
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from tests.app.read_models.forms import StillClock
from ui.checks.tick_box import TickBox
from ui.windows import Desk, NurseWindow
from ui.windows.casework import begin_with, signals_of
from ui.windows.screens import Screens


class PlainScreen(QWidget):
    """Shows a case as its version, and lets a test wish."""

    wished = Signal(object)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Procedure] = []
        self.refused: list[Refusal] = []
        self.unstored: list[str] = []

    def show_procedure(self, procedure: Procedure, entries: tuple[Entry, ...]) -> None:
        assert len(entries) == procedure.version
        self.shown.append(procedure)

    def show_refusal(self, refusal: Refusal) -> None:
        self.refused.append(refusal)

    def show_unstored(self, words: str) -> None:
        self.unstored.append(words)

    def as_widget(self) -> QWidget:
        return self


class LiveScreen(PlainScreen):
    """In the place of the hands."""


class ClosingScreen(PlainScreen):
    """In the place of the closing."""


class FullDisk(Journal):
    """A journal that can be told to store nothing."""

    full = False

    def append(self, case_id: str, version: int, key: str, body: str, row: CaseRow) -> Sealed:
        if self.full:
            raise NotStored(WhyNotStored.DISK_FULL)
        return super().append(case_id, version, key, body, row)


@dataclass
class Theatre:
    """One workstation: its folder, its journal and its window."""

    folder: Path
    qtbot: QtBot
    clock: StillClock = field(default_factory=StillClock)

    def open(self) -> None:
        self.journal = FullDisk.open(self.folder, reserve_bytes=4096)
        self.desk = Desk(self.folder, self.journal, self.clock, "theatre 1")
        self.window = NurseWindow(self.desk, begin_with(Screens(LiveScreen, ClosingScreen)))
        self.qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.show_start()
        self.come_forward()

    def come_forward(self) -> None:
        """Be the window that keys go to."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def end(self) -> None:
        """The program ends without a word, as in a power cut."""
        self.window.close()
        self.desk.close()

    @property
    def page(self) -> QWidget:
        page = self.window.pages.currentWidget()
        assert page is not None
        return page

    def texts(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel))

    def lines(self) -> tuple[CaseLine, ...]:
        return self.desk.lines()

    def tick_all(self) -> None:
        for box in self.page.findChildren(TickBox):
            box.setChecked(True)

    def kinds(self) -> list[str]:
        signals = signals_of(self.window)
        assert signals is not None
        return [entry.event.kind for entry in signals.entries]


def settle() -> None:
    """Let Qt do what it put off."""
    QApplication.processEvents()
