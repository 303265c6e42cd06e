"""The nurse's window: the list of cases at once, and everything else when a case is opened."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app import wording
from app.journal import JournalError
from app.read_models.case_list import CaseLine, newest_interrupted
from app.read_models.faults import why_closed
from app.read_models.settings_words import problems_words
from app.version import SOFTWARE
from ui.planning.start_screen import StartScreen
from ui.windows.desk import Desk
from ui.windows.frame import FramedWindow
from ui.windows.work import Begin, SideErrand, Work

DOMAIN = "cases"


class NurseWindow(FramedWindow):
    """Shows the list of cases, and one open case at a time; closing a case drops everything that knew it.

    The work on an open case begins when it is first needed: its rooms are most of what the program loads, and the
    first screen needs none of them.
    """

    def __init__(self, desk: Desk, begin: Begin, parent: QWidget | None = None) -> None:
        """Lay out the window around a desk; nothing is shown before one of its `show_` or `open_` is called."""
        super().__init__(parent)
        self.desk = desk
        self._begin = begin
        self._start: StartScreen | None = None
        self._begun: Work | None = None
        self._settings: SideErrand | None = None
        QShortcut(QKeySequence("Ctrl+L"), self, self.show_start)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_record)

    @property
    def frame(self) -> FramedWindow:
        """The window itself, with its bands and pages."""
        return self

    @property
    def work(self) -> Work:
        """The work on cases, begun if it was not."""
        self.begin_ahead()
        assert self._begun is not None, "it was begun just now"
        return self._begun

    def begin_ahead(self) -> None:
        """Begin the work while nobody waits for it, so that the first case opens at once."""
        if self._begun is None:
            self._begun = self._begin(self)

    def show_start(self) -> None:
        """Show the list of cases, leaving an open one as it is stored."""
        if self._settings is not None:
            self._settings.leave()
        if self._begun is not None:
            self._begun.leave()
        if self._start is None:
            self._start = StartScreen(SOFTWARE)
            self._start.new_case_wanted.connect(self.open_new_case)
            self._start.practice_wanted.connect(self.open_practice)
            self._start.case_wanted.connect(self.open_case)
            self._start.protocol_wanted.connect(self.open_protocol)
            self._start.settings_wanted.connect(self.open_settings)
            self.pages.addWidget(self._start)
        self.pages.setCurrentWidget(self._start)
        self._list_cases(self._start)

    def tell_start(self, sentence: str) -> None:
        """Show the list of cases with a sentence that says what went wrong."""
        self.show_start()
        if self._start is not None:
            self._start.tell(sentence, wrong=True)

    def ask_about_interrupted(self) -> None:
        """After a start: where the program ended in the middle of a case, ask about that one first."""
        line = newest_interrupted(self.desk.lines_without_practice())
        if line is not None:
            self.open_case(line)

    def _list_cases(self, start: StartScreen) -> None:
        why_no_practice = self.desk.why_no_practice()
        try:
            lines = self.desk.lines_without_practice() if why_no_practice else self.desk.lines()
        except JournalError as fault:
            start.show_cases(())
            start.tell(why_closed(fault), wrong=True)
            return
        start.show_cases(lines)
        start.say_about_practice(why_closed(why_no_practice) if why_no_practice is not None else "")

    def open_protocol(self) -> None:
        """Show what the protocol file says."""
        self.work.open_protocol()

    def open_settings(self) -> None:
        """Show what this workstation is set to."""
        settings = self._settings or self._begin_settings()
        page = settings.show_page()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        settings.start_typing()

    def _begin_settings(self) -> SideErrand:
        # Only here, because the first screen needs none of the page's rooms.
        from ui.windows.settings_errand import SettingsErrand

        desk = self.desk
        made = SettingsErrand(desk.settings_file, desk.folder, is_named=desk.folder_is_named, parent=self)
        made.saved.connect(desk.take_settings)
        made.left.connect(self.show_start)
        self._settings = made
        return made

    def say_settings_problems(self) -> None:
        """Say what is wrong in the settings file, until somebody has read it."""
        sentences = problems_words(self.desk.settings_file)
        if sentences:
            self.notice_band.show_words(wording.say("settings", "problem.title"), "\n".join(sentences))

    def open_case(self, line: CaseLine) -> None:
        """Open a stored case."""
        self.work.open_case(line)

    def open_case_named(self, case: str) -> None:
        """Open the case of that id, from the real or the practice ones; an unknown one is said on the list."""
        line = next((line for line in self.desk.lines() if line.case == case), None)
        if line is None:
            self.tell_start(wording.say(DOMAIN, "closed.no_such_case", case=case))
        else:
            self.open_case(line)

    def open_new_case(self) -> None:
        """Show the empty form of a new case."""
        self.work.open_new_case()

    def open_full_practice(self) -> None:
        """Show the form of a practice case, with every gate left to the person."""
        self.work.open_full_practice()

    def open_practice(self) -> None:
        """Open a practice case, ready at its first aliquot."""
        self.work.open_practice()

    def run_errand(self, errand: str) -> None:
        """Do what a page asks of its window."""
        self.work.run_errand(errand)

    def print_record(self) -> None:
        """Print the record of the open case, where there is one."""
        self.work.print_record()

    def save_record(self) -> None:
        """Save the record of the open case, where there is one."""
        self.work.save_record()
