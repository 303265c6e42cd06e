"""A question in front of the live screen: what it asks, its fields, and how it is left or answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import wording
from ui.checks.choice_box import ChoiceBox
from ui.checks.deliberate import DeliberateButton
from ui.theme import ROOM, dress, look

DOMAIN = "live"
ANSWER_KEY = "Ctrl+Enter"
_WIDTH = 860
_REASON_HEIGHT = 76
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Question(QDialog):
    """One question; what it utters is stored or refused while it stays open, so that nothing typed is lost."""

    wished = Signal(object)
    """The command that was answered with."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Ask the question of that name in the catalogue; `fields` is for the question itself to fill."""
        super().__init__(parent)
        dress(self, ROOM)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        title = wording.say(DOMAIN, f"ask.{name}.title")
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 26, 32, 24)
        self._column.setSpacing(14)
        self._column.addWidget(look(QLabel(title), "title"))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(6)
        self._column.addLayout(self.fields)
        self._told = look(QLabel(), "problem")
        self._told.setWordWrap(True)
        self._column.addWidget(self._told)
        self._problems: dict[str, QLabel] = {}
        self.answer_button = DeliberateButton(wording.say(DOMAIN, f"ask.{name}.do"), ANSWER_KEY)
        self.answer_button.clicked.connect(self.answer)
        self.back_button = QPushButton(wording.say(DOMAIN, "ask.back"))
        self.back_button.setAutoDefault(False)
        self.back_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.answer_button)
        self._column.addLayout(row)

    @property
    def told(self) -> str:
        """The sentence over the buttons."""
        return self._told.text()

    def answer(self) -> None:
        """Utter the command, or say field by field what is missing; each question does so in its own way."""

    def rename_answer(self, key: str) -> None:
        """Put other words on the button that answers; its key stays."""
        self.answer_button.rename(wording.say(DOMAIN, key))

    def say(self, key: str, **fields: str) -> QLabel:
        """Put a sentence of the catalogue between title and fields."""
        label = look(QLabel(wording.say(DOMAIN, key, **fields)), "quiet")
        label.setWordWrap(True)
        self.fields.addWidget(label)
        return label

    def head(self, words: str) -> QLabel:
        """Put a line in large letters among the fields."""
        label = look(QLabel(words), "heading")
        label.setWordWrap(True)
        self.fields.addWidget(label)
        return label

    def paragraph(self, field: str) -> QPlainTextEdit:
        """Add room for a few sentences under the word of its field."""
        edit = QPlainTextEdit()
        edit.setFixedHeight(_REASON_HEIGHT)
        edit.setTabChangesFocus(True)
        self.put(field, edit)
        return edit

    def pick(self, field: str, lines: tuple[tuple[str, str], ...], *, free: bool = False) -> QComboBox:
        """Add a list to pick from, each line with what it stands for; a `free` one may be written in too."""
        box: QComboBox = ChoiceBox()
        box.setEditable(free)
        for words, value in lines:
            box.addItem(words, value)
        self.put(field, box)
        return box

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say under each field what is wrong with it; what has no field is said over the buttons."""
        for field, label in self._problems.items():
            label.setText(problems.get(field, ""))
            label.setVisible(field in problems)
        self._grow()
        rest = [sentence for field, sentence in problems.items() if field not in self._problems]
        self._told.setText(" ".join(rest))

    def show_refusal(self, sentence: str) -> None:
        """Say why what was answered was refused; everything typed stays."""
        self._told.setText(sentence)
        self._grow()

    def beside(self, *adding: Callable[[], object]) -> None:
        """Add fields side by side, each by a function that adds it."""
        row, outer = QHBoxLayout(), self.fields
        row.setSpacing(20)
        for add in adding:
            self.fields = QVBoxLayout()
            self.fields.setSpacing(6)
            row.addLayout(self.fields, 1)
            add()
            self.fields.addStretch(1)
        self.fields = outer
        self.fields.addLayout(row)

    def problem_of(self, field: str) -> str:
        """Return the sentence under a field."""
        label = self._problems.get(field)
        return "" if label is None else label.text()

    def add_problem_line(self, field: str) -> None:
        """Keep room for a sentence about a field that is built otherwise."""
        self._problems[field] = look(QLabel(), "problem")
        self._problems[field].setWordWrap(True)
        self._problems[field].hide()
        self.fields.addWidget(self._problems[field])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter answer nothing by itself; Escape goes back."""
        if event.key() in _ENTER:
            event.accept()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give every line of words its height before anybody reads them: a wrapped one asks for too little."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Make room for a sentence that has appeared."""
        self._column.activate()
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def put(self, field: str, widget: QWidget) -> None:
        """Add a widget under the word of its field, with room for what is wrong with it."""
        word = look(QLabel(wording.say(DOMAIN, f"ask.field.{field}")), "small")
        word.setBuddy(widget)
        widget.setAccessibleName(word.text())
        self.fields.addWidget(word)
        self.fields.addWidget(widget)
        self.add_problem_line(field)


def picked(box: QComboBox) -> str:
    """Return what a list stands on: the value of its line, or the words that were written instead."""
    place = box.findText(box.currentText())
    return str(box.itemData(place)) if place >= 0 else box.currentText()
