"""The pages of one open case: time-out, hands, closing; which of them is shown follows from the case alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app import wording
from app.clock import Clock
from app.journal import JournalError
from app.read_models.faults import why_unstored
from app.read_models.rooms import Room, room_of
from app.read_models.time_out_form import time_out_form
from injection_plan.commands import Command
from injection_plan.facts import build_facts
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from ui.checks.checklist import TimeOutPage
from ui.checks.wish import Wish
from ui.session_signals import SessionSignals
from ui.windows.bands import DueBand
from ui.windows.screens import CaseScreen, Screens
from ui.windows.warm_up import WarmUp

DOMAIN = "cases"
POLISHED_AT_ONCE = 60


class CasePages(QObject):
    """Holds the pages of a case, made when first needed, and shows the one for the case as it stands."""

    asked = Signal(str)
    """The name of an errand that is the window's."""

    def __init__(
        self,
        signals: SessionSignals,
        screens: Screens,
        pages: QStackedWidget,
        due_band: DueBand,
        clock: Clock,
    ) -> None:
        """Follow a session; nothing is shown before `show_procedure`."""
        super().__init__(pages)
        self.signals = signals
        self._screens = screens
        self._clock = clock
        self._pages = pages
        self._due_band = due_band
        self._time_out: TimeOutPage | None = None
        self._screen_of: dict[Room, CaseScreen] = {}
        self._at_the_hands = False
        signals.changed.connect(self.show_procedure)
        signals.refused.connect(self._say_refused)
        signals.unstored.connect(self._say_unstored)
        due_band.wanted.connect(self._back_to_time_out)

    def show_procedure(self, procedure: Procedure) -> None:
        """Show the page that belongs to the case as it is stored."""
        room = room_of(procedure)
        if room is not Room.TIME_OUT:
            self._at_the_hands = False
        self._due_band.hide()
        if room is Room.TIME_OUT and not self._at_the_hands:
            self._show_time_out(procedure)
        elif room is Room.TIME_OUT:
            self._show_screen(Room.LIVE, procedure)
            self._say_time_out_is_due(procedure)
        else:
            self._show_screen(room, procedure)

    def _show_time_out(self, procedure: Procedure) -> None:
        form = time_out_form(procedure, self.signals.entries)
        if form is None:
            return
        page = self._time_out
        if page is None:
            page = self._time_out = TimeOutPage(self._clock)
            page.wished.connect(self._submit)
            page.left.connect(self._to_the_hands)
            page.plan_wanted.connect(lambda: self.asked.emit("plan"))
            self._pages.addWidget(page)
        page.show_form(form)
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            page.focus_first_missing()

    def _show_screen(self, room: Room, procedure: Procedure) -> None:
        is_first = not self._screen_of
        screen = self._screen(room)
        if is_first and room is Room.LIVE:
            self.signals.changed.connect(WarmUp(self._ahead(), screen.as_widget()).put_off)
        screen.show_procedure(procedure, self.signals.entries)
        widget: QWidget = screen.as_widget()
        if self._pages.currentWidget() is not widget:
            self._pages.setCurrentWidget(widget)
            widget.setFocus()

    def _screen(self, room: Room) -> CaseScreen:
        screen = self._screen_of.get(room)
        if screen is None:
            screen = self._screens.live() if room is Room.LIVE else self._screens.close()
            screen.wished.connect(self._submit)
            screen.asked.connect(self.asked)
            self._screen_of[room] = screen
            self._pages.addWidget(screen.as_widget())
        return screen

    def _ahead(self) -> Iterator[None]:
        """Make ready, piece by piece, what a press would else have to wait for.

        The first press of a kind would build the models of its command and its event, and the one that settles
        the last aliquot would load and make the whole closing, which takes a fifth of a second.
        """
        for _ in build_facts():
            yield
        closing = self._screen(Room.CLOSE)
        yield
        if self.signals.procedure is not None:
            closing.show_procedure(self.signals.procedure, self.signals.entries)
        yield
        widget = closing.as_widget()
        if self._pages.currentWidget() is not widget:
            widget.resize(self._pages.size())
        for number, part in enumerate(widget.findChildren(QWidget)):
            part.ensurePolished()
            if number % POLISHED_AT_ONCE == 0:
                yield

    def show_closing(self) -> None:
        """Show the closing, though something may still be due at the hands."""
        if self.signals.procedure is not None:
            self._show_screen(Room.CLOSE, self.signals.procedure)

    def _submit(self, wanted: Command | Wish) -> None:
        wish = wanted if isinstance(wanted, Wish) else Wish(wanted)
        self.signals.submit(wish.command, wish.role)

    def _say_time_out_is_due(self, procedure: Procedure) -> None:
        form = time_out_form(procedure, self.signals.entries)
        if form is not None:
            self._due_band.show_words(
                wording.say(DOMAIN, "band.due"), wording.say(DOMAIN, "band.due_told", hand=form.hand_name)
            )

    def _to_the_hands(self) -> None:
        self._at_the_hands = True
        self.show_where_it_stands()

    def _back_to_time_out(self) -> None:
        self._at_the_hands = False
        self.show_where_it_stands()

    def show_where_it_stands(self) -> None:
        """Show the page of the case as it is stored, as after a look elsewhere."""
        if self.signals.procedure is not None:
            self.show_procedure(self.signals.procedure)

    def _say_unstored(self, fault: JournalError) -> None:
        """Say it where the wish was made too: a question may stand in front of the band."""
        words = why_unstored(fault)
        page = self._pages.currentWidget()
        if page is self._time_out and self._time_out is not None:
            self._time_out.tell(words, wrong=True)
        for screen in self._screen_of.values():
            if screen.as_widget() is page:
                screen.show_unstored(words)

    def _say_refused(self, refusal: Refusal) -> None:
        page = self._pages.currentWidget()
        if page is self._time_out and self._time_out is not None:
            self._time_out.tell(wording.refusal(refusal), wrong=True)
        for screen in self._screen_of.values():
            if screen.as_widget() is page:
                screen.show_refusal(refusal)
