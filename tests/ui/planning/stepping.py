"""A step's page on a case: shown, and what it utters stored, as the path around it does."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.clock import Reading
from injection_plan.commands import Command
from tests.stories.case import Case
from ui.planning.step_page import StepPage
from ui.theme import DESK, dress

Page = TypeVar("Page", bound=StepPage)
ENTER = Qt.Key.Key_Return


@dataclass
class Step(Generic[Page]):
    """The page, its case, and every command that was stored from it."""

    page: Page
    case: Case
    stored: list[Command] = field(default_factory=list)

    def store(self, commands: tuple[Command, ...]) -> None:
        for command in commands:
            self.case.do(command)
            self.stored.append(command)
            self.show()

    def show(self) -> None:
        moment = self.case.moment
        reading = Reading(moment.utc, moment.offset_minutes, moment.tick_ms, moment.run)
        self.page.show_case(self.case.procedure, reading)

    def go_on(self) -> bool:
        """Record as the path does, and say whether nothing of it was held back."""
        commands = self.page.record()
        self.store(commands or ())
        return commands is not None


def shown_on(page: Page, case: Case, width: int = 1366, height: int = 560) -> Step[Page]:
    """Show a page of a case at the desk, active and laid out."""
    step = Step(page, case)
    page.wished.connect(step.store)
    dress(page, DESK)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    step.show()
    settle_layout()
    return step


def settle_layout() -> None:
    """Let labels that wrap take their height, and what holds them follow."""
    for _ in range(8):
        QApplication.processEvents()


def type_in(edit: QWidget, text: str) -> None:
    """Type over what stands in a line, key by key, and leave it."""
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    if text:
        QTest.keyClicks(edit, text)
    else:
        QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClick(edit, Qt.Key.Key_Tab)


def scan(text: str) -> None:
    """Type a code and Enter wherever the focus is, as a scanner does."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    QTest.keyClick(focus, ENTER)


def everything_readable(shown: QWidget) -> list[str]:
    """Return every text, name, description, hint and tooltip of a widget and all inside it that are visible."""
    texts: list[str] = []
    for one in [shown, *shown.findChildren(QWidget)]:
        if not one.isVisible():
            continue
        texts += [
            one.accessibleName(),
            one.accessibleDescription(),
            one.toolTip(),
            one.whatsThis(),
            one.statusTip(),
        ]
        if isinstance(one, QLabel | QAbstractButton):
            texts.append(one.text())
        if isinstance(one, QLineEdit):
            texts += [one.text(), one.placeholderText()]
    return [text for text in texts if text]


def cut(shown: QWidget) -> list[str]:
    """Return the words of every visible label and button that is smaller than what it says."""
    found = []
    for one in shown.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, QLabel | QAbstractButton):
            continue
        needed = one.sizeHint()
        wraps = isinstance(one, QLabel) and one.wordWrap()
        if one.height() < needed.height() or (not wraps and one.width() < needed.width()):
            found.append(one.text())
    return found
