"""The performance: opens the windows on a practice case, plays it, and keeps its record and screenshots."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from app import wording
from app.command_line.display import has_display
from app.journal import JournalError
from app.read_models.blind import OPEN_EYES
from app.read_models.faults import why_closed
from app.read_models.totals import totals
from app.record.checked_case import RecordRefused
from app.record.pdf import write_record
from injection_plan.procedure import Procedure
from ui.application import Beginning, StartRequest, application, open_desk, open_window
from ui.rehearsal.cast import practice_cast
from ui.rehearsal.closing_part import ClosingPart
from ui.rehearsal.keyboard import Keyboard, OutOfReachError
from ui.rehearsal.live_part import LivePart
from ui.rehearsal.planning_part import PlanningPart
from ui.rehearsal.seat import Seat
from ui.rehearsal.time_out_part import TimeOutPart
from ui.review.screen import ReviewScreen
from ui.windows import Desk, NurseWindow
from ui.windows.casework import signals_of

DOMAIN = "command_line"
PLAYED, FAILED, UNREADABLE, HELD = 0, 1, 2, 3
SIZE = (1920, 1080)
OFF_SCREEN_REMARK = "propagateSizeHints"
SETTLING_MS = 80  # a question that was just asked is laid out a moment after it is shown


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be played: in which data folder, and where record and screenshots go; nothing means not at all.

    A `full` one begins at the empty set-up, another one at the first aliquot of a prepared plan.
    """

    folder: Path
    record: Path | None
    screens: Path | None
    full: bool = False


def perform(programme: Programme, out: TextIO) -> int:
    """Play one practice case through the real windows and print what was done; 0 when it ended signed."""
    if programme.record is not None and not programme.record.absolute().parent.is_dir():
        out.write(
            wording.say(DOMAIN, "play.no_folder", folder=str(programme.record.absolute().parent)) + "\n"
        )
        return UNREADABLE
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = application()
    if running.platformName() == "offscreen":
        qInstallMessageHandler(_without_size_hints)
    try:
        desk = open_desk(programme.folder)
    except JournalError as fault:
        out.write(why_closed(fault) + "\n")
        return HELD
    window = open_window(
        desk, StartRequest(Beginning.FULL_PRACTICE if programme.full else Beginning.PRACTICE)
    )
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    running.processEvents()
    try:
        return _Stage(window, desk, programme, out).play()
    except OutOfReachError as fault:
        out.write(wording.say(DOMAIN, "play.failed", why=str(fault)) + "\n")
        return FAILED
    finally:
        window.close()
        desk.close()


def _without_size_hints(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for the one thing that it says of every window that is shown off screen."""
    if OFF_SCREEN_REMARK not in message:
        sys.stderr.write(f"{qFormatLogMessage(kind, context, message)}\n")


class _Stage:
    """One performance, from the set-up or the first aliquot to the saved record."""

    def __init__(self, window: NurseWindow, desk: Desk, programme: Programme, out: TextIO) -> None:
        self._window = window
        self._desk = desk
        self._programme = programme
        self._out = out
        self._looks = 0
        self._keyboard = Keyboard(window)

    def play(self) -> int:
        """Play every part, then save the record."""
        seat = Seat(self._window, self._keyboard, self._procedure, self._look, self._tell)
        time_out = TimeOutPart(seat)
        if self._programme.full:
            self._tell(wording.say(DOMAIN, "play.begins_at_set_up"))
            PlanningPart(seat, practice_cast(), self._desk.now()).play()
            time_out.play()
        else:
            self._tell(wording.say(DOMAIN, "play.begins", case=self._procedure().case))
        self._look("ready")
        LivePart(self._keyboard, self._procedure, self._look, self._tell, time_out.play).play()
        self._tell_sums()
        screen = self._window.findChild(ReviewScreen)
        if screen is None:
            raise OutOfReachError("the closing is not shown")
        ClosingPart(self._keyboard, screen, self._procedure, self._look, self._tell).play()
        if not self._procedure().is_signed:
            raise OutOfReachError("the case is not signed")
        return self._save_record()

    def _procedure(self) -> Procedure:
        signals = signals_of(self._window)
        if signals is None or signals.procedure is None:
            raise OutOfReachError("no case is open")
        return signals.procedure

    def _tell(self, words: str) -> None:
        self._out.write(words + "\n")
        self._out.flush()

    def _tell_sums(self) -> None:
        procedure = self._procedure()
        sums = totals(procedure, OPEN_EYES)
        self._tell(
            wording.say(
                DOMAIN,
                "play.sums",
                planned=len(procedure.planned),
                given=wording.volume(sums.given),
                verified=wording.volume(sums.verified),
                omitted=wording.volume(sums.omitted),
            )
        )

    def _look(self, name: str) -> None:
        """Keep what the window shows now, and whatever question stands in front of it."""
        if self._programme.screens is None:
            return
        self._programme.screens.mkdir(parents=True, exist_ok=True)
        self._looks += 1
        running = application()
        self._keyboard.wait(SETTLING_MS)
        front = running.activeModalWidget()
        shown = self._window if front is None else front
        shown.grab().save(str(self._programme.screens / f"PRACTICE-{self._looks:02d}-{name}.png"))

    def _save_record(self) -> int:
        procedure = self._procedure()
        if self._programme.record is not None:
            target = self._programme.record
            journal = self._desk.journal_of(practice=True)
            written = write_record(journal, procedure.case, target, session_procedure=procedure)
            if isinstance(written, RecordRefused):
                self._tell(written.sentence)
                return FAILED
            self._tell(wording.say(DOMAIN, "play.record", path=str(written.path), pages=written.pages))
        if self._programme.screens is not None:
            folder = str(self._programme.screens)
            self._tell(wording.say(DOMAIN, "play.screens", folder=folder, number=self._looks))
        return PLAYED
