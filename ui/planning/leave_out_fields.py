"""Leave out of the plan: every pass at the selected place with a tick of its own, and one reason for what is ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.found_form import FoundLine, as_a_reason
from app.read_models.hand_places import PassLine
from app.read_models.leave_out_form import PASSES, REASON, LeaveOutText
from ui.checks.choice_box import ChoiceBox
from ui.checks.tick_box import TickBox
from ui.planning import in_sight
from ui.planning.form_field import FormField
from ui.planning.found_fields import field_with_button
from ui.theme import look

DOMAIN = "plan_hands"


class LeaveOutFields(QWidget):
    """Shows the passes and what is chosen of them; nothing is ticked beforehand, and no finding is picked."""

    edited = Signal()
    """Something was ticked, picked or typed."""

    asked = Signal()
    """What is ticked is to be left out."""

    again = Signal(str)
    """The code of a pass that is to be planned again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the fields without a pass."""
        super().__init__(parent)
        self.ticks: dict[str, TickBox] = {}
        self.again_buttons: dict[str, QPushButton] = {}
        self._lines: tuple[PassLine, ...] = ()
        self._reasons: tuple[FoundLine, ...] = ()
        self._offered_reason = ""
        self._showing = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._problem = look(QLabel(), "problem")
        self.finding = ChoiceBox()
        self._for_finding = QWidget()
        self.reason = FormField(wording.say(DOMAIN, "leave.reason"), wording.say(DOMAIN, "leave.reason_hint"))
        self.button = QPushButton(wording.say(DOMAIN, "leave.do"))
        self.button.setAccessibleName(wording.say(DOMAIN, "leave.do.spoken"))
        self.button.setAutoDefault(False)
        self._asking = QWidget()
        self._compose()
        self.finding.activated.connect(lambda _: self._pick())
        self.reason.edited.connect(self._tell_edited)
        self.button.clicked.connect(self.asked)

    def _compose(self) -> None:
        word = look(QLabel(wording.say(DOMAIN, "leave.for_finding")), "small")
        word.setBuddy(self.finding)
        self.finding.setAccessibleName(word.text())
        self.finding.setMinimumContentsLength(12)
        inside = QVBoxLayout(self._for_finding)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(word)
        inside.addWidget(self.finding)
        self._problem.setWordWrap(True)
        self._problem.hide()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(8)
        asking.addWidget(self._for_finding)
        asking.addLayout(field_with_button(self.reason, self.button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "leave.title")), "heading"))
        column.addLayout(self._rows)
        column.addWidget(self._problem)
        column.addWidget(self._asking)

    def show_passes(self, lines: tuple[PassLine, ...], reasons: tuple[FoundLine, ...]) -> None:
        """Show the passes at the place, and the findings on its finger; what is ticked and typed stays."""
        if lines != self._lines:
            text = self.text
            self._lines = lines
            self._lay_out()
            self.show_text(text)
        if reasons != self._reasons:
            self._offer(reasons)
        is_asked = any(line.is_planned for line in lines)
        focused: QWidget | None = QApplication.focusWidget()
        if not is_asked and focused is not None and self._asking.isAncestorOf(focused):
            # Left to itself, the focus would leave the page with the button that was pressed.
            in_sight.go_to(next(iter(self.again_buttons.values()), self))
        self._asking.setVisible(is_asked)

    def _lay_out(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        self.ticks, self.again_buttons = {}, {}
        for line in self._lines:
            self._rows.addWidget(self._to_tick(line) if line.is_planned else self._left_out(line))

    @property
    def reached(self) -> tuple[QWidget, ...]:
        """What the keys reach here, in the order in which it stands: the passes, then the reason."""
        passes = dict[str, QWidget]({**self.ticks, **self.again_buttons})
        return (*(passes[line.code] for line in self._lines), self.finding, self.reason.edit, self.button)

    def _to_tick(self, line: PassLine) -> TickBox:
        tick = TickBox(wording.say(DOMAIN, "pass.tick", words=line.words, told=line.told))
        tick.setAccessibleName(wording.say(DOMAIN, "pass.tick.spoken", phrase=line.spoken, told=line.told))
        tick.toggled.connect(lambda _: self._tell_edited())
        self.ticks[line.code] = tick
        return tick

    def _left_out(self, line: PassLine) -> QWidget:
        shown = look(QFrame(), "warning")
        words = QLabel(wording.say(DOMAIN, "pass.not_planned", words=line.words, why=line.told))
        words.setWordWrap(True)
        again = QPushButton(wording.say(DOMAIN, "pass.again"))
        again.setAutoDefault(False)
        again.setAccessibleName(wording.say(DOMAIN, "pass.again.spoken", phrase=line.spoken))
        again.clicked.connect(lambda _=False, code=line.code: self.again.emit(code))
        self.again_buttons[line.code] = again
        row = QHBoxLayout(shown)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(words, 1)
        row.addWidget(again)
        return shown

    def _offer(self, reasons: tuple[FoundLine, ...]) -> None:
        picked = self.finding.currentData()
        self._reasons = reasons
        self.finding.clear()
        self.finding.addItem(wording.say(DOMAIN, "leave.no_finding"), None)
        for one in reasons:
            words = wording.say(DOMAIN, "leave.finding", number=one.number, what=one.what, place=one.place)
            self.finding.addItem(words, one.number)
        self._for_finding.setVisible(bool(reasons))
        self._show_picked(picked)

    def _show_picked(self, number: int | None) -> None:
        place = self.finding.findData(number) if number is not None else 0
        self.finding.setCurrentIndex(max(place, 0))

    def _pick(self) -> None:
        """Write a finding's words for the reason, once a person picks it; what somebody typed is left alone."""
        number = self.finding.currentData()
        words = next((as_a_reason(one) for one in self._reasons if one.number == number), "")
        if self.reason.text in {"", self._offered_reason}:
            self.reason.edit.setText(words)
        self._offered_reason = words
        self._tell_edited()

    @property
    def text(self) -> LeaveOutText:
        """What is ticked, typed and picked."""
        codes = tuple(code for code, tick in self.ticks.items() if tick.isChecked())
        return LeaveOutText(codes, self.reason.text, self.finding.currentData())

    def show_text(self, text: LeaveOutText) -> None:
        """Put ticks, reason and finding in."""
        self._showing = True
        for code, tick in self.ticks.items():
            tick.setChecked(code in text.codes)
        if text.reason != self.reason.text:
            self.reason.edit.setText(text.reason)
        self._show_picked(text.finding)
        self._showing = False

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong with it, and at the others nothing."""
        self._problem.setText(problems.get(PASSES, ""))
        self._problem.setVisible(PASSES in problems)
        self.reason.show_problem(problems.get(REASON, ""))

    def go_to(self, problems: dict[str, str]) -> None:
        """Put the focus on the first field that something is wrong with."""
        first = next(iter(self.ticks.values()), None)
        target = first if PASSES in problems and first is not None else self.reason.edit
        in_sight.go_to(target)

    def _tell_edited(self) -> None:
        if not self._showing:
            self.show_problems({})
            self.edited.emit()
