"""The preparation of a case: the form, and step by step what it says, onto the disk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app import wording
from app.read_models import new_case_form as form
from app.read_models.new_case_form import Checked, NewCaseText
from app.read_models.new_case_steps import Edition, NewCase, next_step
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from ui.planning.new_case import NewCasePage
from ui.session_signals import SessionSignals
from ui.windows.desk import Desk
from ui.windows.sessions import begin

DOMAIN = "cases"


class Preparation(QObject):
    """Leads a new case, or one that was begun, to its approved plan; what is stored stays if a step fails."""

    begun = Signal(object)
    """The `SessionSignals` of a new case, before its first command."""

    prepared = Signal(object)
    """The `Session` whose plan is approved."""

    left = Signal()
    """Somebody wants back to the list; what is stored is a draft."""

    def __init__(
        self,
        desk: Desk,
        edition: Edition,
        pages: QStackedWidget,
        signals: SessionSignals | None,
        parent: QObject | None = None,
    ) -> None:
        """Show the form; with `signals` it starts with what that case has stored."""
        super().__init__(parent)
        self._desk = desk
        self._edition = edition
        self.signals: SessionSignals | None = None
        self._page = NewCasePage(edition.protocol, self._check)
        self._page.wished.connect(self._enter)
        self._page.left.connect(self.left)
        pages.addWidget(self._page)
        pages.setCurrentWidget(self._page)
        if signals is not None:
            self._listen(signals)
        if signals is not None and signals.procedure is not None:
            self._page.show_text(form.form_of(signals.procedure, desk.now().offset_minutes))
            self._lock_what_is_stored(signals.procedure)
        elif edition.practice:
            self._fill_in_practice_people()
        self._page.form.start_typing()

    @property
    def is_practice(self) -> bool:
        """Whether this is the form of a practice case."""
        return self._edition.practice

    @property
    def text(self) -> NewCaseText:
        """What is typed, so that leaving the page loses nothing."""
        return self._page.form.text

    def show_text(self, text: NewCaseText) -> None:
        """Put back what was typed before the page was left."""
        self._page.show_text(text)

    def _check(self, text: NewCaseText) -> Checked:
        return form.check_new_case(
            text, self._edition.protocol, self._desk.now(), practice=self._edition.practice
        )

    def _fill_in_practice_people(self) -> None:
        names = form.practice_people()
        self._page.show_text(NewCaseText(performer=names[0], verifier=names[1]))
        self._page.form.lock(
            (form.PERFORMER, form.VERIFIER), wording.say(DOMAIN, "new.practice_people_locked")
        )

    def _listen(self, signals: SessionSignals) -> None:
        self.signals = signals
        signals.refused.connect(self._say_refused)
        signals.changed.connect(self._lock_what_is_stored)

    def _say_refused(self, refusal: Refusal) -> None:
        self._page.tell(wording.refusal(refusal), wrong=True)

    def _lock_what_is_stored(self, _procedure: Procedure) -> None:
        names = (form.PARTICIPANT, form.PARTICIPANT_AGAIN, form.CENTRE)
        self._page.form.lock(names, wording.say(DOMAIN, "new.locked"))

    def _enter(self, case: NewCase) -> None:
        """Store one step after the other; the first that is refused or not stored ends it, and nothing is lost."""
        signals = self.signals or self._begin(case)
        session = signals.session
        while (step := next_step(case, signals.procedure, session.case, self._edition)) is not None:
            if not signals.submit(step):
                return
        self.prepared.emit(session)

    def _begin(self, case: NewCase) -> SessionSignals:
        signals = SessionSignals(begin(self._desk, case, practice=self._edition.practice), self)
        self._listen(signals)
        self.begun.emit(signals)
        return signals
