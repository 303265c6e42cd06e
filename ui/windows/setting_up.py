"""The first step of a preparation: the set-up page, and what opens a case or names its people anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.edition import Edition
from app.read_models import set_up_form as form
from app.read_models.people_form import practice_people
from app.read_models.set_up_form import Checked, SetUp, SetUpText
from injection_plan.procedure import Procedure
from ui.planning.set_up_page import SetUpPage
from ui.session_signals import SessionSignals
from ui.windows.desk import Desk
from ui.windows.sessions import begin


class SettingUp(QObject):
    """Checks what is typed against the desk's clock, and puts it onto the disk, one command after the other."""

    begun = Signal(object)
    """The `SessionSignals` of a new case, before its first command."""

    def __init__(self, desk: Desk, edition: Edition, parent: QObject | None = None) -> None:
        """Lay out the page; a new case starts with what the workstation and practice know already."""
        super().__init__(parent)
        self._desk = desk
        self._edition = edition
        self._signals: SessionSignals | None = None
        self.page = SetUpPage(edition.protocol.arms, self._check)
        if edition.practice:
            names = practice_people()
            self.page.show_text(SetUpText(performer=names[0], verifier=names[1]))
            self.page.lock_the_people()
        elif desk.settings.centre:
            self.page.show_text(SetUpText(centre=desk.settings.centre))

    def take_up(self, signals: SessionSignals) -> None:
        """Go on with a case that is stored already."""
        self._signals = signals
        stored = signals.procedure
        if stored is not None:
            self.page.show_text(form.text_of(stored, self._desk.now().offset_minutes))

    def record(self) -> bool:
        """Put the set-up onto the disk, and say whether nothing of it is left; the page says what stands against it."""
        wanted = self.page.set_up()
        if wanted is None:
            return False
        signals = self._signals or self._open(wanted)
        case = signals.session.case
        while (step := form.next_step(wanted, signals.procedure, case, self._edition)) is not None:
            if not signals.submit(step):
                return False
        return True

    @property
    def _procedure(self) -> Procedure | None:
        return self._signals.procedure if self._signals is not None else None

    def _check(self, text: SetUpText) -> Checked:
        return form.check_set_up(
            text,
            self._edition.protocol,
            self._desk.now(),
            practice=self._edition.practice,
            is_open=self._procedure is not None,
        )

    def _open(self, wanted: SetUp) -> SessionSignals:
        session = begin(self._desk, wanted, practice=self._edition.practice)
        self._signals = SessionSignals(session, self.parent())
        self.begun.emit(self._signals)
        return self._signals
