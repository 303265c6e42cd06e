"""The program with windows: Qt, typeface and theme, the journal, and the first window at once."""

from __future__ import annotations

import gc
import platform
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.journal import Journal, JournalError
from app.read_models.faults import why_closed
from ui.held_keys import HeldKeys
from ui.planning.closed_page import ClosedPage
from ui.theme import settle
from ui.windows import Desk, NurseWindow
from ui.windows.work import ListedWindow, Work

WIDTH, HEIGHT = 1440, 900
NAME_MOST = 80
JOURNAL_CLOSED = 3
SEEN_MS = 400  # the first screen is painted, and being read


class Beginning(StrEnum):
    """What the first window shows."""

    CASES = "cases"
    PRACTICE = "practice"
    FULL_PRACTICE = "full practice"


@dataclass(frozen=True, slots=True)
class StartRequest:
    """What was asked for on the way in; with `case` that case is opened, whatever `beginning` says."""

    beginning: Beginning = Beginning.CASES
    case: str | None = None


def application() -> QApplication:
    """Return the one Qt application, made and dressed when it is first asked for."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(sys.argv[:1])
    settle(made)
    HeldKeys(made)
    return made


def open_desk(folder: Path) -> Desk:
    """Return the desk of a data folder; a `JournalError` says why its journal cannot be had."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = SystemClock()
    journal = Journal.open(folder, clock=clock)
    return Desk(folder, journal, clock, (platform.node() or platform.system())[:NAME_MOST])


def open_window(desk: Desk, request: StartRequest) -> NurseWindow:
    """Return the nurse's window, showing what was asked for; it is not on the screen yet."""
    window = NurseWindow(desk, _begin_work)
    window.resize(WIDTH, HEIGHT)
    window.show_start()
    if request.case is not None:
        window.open_case_named(request.case)
        return window
    match request.beginning:
        case Beginning.CASES:
            window.ask_about_interrupted()
        case Beginning.PRACTICE:
            window.open_practice()
        case Beginning.FULL_PRACTICE:
            window.open_full_practice()
    return window


def _begin_work(window: ListedWindow) -> Work:
    """Begin the work on cases, with the screens of this program."""
    # Only here, because these rooms are most of what the program loads, and the first screen needs none of them.
    from ui.windows.case_screens import SCREENS
    from ui.windows.casework import Casework

    return Casework(window, SCREENS)


def start(folder: Path, request: StartRequest) -> int:
    """Run the program with windows until the last one is closed, and return its exit status.

    A journal that another program holds, or that cannot be opened, is said in a window of its own; status 3.
    """
    running = application()
    try:
        desk = open_desk(folder)
    except JournalError as fault:
        page = ClosedPage(why_closed(fault), str(folder))
        page.left.connect(running.quit)
        page.show()
        running.exec()
        return JOURNAL_CLOSED
    window = open_window(desk, request)
    window.show()
    gc.enable()
    QTimer.singleShot(SEEN_MS, window.begin_ahead)
    try:
        return running.exec()
    finally:
        desk.close()
