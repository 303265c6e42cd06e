"""The new case: its form, checked as it is typed, and uttered as a case once nothing stands against it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from app import wording
from app.read_models.new_case_form import Checked, NewCaseText
from injection_plan.protocol import Protocol
from ui.checks.deliberate import DeliberateButton
from ui.checks.headed_page import HeadedPage
from ui.planning.case_form import CaseForm
from ui.theme import DESK, look

DOMAIN = "cases"
Check = Callable[[NewCaseText], Checked]


class NewCasePage(HeadedPage):
    """Shows the form, says what is wrong where somebody has been, and everything when asked to go on."""

    wished = Signal(object)
    """A `NewCase`, when nothing stands against it."""

    left = Signal()
    """Somebody wants back to the list of cases."""

    def __init__(self, protocol: Protocol, check: Check, parent: QWidget | None = None) -> None:
        """Lay out the empty form for a protocol; `check` answers what is wrong with it at this moment."""
        super().__init__(DESK, parent)
        self.form = CaseForm(protocol)
        self._check = check
        self._touched: set[str] = set()
        self._asked = False
        self._scroll = look(QScrollArea(), "page")
        self._go_on = DeliberateButton(wording.say(DOMAIN, "new.go_on"), "Ctrl+Enter")
        self._leave = QPushButton(wording.say(DOMAIN, "new.leave"))
        self._compose(protocol)
        self.form.edited.connect(self._show_touched)
        self.form.finished.connect(self._touch)
        self._go_on.clicked.connect(self.go_on)
        self._leave.clicked.connect(self.left)

    def _compose(self, protocol: Protocol) -> None:
        subtitle = wording.say(DOMAIN, "new.subtitle", protocol=protocol.protocol, version=protocol.version)
        self.set_head(wording.say(DOMAIN, "new.title"), subtitle)
        look(self.form, "page")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.form)
        self.body.setContentsMargins(32, 12, 20, 12)
        self.body.addWidget(self._scroll)
        self._leave.setShortcut(Qt.Key.Key_Escape)
        self._leave.setAutoDefault(False)
        self.buttons.addWidget(self._leave)
        self.buttons.addWidget(self._go_on)
        self.tell(wording.say(DOMAIN, "new.told"))

    def show_text(self, text: NewCaseText) -> None:
        """Put a whole form in; nothing of it is called wrong before somebody has been there."""
        self.form.show_text(text)
        self._touched.clear()
        self._asked = False
        self._show_touched()

    def go_on(self) -> None:
        """Utter the case, or say everything that stands against it and go to the first of it."""
        self._asked = True
        checked = self._check(self.form.text)
        self._show(checked.problems)
        if checked.case is not None:
            self.wished.emit(checked.case)
            return
        first = next(edit for name, edit in self.form.edits().items() if name in checked.problems)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(first, 40, 120)

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self._show_touched()

    def _show_touched(self) -> None:
        """Say what is wrong where somebody has been; what nobody has filled in yet is not wrong yet."""
        if not self._asked and not self._touched:
            return
        problems = self._check(self.form.text).problems
        filled = {name for name in self._touched if self.form.has_text(name)}
        self._show({name: why for name, why in problems.items() if self._asked or name in filled})

    def _show(self, problems: dict[str, str]) -> None:
        self.form.show_problems(problems)
        if problems and self._asked:
            self.tell(wording.say(DOMAIN, "new.wrong", count=len(problems)), wrong=True)
        else:
            self.tell(wording.say(DOMAIN, "new.told"))
