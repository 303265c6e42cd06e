"""The dialogs of closing: which is open, what it utters, and when it may go away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app import wording
from app.read_models.correction_form import correction_form, correction_warning
from app.read_models.review import people_of
from injection_plan.commands import Reopen, WriteAddendum
from injection_plan.procedure import Procedure
from injection_plan.terms import Role
from ui.checks.asking_dialog import AskingDialog
from ui.checks.reason_dialog import ReasonDialog
from ui.checks.wish import Wish
from ui.review.code_dialog import CodeDialog
from ui.review.correction_dialog import CorrectionDialog
from ui.theme import DESK

DOMAIN = "closing"


class ReviewDialogs(QObject):
    """Opens one dialog at a time over a page and utters its wish; it stays until the entry is on disk."""

    wished = Signal(object)
    """A `Wish`."""

    def __init__(self, page: QWidget) -> None:
        """Open dialogs over this page."""
        super().__init__(page)
        self._page = page
        self.open: AskingDialog | None = None

    def _show(self, dialog: AskingDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        self.open = dialog
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.open = None

    def stored(self) -> None:
        """Close the open dialog, because what it asked for is on disk."""
        if self.open is not None:
            self.open.accept()

    def tell(self, sentence: str) -> bool:
        """Say in the open dialog why it was refused, or return that there is none."""
        if self.open is not None:
            self.open.tell(sentence)
        return self.open is not None

    def ask_addendum(self, procedure: Procedure) -> None:
        """Ask for the text of an addendum, and whose it is."""
        dialog = ReasonDialog(
            wording.say(DOMAIN, "addendum.title"),
            wording.say(DOMAIN, "addendum.confirm"),
            DESK,
            word=wording.say(DOMAIN, "addendum.text"),
            people=people_of(procedure),
            parent=self._page,
        )
        dialog.set_about("", wording.say(DOMAIN, "addendum.told"))
        dialog.confirmed.connect(lambda text, role: self._utter(Wish(WriteAddendum(text=text), role)))
        self._show(dialog)

    def ask_reopen(self, procedure: Procedure) -> None:
        """Ask why a signed case is opened again, and by whom."""
        dialog = ReasonDialog(
            wording.say(DOMAIN, "reopen.title"),
            wording.say(DOMAIN, "reopen.confirm"),
            DESK,
            people=people_of(procedure),
            parent=self._page,
        )
        told = wording.say(DOMAIN, "reopen.told", revision=procedure.revision + 1)
        dialog.set_about("", told)
        dialog.confirmed.connect(lambda text, role: self._utter(Wish(Reopen(reason=text), role)))
        self._show(dialog)

    def ask_code(self, procedure: Procedure) -> None:
        """Ask for the right participant code."""
        dialog = CodeDialog(procedure, DESK, people_of(procedure), self._page)
        dialog.wished.connect(self._utter)
        self._show(dialog)

    def ask_correction(self, procedure: Procedure, code: str) -> None:
        """Ask what was wrong with the entry about a delivery, where there is one."""
        form = correction_form(procedure, code)
        if form is None:
            return
        dialog = CorrectionDialog(
            form, DESK, lambda text: correction_warning(procedure, form, text), self._page
        )
        dialog.wished.connect(lambda command: self._utter(Wish(command, Role.PERFORMER)))
        self._show(dialog)

    def _utter(self, wish: object) -> None:
        self.wished.emit(wish)
