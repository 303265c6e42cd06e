"""The questions of the day: each clear, or not clear and then what was found and decided; stored by one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.read_models.day_form import AnswerText, DayState
from injection_plan.protocol import CheckLine
from ui.checks.deliberate import DeliberateButton
from ui.planning.form_field import FormField
from ui.planning.state_shape import StateShape
from ui.theme import look

DOMAIN = "eligibility"


class DayQuestions(QWidget):
    """Shows the questions and what is answered; utters that somebody wants the answers stored."""

    stored = Signal()
    """Somebody wants the answers stored as they stand."""

    edited = Signal()
    """An answer has changed."""

    def __init__(self, lines: tuple[CheckLine, ...], parent: QWidget | None = None) -> None:
        """Lay out the questions, none answered."""
        super().__init__(parent)
        self._shape = StateShape()
        self._told = look(QLabel(), "strong")
        self.rows = {line.line: _Question(line) for line in lines}
        self.store = DeliberateButton(wording.say(DOMAIN, "day_check.store"), "Ctrl+S")
        self._scroll = look(QScrollArea(), "panel")
        self._compose()
        for row in self.rows.values():
            row.edited.connect(self.edited)
        self.store.clicked.connect(self.stored)

    def _compose(self) -> None:
        inside = look(QWidget(), "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "day_check.title")), "heading"))
        head = QHBoxLayout()
        head.setSpacing(10)
        self._told.setWordWrap(True)
        head.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._told, 1)
        column.addLayout(head)
        for row in self.rows.values():
            column.addWidget(look(QFrame(), "line"))
            column.addWidget(row)
        column.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 20, 10)
        foot.addStretch(1)
        foot.addWidget(self.store)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(look(QFrame(), "line"))
        whole.addLayout(foot)

    @property
    def answers(self) -> tuple[AnswerText, ...]:
        """What is answered, question by question."""
        return tuple(row.answer for row in self.rows.values())

    def show_state(self, state: DayState) -> None:
        """Show whether the questions were answered, and when."""
        self._shape.show_bearing(state.bearing)
        self._told.setText(state.told)

    def show_answers(self, answers: tuple[AnswerText, ...]) -> None:
        """Put answers in, as they are stored."""
        for answer in answers:
            if answer.line in self.rows:
                self.rows[answer.line].show_answer(answer)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say at each question what is missing."""
        for line, row in self.rows.items():
            row.show_problem(problems.get(line, ""))

    def go_to(self, line: str = "") -> None:
        """Put the focus on a question, or on the first one."""
        row = self.rows.get(line) or next(iter(self.rows.values()))
        row.start()
        self._scroll.ensureWidgetVisible(row, 0, 20)


class _Question(QWidget):
    """One question, its two answers, and what was found."""

    edited = Signal()

    def __init__(self, line: CheckLine) -> None:
        super().__init__()
        self._line = line.line
        self._group = QButtonGroup(self)
        self.clear = _answer("day_check.is_clear", line.text)
        self.not_clear = _answer("day_check.is_not_clear", line.text)
        self.note = FormField(wording.say(DOMAIN, "day_check.note"))
        self._problem = look(QLabel(), "problem")
        self._compose(line.text)
        self._group.buttonToggled.connect(lambda *_: self._follow())
        self.note.edited.connect(self._follow)

    def _compose(self, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(18)
        words = QLabel(text)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        for button in (self.clear, self.not_clear):
            self._group.addButton(button)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self._problem)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.note.hide()

    @property
    def answer(self) -> AnswerText:
        clear = True if self.clear.isChecked() else False if self.not_clear.isChecked() else None
        return AnswerText(self._line, clear, self.note.text)

    def show_answer(self, answer: AnswerText) -> None:
        self._group.setExclusive(False)
        self.clear.setChecked(answer.clear is True)
        self.not_clear.setChecked(answer.clear is False)
        self._group.setExclusive(True)
        if self.note.text != answer.note:
            self.note.edit.setText(answer.note)

    def show_problem(self, sentence: str) -> None:
        at_note = self.not_clear.isChecked()
        self.note.show_problem(sentence if at_note else "")
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence) and not at_note)
        self.clear.setAccessibleDescription(sentence)

    def start(self) -> None:
        checked = self._group.checkedButton() or self.clear
        wanted = self.note.edit if self.note.problem else checked
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        self.note.setVisible(self.not_clear.isChecked() or bool(self.note.text.strip()))
        self.show_problem("")
        self.edited.emit()


def _answer(word: str, question: str) -> QRadioButton:
    words = wording.say(DOMAIN, word)
    button = QRadioButton(words)
    button.setAccessibleName(wording.say(DOMAIN, "measure.spoken", label=question, column=words))
    return button
