"""What is played at the desk: the sign-out, the figures, what is unexplained, and two signatures, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import wording
from injection_plan.procedure import Procedure
from injection_plan.terms import TEAM, Role
from ui.rehearsal.keyboard import Keyboard, OutOfReachError
from ui.rehearsal.seat import Look, Tell
from ui.review.screen import ReviewScreen

DOMAIN = "command_line"
NOT_SO_AT = 6
_SIGNS = {Role.PERFORMER: Qt.Key.Key_1, Role.VERIFIER: Qt.Key.Key_2}


class ClosingPart:
    """Plays the closing of a settled case through keys."""

    def __init__(
        self,
        keyboard: Keyboard,
        screen: ReviewScreen,
        procedure: Callable[[], Procedure],
        look: Look,
        tell: Tell,
    ) -> None:
        """Take a seat in front of the closing."""
        self._keyboard = keyboard
        self._screen = screen
        self._procedure = procedure
        self._look = look
        self._tell = tell

    def play(self) -> None:
        """Answer the sign-out, reconcile the volumes and sign as both people."""
        self._sign_out()
        self._figures()
        self._settle()
        self._explain_marks()
        self._look("reconcile")
        self._keyboard.confirm()
        if self._procedure().reconciliation is None:
            raise OutOfReachError("the case was not reconciled")
        self._tell(wording.say(DOMAIN, "play.reconciled"))
        for role in TEAM:
            self._sign(role)
        self._look("signed")

    def _sign_out(self) -> None:
        """Answer line after line where the page puts the focus; one of them is not so, and is put in words."""
        page = self._screen.sign_out
        for place, row in enumerate(page.rows.values()):
            if QApplication.focusWidget() is not row.tick:
                raise OutOfReachError(row.line.text)
            if place == NOT_SO_AT:
                self._keyboard.press(Qt.Key.Key_N)
                self._keyboard.write(wording.say(DOMAIN, "play.reason.pale"))
                self._look("sign-out")
                self._keyboard.press(Qt.Key.Key_Down)
            else:
                self._keyboard.press(Qt.Key.Key_Y)
        self._look("sign-out-answered")
        self._keyboard.confirm()
        if self._procedure().prepared.sign_out is None:
            raise OutOfReachError("the sign-out was not stored")
        self._tell(wording.say(DOMAIN, "play.signed_out", lines=len(page.rows)))

    def _push(self, button: QWidget) -> None:
        self._keyboard.tab_to(button)
        self._keyboard.press(Qt.Key.Key_Space)
        self._keyboard.wait(150)

    def _figures(self) -> None:
        page = self._screen.reconcile
        self._push(page.nothing_lost)
        self._push(page.priming_unknown)
        for field in (page.product.sample, page.product.not_drawn_up):
            self._keyboard.tab_to(field)
            self._keyboard.write("0")

    def _settle(self) -> None:
        """Have the verifier accept every unexplained volume by name: the last choice of each line."""
        for row in self._screen.reconcile.rows.values():
            choice = row.settled.settling.how
            if choice.isVisible() and choice.isEnabled():
                self._keyboard.tab_to(choice)
                self._keyboard.press(Qt.Key.Key_End)

    def _explain_marks(self) -> None:
        for field in self._screen.reconcile.marks.edits.values():
            self._keyboard.tab_to(field)
            self._keyboard.write(wording.say(DOMAIN, "play.reason.bubble"))

    def _sign(self, role: Role) -> None:
        card = self._screen.sign.cards[role]
        self._push(next(iter(card.meanings.values())))
        self._keyboard.tab_to(card.name)
        person = self._procedure().person(role)
        assert person is not None, "a reconciled case has its two people"
        self._keyboard.write(person.name)
        self._look(f"sign-{role.value}")
        self._keyboard.confirm(_SIGNS[role])
        if role not in {stamp.role for _, stamp in self._procedure().signatures}:
            raise OutOfReachError("the signature was not stored")
        self._tell(wording.say(DOMAIN, "play.signed", person=person.name))
