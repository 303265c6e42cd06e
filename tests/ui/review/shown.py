"""The review screen wired to a session as the window wires it, and worked by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from injection_plan.terms import Role
from tests.ui.review.desk import Desk
from ui.checks.asking_dialog import AskingDialog
from ui.review.screen import ReviewScreen
from ui.session_signals import SessionSignals

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Shown:
    """A screen in front of a case; `press` and `type` go to whatever has the focus."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.bot = qtbot
        self.desk = desk
        self.screen = ReviewScreen()
        qtbot.addWidget(self.screen)

    def open(self, width: int = 1366, height: int = 768) -> "Shown":
        signals = self.signals = SessionSignals(self.desk.session, self.screen)
        self.screen.wished.connect(lambda wish: signals.submit(wish.command, wish.role))
        signals.changed.connect(lambda case: self.screen.show_procedure(case, signals.entries))
        signals.refused.connect(self.screen.show_refusal)
        self.screen.show_procedure(self.desk.procedure, self.desk.entries)
        self.screen.resize(width, height)
        with self.bot.waitExposed(self.screen):
            self.screen.show()
        self.screen.activateWindow()
        self.screen.start_typing()
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY, on: QWidget | None = None) -> None:
        target = on or self.focus
        self.bot.keyClick(target, key, modifiers)  # type: ignore[no-untyped-call]
        # A button that is pressed by its own key stays down for a moment before it clicks.
        self.bot.waitUntil(lambda: not any(one.isDown() for one in self.screen.findChildren(QPushButton)))

    def type(self, text: str, on: QWidget | None = None) -> None:
        self.bot.keyClicks(on or self.focus, text)  # type: ignore[no-untyped-call]

    @property
    def focus(self) -> QWidget:
        focused: QWidget | None = self.screen.focusWidget()
        assert focused is not None
        return focused

    @property
    def dialog(self) -> AskingDialog:
        dialog = self.screen.dialogs.open
        assert dialog is not None
        self.bot.waitUntil(dialog.isActiveWindow)
        return dialog

    @property
    def words(self) -> str:
        """Everything that can be read on the page that is shown."""
        found = [one.text() for one in self.screen.findChildren(QLabel) if one.isVisible()]
        found += [one.text() for one in self.screen.findChildren(QPushButton) if one.isVisible()]
        found += [one.text() for one in self.screen.findChildren(QLineEdit) if one.isVisible()]
        return "\n".join(found)

    def fill_figures(self) -> None:
        page = self.screen.reconcile
        page.priming_unknown.click()
        page.nothing_lost.click()
        page.product.sample.setText("0")
        page.product.not_drawn_up.setText("0")

    def reconcile(self) -> None:
        self.fill_figures()
        self.press(Qt.Key.Key_Return, CTRL, self.screen)

    def sign(self, role: Role) -> None:
        card = self.screen.sign.cards[role]
        self.bot.mouseClick(next(iter(card.meanings.values())), Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
        card.name.setFocus()
        person = self.desk.procedure.person(role)
        assert person is not None
        self.type(person.name, card.name)
        self.press(Qt.Key.Key_1 if role is Role.PERFORMER else Qt.Key.Key_2, CTRL, card.name)

    def close_case(self) -> "Shown":
        self.desk.give_all()
        self.open()
        self.reconcile()
        self.sign(Role.PERFORMER)
        self.sign(Role.VERIFIER)
        return self
