"""The program with windows: Qt, typeface and theme, the journal, and the first window at once."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.folder_check import check_folder
from app.journal import Journal, JournalError
from app.read_models.faults import why_closed
from app.read_models.settings_words import unfit_at_start_words
from app.settings import ReadSettings, Settings, folder_of, read_settings, settings_path
from ui.held_keys import HeldKeys
from ui.theme import settle
from ui.windows import Desk, NurseWindow
from ui.windows.work import ListedWindow, Work
from ui.windows.worn import wear

WIDTH, HEIGHT = 1440, 900
JOURNAL_CLOSED = 3
UNFIT_FOLDER = 2
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


def open_desk(folder: Path, read: ReadSettings | None = None) -> Desk:
    """Return the desk of a data folder; a `JournalError` says why its journal cannot be had.

    Without settings that were read, every setting is at its default.
    """
    read = read or ReadSettings(settings_path(), Settings())
    folder.mkdir(parents=True, exist_ok=True)
    clock = SystemClock()
    journal = Journal.open(folder, clock=clock)
    return Desk(
        folder,
        journal,
        clock,
        read.settings.workstation,
        settings_file=read,
        folder_is_named=_is_named(folder, read),
    )


def _is_named(folder: Path, read: ReadSettings) -> bool:
    """Say whether a folder is another than the one that is set, so that it was named at the start."""
    return folder != folder_of(read.settings).absolute()


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
    from ui.windows.case_screens import screens_of
    from ui.windows.casework import Casework

    return Casework(window, screens_of(window.desk))


def start(folder: Path, request: StartRequest) -> int:
    """Run the program with windows until the last one is closed, and return its exit status.

    A folder that may hold no cases is said in a window of its own, status 2; so is a journal that another program
    holds, or that cannot be opened, status 3.
    """
    running = application()
    read = read_settings()
    wear(read.settings)
    unfit = check_folder(folder)
    if unfit is not None:
        sentence = unfit_at_start_words(unfit, named=_is_named(folder, read))
        sys.stderr.write(sentence + "\n")
        _refuse(running, sentence, folder, read)
        return UNFIT_FOLDER
    try:
        desk = open_desk(folder, read)
    except JournalError as fault:
        _refuse(running, why_closed(fault), folder, read)
        return JOURNAL_CLOSED
    window = open_window(desk, request)
    window.say_settings_problems()
    window.show()
    gc.enable()
    QTimer.singleShot(SEEN_MS, window.begin_ahead)
    try:
        return running.exec()
    finally:
        desk.close()


def _refuse(running: QApplication, sentence: str, folder: Path, read: ReadSettings) -> None:
    """Say in a window of its own why nothing can begin."""
    # Only here, because a start that is not refused needs none of it.
    from ui.windows.refused_start import closed_page, tell_why

    tell_why(running, closed_page(sentence, folder, read, is_named=_is_named(folder, read)))
