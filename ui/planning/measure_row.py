"""One measure of a criterion: value and unit, the laboratory's limit, the day, and below them what the text says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app import wording
from app.read_models.eligibility_sheet import Bearing
from app.read_models.measure_fields import ON, UPPER_LIMIT, VALUE, MeasureField, ReadMeasure, ValueText
from app.read_models.measure_words import Compared
from ui.planning.form_field import mark_wrong
from ui.planning.state_shape import StateShape
from ui.theme import look, pixels

DOMAIN = "eligibility"
WIDTHS = {VALUE: 100, UPPER_LIMIT: 100, ON: 146}
UNIT_WIDTH, GAP = 70, 10
LABEL_WIDTH = 188  # whatever the size of the letters: its words wrap, and the fields beside need the room


class MeasureRow(QWidget):
    """Shows what is typed for one measure and what came of it; it reads and compares nothing itself."""

    edited = Signal()
    """What is typed has changed, or was said to be right as it stands."""

    def __init__(self, field: MeasureField, columns: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Lay out the empty fields of a measure in the columns of its table."""
        super().__init__(parent)
        self._measure = field.measure
        self._confirmed = ""
        self._left: set[str] = set()
        self.edits = {name: self._edit(field, name) for name in WIDTHS if _has(field, name)}
        self._problem = look(QLabel(), "problem")
        self._question = look(QLabel(), "problem")
        self.right = QPushButton(wording.say(DOMAIN, "question.right"))
        self._compared = QVBoxLayout()
        self._said: list[_Said] = []
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self._across(field, columns))
        right.addWidget(self._below())
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        row.addWidget(_words(field), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.right.clicked.connect(self._confirm)

    def _across(self, field: MeasureField, columns: tuple[str, ...]) -> QWidget:
        shown = QWidget()
        shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        across = QHBoxLayout(shown)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        for name in columns:
            if name in self.edits:
                across.addWidget(self.edits[name])
            else:
                across.addSpacing(pixels(WIDTHS[name]) + GAP)
            if name == VALUE:
                unit = QLabel(field.unit)
                unit.setFixedWidth(pixels(UNIT_WIDTH))
                across.addWidget(unit)
        across.addStretch(1)
        return shown

    def _edit(self, field: MeasureField, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setFixedWidth(pixels(WIDTHS[name]))
        column = wording.say(DOMAIN, f"column.{name}")
        label = f"{field.label}, {field.spelt}" if field.spelt and name != ON else field.label
        edit.setAccessibleName(wording.say(DOMAIN, "measure.spoken", label=label, column=column))
        if name == ON:
            edit.setPlaceholderText(wording.say(DOMAIN, "day_short"))
        else:
            edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        edit.textChanged.connect(lambda _: self.edited.emit())
        edit.editingFinished.connect(lambda: self._leave(name))
        return edit

    def _below(self) -> QWidget:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._problem.setWordWrap(True)
        self._question.setWordWrap(True)
        self.right.setAutoDefault(False)
        asked = QHBoxLayout()
        asked.setSpacing(10)
        asked.addWidget(self._question, 1)
        asked.addWidget(self.right)
        column.addWidget(self._problem)
        column.addLayout(asked)
        self._compared.setSpacing(4)
        column.addLayout(self._compared)
        for hidden in (self._problem, self._question, self.right):
            hidden.hide()
        return shown

    @property
    def text(self) -> ValueText:
        """What is typed, letter by letter."""
        typed = {name: edit.text() for name, edit in self.edits.items()}
        return ValueText(self._measure, **typed, confirmed=self._confirmed)

    def show_text(self, text: ValueText) -> None:
        """Put a text in; nothing of it is called wrong before somebody has been there."""
        typed = {VALUE: text.value, UPPER_LIMIT: text.upper_limit, ON: text.on}
        self._confirmed = text.confirmed
        self._left.clear()
        for name, edit in self.edits.items():
            if edit.text() != typed[name]:
                edit.setText(typed[name])

    def show_read(self, read: ReadMeasure, *, asked: bool) -> None:
        """Say what is wrong where somebody has been, or everywhere once it was asked for, and what was compared."""
        shown = {
            name: why
            for name, why in read.problems.items()
            if asked or (name in self._left and self.edits[name].text().strip())
        }
        for name, edit in self.edits.items():
            mark_wrong(edit, shown.get(name, ""))
        self._problem.setText(" ".join(shown.values()))
        self._problem.setVisible(bool(shown))
        question = read.question if asked or self._left else ""
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self.right.setVisible(bool(question))
        self.right.setAccessibleDescription(question)
        while len(self._said) < len(read.compared):
            self._said.append(_Said())
            self._compared.addWidget(self._said[-1])
        for place, said in enumerate(self._said):
            said.show_compared(read.compared[place] if place < len(read.compared) else None)

    def first_wrong(self, read: ReadMeasure) -> QWidget | None:
        """Return where the first thing stands that is wrong or in question, or nothing."""
        wrong = next((edit for name, edit in self.edits.items() if name in read.problems), None)
        return wrong or (self.right if read.question else None)

    def _leave(self, name: str) -> None:
        self._left.add(name)
        self.edited.emit()

    def _confirm(self) -> None:
        self._confirmed = self.text.figures
        self.edited.emit()


class _Said(QWidget):
    """One comparison: its shape, and the sentence beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._shape = StateShape(size=18)
        self._words = look(QLabel(), "small")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_compared(self, compared: Compared | None) -> None:
        self.setVisible(compared is not None)
        if compared is not None:
            look(self._words, "problem" if compared.bearing is Bearing.AGAINST else "small")
            self._words.setText(compared.words)
            self._shape.show_bearing(compared.bearing)


def _has(field: MeasureField, name: str) -> bool:
    return {VALUE: field.has_value, UPPER_LIMIT: field.has_upper_limit, ON: True}[name]


def _words(field: MeasureField) -> QWidget:
    shown = QWidget()
    shown.setFixedWidth(LABEL_WIDTH)
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 10, 0, 0)
    column.setSpacing(2)
    for words, name in (
        (field.label, "strong"),
        (field.spelt if field.spelt != field.unit else "", "small"),
        (field.score, "small"),
        (field.meaning, "small"),
    ):
        if words:
            label = look(QLabel(words), name)
            label.setWordWrap(True)
            column.addWidget(label)
    return shown
