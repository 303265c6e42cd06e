"""The syringes: two sheets that are never seen together, one of who filled them and one of who read them blind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.clock import Reading
from app.read_models.blind_check import check_readings
from app.read_models.syringes_check import check_fills
from app.read_models.syringes_form import (
    FillsText,
    drawn_up_field,
    kept_fills,
    mark_field,
    reading_field,
    stored_fills,
    unplanned,
)
from app.read_models.syringes_words import counts
from injection_plan.commands import Command
from injection_plan.plan_checks import check_differs
from injection_plan.procedure import Procedure
from ui.planning.fill_sheet import FillSheet
from ui.planning.reading_sheet import ReadingSheet
from ui.planning.step_page import StepPage
from ui.theme import look

DOMAIN = "syringes"
FILL = 0
READ = 1
TABS = ("tab.fill", "tab.check")


class SyringesPage(StepPage):
    """Shows one sheet at a time; each can be recorded by itself, so that the second starts from what is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out both sheets without a case."""
        super().__init__(parent)
        self.fill = FillSheet()
        self.read = ReadingSheet()
        self._case: Procedure | None = None
        self._before = FillsText(())
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._scrolls = [self._scrolled(sheet) for sheet in (self.fill, self.read)]
        self._compose()
        for sheet in (self.fill, self.read):
            sheet.edited.connect(self.edited)
        self.fill.went_on.connect(lambda edit: self._scrolls[FILL].ensureWidgetVisible(edit, 40, 120))
        self.fill.record_wanted.connect(self._record_fills)
        self.read.record_wanted.connect(self._record_readings)
        self._tabs.idClicked.connect(self.show_sheet)

    def _compose(self) -> None:
        head = look(QWidget(), "panel")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs = QHBoxLayout(head)
        tabs.setContentsMargins(24, 0, 24, 0)
        tabs.setSpacing(8)
        for number, word in enumerate(TABS):
            tab = look(QPushButton(wording.say(DOMAIN, word)), "tab")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            self._tabs.addButton(tab, number)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(look(QFrame(), "line"))
        column.addWidget(self._stack, 1)
        self.show_sheet(FILL)

    def _scrolled(self, sheet: QWidget) -> QScrollArea:
        scroll = look(QScrollArea(), "page")
        look(sheet, "page")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        self._stack.addWidget(scroll)
        return scroll

    @property
    def sheet(self) -> int:
        """Which sheet is shown: `FILL` or `READ`."""
        return self._stack.currentIndex()

    def show_sheet(self, which: int) -> None:
        """Show one of the two sheets."""
        self._stack.setCurrentIndex(which)
        self._tabs.button(which).setChecked(True)

    def show_case(self, procedure: Procedure, now: Reading) -> None:
        """Show the syringes as they are stored; what is typed since stays as it stands."""
        is_first = self._case is None
        self._case = procedure
        stored = stored_fills(procedure)
        text = stored if is_first else kept_fills(self.fill.text, self._before, stored)
        self._before = stored
        self.fill.show_sheet(procedure, text, now)
        self.read.show_sheet(procedure, now)
        for number, count in enumerate(counts(procedure)):
            words = wording.say(DOMAIN, "tab", name=wording.say(DOMAIN, TABS[number]), count=count)
            self._tabs.button(number).setText(words)
            self._tabs.button(number).setAccessibleName(words)
        if is_first and _waits_for_the_second(procedure):
            self.show_sheet(READ)

    def record(self) -> tuple[Command, ...] | None:
        """Return what is new on both sheets; a reading of what is filled anew is not taken over."""
        if self._case is None:
            return ()
        fills = check_fills(self.fill.text, self._case)
        if fills.holds_back and self.fill.text.fills != self._before.fills:
            self.show_sheet(FILL)
            self._ask_fills()
            return None
        refilled = frozenset[int]()
        if fills.command is not None:
            refilled = frozenset(fill.syringe for fill in fills.command.fills)
        readings = check_readings(self.read.text, self._case, refilled)
        if readings.holds_back:
            self.show_sheet(READ)
            self.read.ask(refilled)
            self._show_focus(READ)
            return None
        commands = (fills.command, readings.command)
        return tuple(command for command in commands if command is not None)

    @property
    def has_unrecorded(self) -> bool:
        """Whether a fill differs from what is stored, or a reading is typed that is not."""
        is_read = any(one.mark.strip() for one in self.read.text.readings)
        return is_read or self.fill.text.fills != self._before.fills

    def point_at(self, about: str) -> None:
        """Go to a syringe: to its fill while it has none, to its reading while that is owed, else to its mark.

        For the page itself, go to the sheet that is due, and there to whose name it wants.
        """
        if not about:
            names = (self.fill.filler, self.read.checker)
            self._go_to(self.sheet, names[self.sheet].field.edit)
            return
        known = self.fill.tables.lines
        number = int(about) if about.isdecimal() and int(about) in known else next(iter(known), 0)
        if self._case is None or not number:
            return
        state = self._case.syringe(number)
        if state.fill is not None and (state.checked is None or check_differs(self._case, state)):
            self._go_to(READ, self.read.edits[reading_field(number)])
        elif state.fill is None:
            self._go_to(FILL, self.fill.edits[drawn_up_field(number)])
        else:
            self._go_to(FILL, self.fill.edits[mark_field(number)])

    def _go_to(self, which: int, edit: QWidget) -> None:
        self.show_sheet(which)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scrolls[which].ensureWidgetVisible(edit, 40, 120)

    def _ask_fills(self) -> None:
        self.fill.ask()
        self._show_focus(FILL)

    def _show_focus(self, which: int) -> None:
        focus = self.focusWidget()
        if focus is not None:
            self._scrolls[which].ensureWidgetVisible(focus, 40, 120)

    def _record_fills(self) -> None:
        """Store the first sheet at once; when it is stored, the second one is due."""
        if self._case is None:
            return
        check = check_fills(self.fill.text, self._case)
        if check.command is None:
            self._ask_fills()
            if not check.holds_back:
                self._start_reading()
            return
        self.wished.emit((check.command,))
        if check_fills(self.fill.text, self._case).command is None:
            self._start_reading()

    def _start_reading(self) -> None:
        self.fill.asked = False
        self._go_to(READ, self.read.checker.field.edit)

    def _record_readings(self) -> None:
        self.read.ask(frozenset())
        command = self.read.check.command if self.read.check is not None else None
        if command is None:
            self._show_focus(READ)
            return
        self.read.asked = False
        self.wished.emit((command,))


def _waits_for_the_second(procedure: Procedure) -> bool:
    idle = unplanned(procedure)
    wanted = [state for state in procedure.syringes if state.syringe.number not in idle]
    return all(state.fill is not None for state in wanted) and any(state.checked is None for state in wanted)
