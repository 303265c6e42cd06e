"""A page in front of a case as the path around it wires it: what it utters happens or is refused, and is shown anew."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.clock import Reading
from injection_plan.commands import Command
from injection_plan.rules.refusal import Why
from tests.stories.case import Case
from ui.planning.step_page import StepPage
from ui.theme import DESK, dress

NO_KEY = Qt.KeyboardModifier.NoModifier


class Shown:
    """A page at a size; keys go to whatever has the focus."""

    def __init__(self, qtbot: QtBot, page: StepPage, case: Case, size: tuple[int, int] = (1366, 564)) -> None:
        self.bot, self.page, self.case = qtbot, page, case
        self.refused: list[Why] = []
        self.uttered: list[Command] = []
        qtbot.addWidget(page)
        dress(page, DESK)
        page.wished.connect(self.store)
        page.resize(*size)
        self.show()
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)

    @property
    def now(self) -> Reading:
        return Reading(self.case.moment.utc, self.case.moment.offset_minutes, 0, "first")

    def show(self) -> None:
        self.page.show_case(self.case.procedure, self.now)
        QApplication.processEvents()

    def store(self, commands: tuple[Command, ...]) -> None:
        for command in commands:
            self.uttered.append(command)
            why = self.case.tried(command)
            if why is not None:
                self.refused.append(why)
                return
            self.show()

    def record(self) -> bool:
        commands = self.page.record()
        self.store(commands or ())
        return commands is not None

    @property
    def focus(self) -> QWidget:
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None
        return focused

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifiers)
            QApplication.processEvents()

    def tab_to(self, name: str, *, most: int = 60) -> QWidget:
        """Press Tab until what has the focus is called so."""
        for _ in range(most):
            if self.focus.accessibleName() == name:
                return self.focus
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)
