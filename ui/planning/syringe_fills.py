"""The ten syringes as handed over: what was drawn up, and the mark each starts at; one row can speak for all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.read_models.new_case_form import FillText, drawn_up_field, mark_field
from injection_plan.anatomy import Hand
from injection_plan.protocol import Syringe
from ui.planning.form_field import mark_wrong
from ui.theme import look

DOMAIN = "cases"
FIELD_WIDTH = 92


class SyringeFills(QWidget):
    """Two lines to type for each syringe, by hand and finger; the first thing wrong is said under the table."""

    edited = Signal(str)
    """The name of a field whose text has changed."""

    finished = Signal(str)
    """The name of a field that the person has left."""

    def __init__(self, syringes: tuple[Syringe, ...], parent: QWidget | None = None) -> None:
        """Lay out a row for every syringe, all empty."""
        super().__init__(parent)
        self._numbers = tuple(syringe.number for syringe in syringes)
        self._edits: dict[str, QLineEdit] = {}
        self._problems: dict[str, str] = {}
        self._problem = look(QLabel(), "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._all_drawn_up = self._line("", wording.say(DOMAIN, "fills.all_drawn_up"))
        self._all_mark = self._line("", wording.say(DOMAIN, "fills.all_mark"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._same_for_all())
        hands = QHBoxLayout()
        hands.setSpacing(28)
        for hand in Hand:
            hands.addLayout(self._table(hand, [one for one in syringes if one.hand is hand]), 1)
        column.addLayout(hands)
        column.addWidget(self._problem)

    @property
    def edits(self) -> dict[str, QLineEdit]:
        """Every line by the name of its field, in the order in which they are typed."""
        return self._edits

    @property
    def texts(self) -> tuple[FillText, ...]:
        """What is typed for each syringe."""
        return tuple(
            FillText(
                number, self._edits[drawn_up_field(number)].text(), self._edits[mark_field(number)].text()
            )
            for number in self._numbers
        )

    def show_texts(self, fills: tuple[FillText, ...]) -> None:
        """Put these texts into the rows."""
        for fill in fills:
            self._edits[drawn_up_field(fill.syringe)].setText(fill.drawn_up)
            self._edits[mark_field(fill.syringe)].setText(fill.mark)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Draw the fields that are wrong, and say the first thing under the table, with the syringe it is about."""
        self._problems = problems
        for name, edit in self._edits.items():
            mark_wrong(edit, problems.get(name, ""))
        named = next(((name, problems[name]) for name in self._edits if name in problems), None)
        self._problem.setVisible(named is not None)
        if named is not None:
            number = named[0].rpartition(".")[2]
            self._problem.setText(wording.say(DOMAIN, "fills.problem", syringe=number, problem=named[1]))

    @property
    def problem(self) -> str:
        """The sentence under the table, or nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def same_for_all(self) -> None:
        """Write what stands in the first row into every syringe; an empty field of it changes nothing."""
        for number in self._numbers:
            for name, text in (
                (drawn_up_field(number), self._all_drawn_up.text()),
                (mark_field(number), self._all_mark.text()),
            ):
                if text.strip():
                    self._edits[name].setText(text)
        for name in self._edits:
            self.finished.emit(name)

    def _same_for_all(self) -> QFrame:
        row = look(QFrame(), "raised")
        across = QHBoxLayout(row)
        across.setContentsMargins(16, 8, 12, 8)
        across.setSpacing(10)
        across.addWidget(look(QLabel(wording.say(DOMAIN, "fills.same")), "strong"))
        across.addStretch(1)
        for word, edit in (("fills.drawn_up", self._all_drawn_up), ("fills.mark", self._all_mark)):
            across.addWidget(look(QLabel(wording.say(DOMAIN, word)), "small"))
            across.addWidget(edit)
        copy = QPushButton(wording.say(DOMAIN, "fills.copy"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.same_for_all)
        across.addWidget(copy)
        return row

    def _table(self, hand: Hand, syringes: list[Syringe]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(10)
        table.setVerticalSpacing(4)
        table.setColumnStretch(0, 1)
        table.addWidget(look(QLabel(wording.hand(hand)), "strong"), 0, 0)
        for column, word in ((1, "fills.drawn_up"), (2, "fills.mark")):
            table.addWidget(look(QLabel(wording.say(DOMAIN, word)), "small"), 0, column)
        for row, syringe in enumerate(syringes, start=1):
            digit = wording.digit(syringe.digit)
            words: dict[str, str | int] = {"number": syringe.number, "digit": digit}
            table.addWidget(QLabel(wording.say(DOMAIN, "fills.syringe", **words)), row, 0)
            for column, name, spoken in (
                (1, drawn_up_field(syringe.number), "fills.spoken_drawn_up"),
                (2, mark_field(syringe.number), "fills.spoken_mark"),
            ):
                edit = self._line(name, wording.say(DOMAIN, spoken, **words))
                self._edits[name] = edit
                table.addWidget(edit, row, column)
        return table

    def _line(self, name: str, spoken: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setFixedWidth(FIELD_WIDTH)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        edit.setPlaceholderText(wording.say(DOMAIN, "fills.unit"))
        edit.setAccessibleName(spoken)
        if name:
            edit.textChanged.connect(lambda _: self.edited.emit(name))
            edit.editingFinished.connect(lambda: self.finished.emit(name))
        return edit
