"""The nurse's window: from the list of cases through preparation, time-out and hands to the closing."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app import wording
from app.journal import Journal, JournalError
from app.read_models.case_list import CaseLine, newest_interrupted
from app.read_models.faults import why_closed
from app.read_models.new_case_form import NewCaseText
from app.read_models.new_case_steps import Edition
from app.read_models.resume import resume_question
from app.read_models.rooms import Room, room_of
from app.session import Session
from app.version import SOFTWARE
from injection_plan.commands import ContinueCase
from injection_plan.procedure import Procedure
from ui.planning.resume_question import ResumeQuestionPage
from ui.planning.start_screen import StartScreen
from ui.session_signals import SessionSignals
from ui.windows.case_pages import CasePages
from ui.windows.desk import Desk
from ui.windows.frame import FramedWindow
from ui.windows.preparation import Preparation
from ui.windows.screens import Screens

DOMAIN = "cases"


class Errand(StrEnum):
    """What a page may ask of its window."""

    BACK = "back"
    SAVE = "save"
    PRINT = "print"
    KEYS = "keys"
    FULL_SCREEN = "full_screen"
    RECONCILE = "reconcile"


class NurseWindow(FramedWindow):
    """Shows the list of cases, and one open case at a time; closing a case drops everything that knew it."""

    watching = Signal(object)
    """The `SessionSignals` of a case, before its first change is shown."""

    def __init__(self, desk: Desk, screens: Screens, parent: QWidget | None = None) -> None:
        """Lay out the window around a desk; nothing is shown before one of its `show_` or `open_` is called."""
        super().__init__(parent)
        self._desk = desk
        self._screens = screens
        self._start: StartScreen | None = None
        self._preparation: Preparation | None = None
        self._case: CasePages | None = None
        self._unsent: dict[bool, NewCaseText] = {}
        QShortcut(QKeySequence("Ctrl+L"), self, self.show_start)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_record)

    @property
    def signals(self) -> SessionSignals | None:
        """The open case as Qt sees it, or nothing while the list is shown."""
        if self._case is not None:
            return self._case.signals
        return self._preparation.signals if self._preparation is not None else None

    def show_start(self) -> None:
        """Show the list of cases, leaving an open one as it is stored."""
        self._leave_case()
        if self._start is None:
            self._start = StartScreen(SOFTWARE)
            self._start.new_case_wanted.connect(self.open_new_case)
            self._start.practice_wanted.connect(self.open_practice)
            self._start.case_wanted.connect(self.open_case)
            self.pages.addWidget(self._start)
        self.pages.setCurrentWidget(self._start)
        self._list_cases(self._start)

    def ask_about_interrupted(self) -> None:
        """After a start: where the program ended in the middle of a case, ask about that one first."""
        line = newest_interrupted(self._desk.lines_without_practice())
        if line is not None:
            self.open_case(line)

    def _list_cases(self, start: StartScreen) -> None:
        why_no_practice = self._desk.why_no_practice()
        try:
            lines = self._desk.lines_without_practice() if why_no_practice else self._desk.lines()
        except JournalError as fault:
            start.show_cases(())
            start.tell(why_closed(fault), wrong=True)
            return
        start.show_cases(lines)
        start.say_about_practice(why_closed(why_no_practice) if why_no_practice is not None else "")

    def open_case(self, line: CaseLine) -> None:
        """Open a stored case: in its middle it is asked about first, else it goes to where it stands."""
        try:
            session = self._desk.resume(line)
        except JournalError as fault:
            self._tell_start(why_closed(fault))
            return
        except ValueError:
            self._tell_start(wording.say(DOMAIN, "closed.not_understood", case=line.case))
            return
        if line.is_interrupted:
            self._ask_to_resume(session)
        else:
            self.enter(session)

    def open_case_named(self, case: str) -> None:
        """Open the case of that id, from the real or the practice ones; an unknown one is said on the list."""
        line = next((line for line in self._desk.lines() if line.case == case), None)
        if line is None:
            self._tell_start(wording.say(DOMAIN, "closed.no_such_case", case=case))
        else:
            self.open_case(line)

    def open_new_case(self) -> None:
        """Show the empty form of a new case."""
        self._prepare(practice=False)

    def open_full_practice(self) -> None:
        """Show the form of a practice case, with every gate left to the person."""
        self._prepare(practice=True)

    def open_practice(self) -> None:
        """Open a practice case, ready at its first aliquot."""
        edition = self._edition(practice=True)
        if edition is None:
            return
        try:
            session = self._desk.begin_practice(edition)
        except JournalError as fault:
            self._tell_start(why_closed(fault))
            return
        self.enter(session)

    def enter(self, session: Session) -> None:
        """Show an open case where it stands."""
        self._leave_case()
        signals = SessionSignals(session, self)
        procedure = session.procedure
        if procedure is None or not procedure.approved:
            edition = self._edition(practice=procedure is not None and procedure.practice)
            if edition is not None:
                self._begin_preparation(edition, signals)
            return
        self._watch(signals)
        self._case = CasePages(signals, self._screens, self.pages, self.due_band)
        self._case.asked.connect(self.run_errand)
        self.name_case(procedure)
        self._case.show_procedure(procedure)

    def _prepare(self, *, practice: bool) -> None:
        edition = self._edition(practice=practice)
        if edition is None:
            return
        self._leave_case()
        self._begin_preparation(edition, None)

    def _begin_preparation(self, edition: Edition, signals: SessionSignals | None) -> None:
        self.name_case(signals.procedure if signals is not None else None, practice=edition.practice)
        self._preparation = Preparation(self._desk, edition, self.pages, signals, self)
        if signals is None and edition.practice in self._unsent:
            self._preparation.show_text(self._unsent.pop(edition.practice))
        self._preparation.begun.connect(self._watch)
        self._preparation.prepared.connect(self.enter)
        self._preparation.left.connect(self.show_start)
        if signals is not None:
            self._watch(signals)

    def _watch(self, signals: SessionSignals) -> None:
        self.watching.emit(signals)
        signals.changed.connect(lambda _: self.unrecorded_band.hide())
        signals.changed.connect(self.name_case)
        signals.unstored.connect(self.say_unrecorded)

    def _ask_to_resume(self, session: Session) -> None:
        self._leave_case()
        assert session.procedure is not None, "a stored case has a state"
        page = ResumeQuestionPage()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.name_case(session.procedure)
        self.paused_band.hide()  # the question says so itself, and P means nothing before it is answered
        page.show_question(resume_question(session.procedure, session.entries, self._desk.now()))
        page.left.connect(self.show_start)
        page.wished.connect(lambda: self._continue(session))

    def _continue(self, session: Session) -> None:
        """Enter the case once it is on disk that it goes on."""
        signals = SessionSignals(session, self)
        self._watch(signals)
        if signals.submit(ContinueCase()):
            self.enter(session)

    def _edition(self, *, practice: bool) -> Edition | None:
        # Only here, because the first screen needs no protocol, and reading YAML is slow to load.
        from app.protocol_file import ReadProtocol, read_shipped_protocol

        read = read_shipped_protocol()
        if isinstance(read, ReadProtocol):
            return Edition(read.protocol, read.digest, SOFTWARE, practice)
        self._tell_start(wording.say(DOMAIN, "closed.protocol", problem=read.lines[0]))
        return None

    def _tell_start(self, sentence: str) -> None:
        self.show_start()
        if self._start is not None:
            self._start.tell(sentence, wrong=True)

    def run_errand(self, errand: str) -> None:
        """Do what a page asks of its window; an errand of no name here is a fault (`KeyError`)."""
        errands = {
            Errand.BACK: self._go_back,
            Errand.SAVE: self.save_record,
            Errand.PRINT: self.print_record,
            Errand.KEYS: self.show_keys,
            Errand.FULL_SCREEN: self.toggle_full_screen,
            Errand.RECONCILE: self._show_closing,
        }
        errands[Errand(errand)]()

    def print_record(self) -> None:
        """Print the record of the open case, where there is one."""
        from ui.windows.record_errands import print_record

        self._with_record(print_record)

    def save_record(self) -> None:
        """Save the record of the open case, where there is one."""
        from ui.windows.record_errands import save_record

        self._with_record(save_record)

    def _with_record(self, hand_out: Callable[[QWidget, Journal, Procedure], str]) -> None:
        procedure = self.signals.procedure if self.signals is not None else None
        if procedure is None:
            return
        sentence = hand_out(self, self._desk.journal_of(practice=procedure.practice), procedure)
        if sentence:
            self.notice_band.show_words(wording.say(DOMAIN, "record.title"), sentence)

    def _go_back(self) -> None:
        procedure = self.signals.procedure if self.signals is not None else None
        if self._case is None or room_of(procedure) is Room.CLOSE:
            self.show_start()
        else:
            self._case.show_where_it_stands()

    def _show_closing(self) -> None:
        if self._case is not None:
            self._case.show_closing()

    def _leave_case(self) -> None:
        """Drop the open case, its session and its pages; what it is lies on disk."""
        if self._preparation is not None and self._preparation.signals is None:
            self._unsent[self._preparation.is_practice] = self._preparation.text
        self._case = self._preparation = None
        self.due_band.hide()
        self.unrecorded_band.hide()
        self.notice_band.hide()
        for number in reversed(range(self.pages.count())):
            page = self.pages.widget(number)
            if page is not None and page is not self._start:
                self.pages.removeWidget(page)
                page.deleteLater()
        self.name_case(None)
