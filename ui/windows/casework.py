"""The work on cases: opening one, preparing it, going through it, and handing its record out."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app import wording
from app.edition import Edition
from app.journal import Journal, JournalError
from app.read_models.case_list import CaseLine
from app.read_models.faults import why_closed
from app.read_models.resume import resume_question
from app.read_models.rooms import Room, room_of
from app.read_models.set_up_form import SetUpText
from app.session import Session
from app.version import SOFTWARE
from injection_plan.commands import ContinueCase
from injection_plan.procedure import Procedure
from injection_plan.terms import Phase
from ui.planning.resume_question import ResumeQuestionPage
from ui.planning.start_screen import StartScreen
from ui.session_signals import SessionSignals
from ui.windows.case_pages import CasePages
from ui.windows.frame import CaseName
from ui.windows.nurse_window import NurseWindow
from ui.windows.preparation import Preparation
from ui.windows.protocol_errand import protocol_page
from ui.windows.screens import Screens
from ui.windows.sessions import begin_practice, resume
from ui.windows.work import Begin, ListedWindow, Work

DOMAIN = "cases"


class Errand(StrEnum):
    """What a page may ask of its window."""

    BACK = "back"
    SAVE = "save"
    PRINT = "print"
    KEYS = "keys"
    FULL_SCREEN = "full_screen"
    RECONCILE = "reconcile"
    PLAN = "plan"


class Casework(QObject):
    """One open case at a time, in a window that lists them all; leaving it drops everything that knew it."""

    watching = Signal(object)
    """The `SessionSignals` of a case, before its first change is shown."""

    def __init__(self, window: ListedWindow, screens: Screens) -> None:
        """Begin in a window; its list of cases is its own and stays."""
        super().__init__(window.frame)
        self._window = window
        self._frame = window.frame
        self._desk = window.desk
        self._screens = screens
        self._preparation: Preparation | None = None
        self._case: CasePages | None = None
        self._unsent: dict[bool, SetUpText] = {}

    @property
    def signals(self) -> SessionSignals | None:
        """The open case as Qt sees it, or nothing while the list is shown."""
        if self._case is not None:
            return self._case.signals
        return self._preparation.signals if self._preparation is not None else None

    def open_case(self, line: CaseLine) -> None:
        """Open a stored case: in its middle it is asked about first, else it goes to where it stands."""
        try:
            session = resume(self._desk, line)
        except JournalError as fault:
            self._window.tell_start(why_closed(fault))
            return
        except ValueError:
            self._window.tell_start(wording.say(DOMAIN, "closed.not_understood", case=line.case))
            return
        if line.is_interrupted:
            self._ask_to_resume(session)
        else:
            self.enter(session)

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
            session = begin_practice(self._desk, edition)
        except JournalError as fault:
            self._window.tell_start(why_closed(fault))
            return
        self.enter(session)

    def open_protocol(self) -> None:
        """Show what the protocol file says, or what is wrong with it."""
        self.leave()
        page = protocol_page()
        page.left.connect(self._window.show_start)
        self._frame.pages.addWidget(page)
        self._frame.pages.setCurrentWidget(page)
        page.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, session: Session) -> None:
        """Show an open case where it stands."""
        self.leave()
        signals = SessionSignals(session, self)
        procedure = session.procedure
        if procedure is not None and not procedure.approved:
            self._begin_preparation(_edition_of(procedure), signals)
            return
        assert procedure is not None, "a case that is entered is open"
        self._watch(signals)
        frame = self._frame
        self._case = CasePages(signals, self._screens, frame.pages, frame.due_band, self._desk.clock)
        self._case.asked.connect(self.run_errand)
        self._name_case(procedure)
        self._case.show_procedure(procedure)

    def _prepare(self, *, practice: bool) -> None:
        edition = self._edition(practice=practice)
        if edition is None:
            return
        self.leave()
        self._begin_preparation(edition, None)

    def _begin_preparation(self, edition: Edition, signals: SessionSignals | None) -> None:
        stored = signals.procedure if signals is not None else None
        self._frame.name_case(name_of(stored) if stored is not None else CaseName(practice=edition.practice))
        self._preparation = Preparation(self._desk, edition, self._frame.pages, signals, self)
        if signals is None and edition.practice in self._unsent:
            self._preparation.show_text(self._unsent.pop(edition.practice))
        self._preparation.begun.connect(self._watch)
        self._preparation.prepared.connect(self.enter)
        self._preparation.left.connect(self._window.show_start)
        self._preparation.save_wanted.connect(self.save_paper)
        self._preparation.print_wanted.connect(self.print_paper)
        if signals is not None:
            self._watch(signals)

    def _watch(self, signals: SessionSignals) -> None:
        self.watching.emit(signals)
        signals.changed.connect(lambda _: self._frame.unrecorded_band.hide())
        signals.changed.connect(self._name_case)
        signals.unstored.connect(self._frame.say_unrecorded)

    def _ask_to_resume(self, session: Session) -> None:
        self.leave()
        assert session.procedure is not None, "a stored case has a state"
        page = ResumeQuestionPage()
        self._frame.pages.addWidget(page)
        self._frame.pages.setCurrentWidget(page)
        self._name_case(session.procedure)
        self._frame.paused_band.hide()  # the question says so itself, and P means nothing before it is answered
        page.show_question(resume_question(session.procedure, session.entries, self._desk.now()))
        page.left.connect(self._window.show_start)
        page.wished.connect(lambda: self._continue(session))

    def _continue(self, session: Session) -> None:
        """Enter the case once it is on disk that it goes on."""
        signals = SessionSignals(session, self)
        self._watch(signals)
        if signals.submit(ContinueCase()):
            signals.end()
            self.enter(session)

    def _edition(self, *, practice: bool) -> Edition | None:
        # Only here, because the first screen needs no protocol, and reading YAML is slow to load.
        from app.protocol_file import ReadProtocol, read_shipped_protocol

        read = read_shipped_protocol()
        if isinstance(read, ReadProtocol):
            return Edition(read.protocol, read.digest, SOFTWARE, practice)
        self._window.tell_start(wording.say(DOMAIN, "closed.protocol", problem=read.lines[0]))
        return None

    def run_errand(self, errand: str) -> None:
        """Do what a page asks of its window; an errand of no name here is a fault (`KeyError`)."""
        errands = {
            Errand.BACK: self._go_back,
            Errand.SAVE: self.save_record,
            Errand.PRINT: self.print_record,
            Errand.KEYS: self._frame.show_keys,
            Errand.FULL_SCREEN: self._frame.toggle_full_screen,
            Errand.RECONCILE: self._show_closing,
            Errand.PLAN: self._back_to_plan,
        }
        errands[Errand(errand)]()

    def print_record(self) -> None:
        """Print the record of the open case, where there is one."""
        self.print_paper("record")

    def save_record(self) -> None:
        """Save the record of the open case, where there is one."""
        self.save_paper("record")

    def print_paper(self, paper: str) -> None:
        """Print a paper of the open case; a name that is none is a fault (`ValueError`)."""
        from ui.windows.paper_errands import Paper, print_paper

        self._with_case(partial(print_paper, Paper(paper)), paper)

    def save_paper(self, paper: str) -> None:
        """Save a paper of the open case; a name that is none is a fault (`ValueError`)."""
        from ui.windows.paper_errands import Paper, save_paper

        self._with_case(partial(save_paper, Paper(paper)), paper)

    def _with_case(self, hand_out: Callable[[QWidget, Journal, Procedure], str], paper: str) -> None:
        procedure = self.signals.procedure if self.signals is not None else None
        if procedure is None:
            return
        sentence = hand_out(self._frame, self._desk.journal_of(practice=procedure.practice), procedure)
        if sentence:
            self._frame.notice_band.show_words(wording.say(DOMAIN, f"paper.{paper}.title"), sentence)

    def _go_back(self) -> None:
        procedure = self.signals.procedure if self.signals is not None else None
        if self._case is None or room_of(procedure) is Room.CLOSE:
            self._window.show_start()
        else:
            self._case.show_where_it_stands()

    def _back_to_plan(self) -> None:
        """Show the preparation of a case whose plan is approved; nothing is taken back before something changes."""
        signals = self.signals
        if signals is None or signals.procedure is None:
            return
        session, procedure = signals.session, signals.procedure
        self.leave()
        self._begin_preparation(_edition_of(procedure), SessionSignals(session, self))
        if self._preparation is not None:
            self._preparation.show_plan()

    def _show_closing(self) -> None:
        if self._case is not None:
            self._case.show_closing()

    def leave(self) -> None:
        """Drop the open case, its session and its pages; what it is lies on disk."""
        if self._preparation is not None and self._preparation.signals is None:
            self._unsent[self._preparation.is_practice] = self._preparation.text
        self._drop()
        self._frame.due_band.hide()
        self._frame.unrecorded_band.hide()
        self._frame.notice_band.hide()
        for number in reversed(range(self._frame.pages.count())):
            page = self._frame.pages.widget(number)
            if page is not None and not isinstance(page, StartScreen):
                self._frame.pages.removeWidget(page)
                page.deleteLater()
        self._frame.name_case(None)

    def _drop(self) -> None:
        """Let go of everything that knew the case; left to their parent, it would go on answering for it."""
        if self.signals is not None:
            self.signals.end()
        for part in (self._case, self._preparation):
            if part is not None:
                part.deleteLater()
        self._case = self._preparation = None

    def _name_case(self, procedure: Procedure) -> None:
        self._frame.name_case(name_of(procedure))


def _edition_of(procedure: Procedure) -> Edition:
    """Return the edition under which a stored case was opened: its own protocol, whatever is shipped by now."""
    return Edition(procedure.protocol, procedure.protocol_digest, SOFTWARE, procedure.practice)


def name_of(procedure: Procedure) -> CaseName:
    """Return what the window says of a case in its title and bands."""
    return CaseName(
        participant=procedure.participant,
        case=procedure.case,
        practice=procedure.practice,
        paused=procedure.phase is Phase.PAUSED,
    )


def begin_with(screens: Screens) -> Begin:
    """Return how the work begins with these screens."""

    def begin(window: ListedWindow) -> Work:
        return Casework(window, screens)

    return begin


def casework(window: NurseWindow) -> Casework:
    """Return the work on cases of a window, as what it is; another kind is a fault (`TypeError`)."""
    if not isinstance(window.work, Casework):
        raise TypeError(type(window.work).__name__)
    return window.work


def signals_of(window: NurseWindow) -> SessionSignals | None:
    """Return the open case of a window as Qt sees it, or nothing while the list is shown."""
    return casework(window).signals
