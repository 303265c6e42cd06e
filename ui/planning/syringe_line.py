"""One syringe on a sheet: its number and finger, its fields, and below them how it stands or what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app import wording
from app.read_models.field_said import Said
from app.read_models.syringes_words import SyringeWords
from injection_plan.protocol import Syringe
from ui.planning.form_field import mark_wrong
from ui.planning.said_line import SaidLine
from ui.planning.wrapped_words import WrappedWords
from ui.theme import look, pixels

DOMAIN = "syringes"
FIGURE_WIDTH = 108
NAME_WIDTH = 150


class SyringeLine(QWidget):
    """Fields by their names, those for a figure narrow; it judges nothing and passes on nobody's words."""

    edited = Signal(str)
    """The name of a field whose text has changed."""

    finished = Signal(str)
    """The name of a field that the person has left."""

    entered = Signal(str)
    """The name of a field in which Enter was pressed, as a scanner does after a code."""

    confirmed = Signal(str)
    """The name of a field that is right as it stands."""

    def __init__(self, syringe: Syringe, wide: tuple[str, ...], narrow: tuple[str, ...]) -> None:
        """Show the empty fields; the part of a field's name before its point says what it is for."""
        super().__init__()
        self.edits: dict[str, QLineEdit] = {}
        self._questioned = ""
        digit = wording.digit(syringe.digit)
        finger = wording.finger(syringe.finger)
        self._state = look(WrappedWords(), "small")
        self._is_wide = bool(wide)
        name = look(QLabel(wording.say(DOMAIN, "syringe", number=syringe.number, digit=digit)), "strong")
        self._line = SaidLine(wording.say(DOMAIN, "syringe", number=syringe.number, digit=finger))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(name)
        grid.addLayout(named, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnMinimumWidth(0, pixels(NAME_WIDTH))
        for column, field in enumerate((*wide, *narrow), start=1):
            edit = self._made(field, syringe.number, finger)
            if field in narrow:
                edit.setFixedWidth(pixels(FIGURE_WIDTH))
                edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(edit, 0, column)
        across = 1 + len(wide) + len(narrow)
        if wide:
            grid.setColumnStretch(1, 1)
            named.addWidget(self._state)
        else:
            grid.setColumnStretch(across, 1)
            grid.addWidget(self._state, 0, across)
        grid.addWidget(self._line, 1, 0, 1, across if wide else across + 1)
        self._line.confirmed.connect(lambda: self.confirmed.emit(self._questioned))

    def _made(self, field: str, number: int, finger: str) -> QLineEdit:
        part = field.partition(".")[0]
        edit = QLineEdit()
        hint = "hint.label" if part == "label" else "hint.volume"
        edit.setPlaceholderText(wording.say(DOMAIN, hint))
        edit.setAccessibleName(wording.say(DOMAIN, f"spoken.{part}", number=number, finger=finger))
        edit.textChanged.connect(lambda _: self.edited.emit(field))
        edit.editingFinished.connect(lambda: self.finished.emit(field))
        edit.returnPressed.connect(lambda: self.entered.emit(field))
        self.edits[field] = edit
        return edit

    @property
    def line(self) -> SaidLine:
        """The sentence below the fields."""
        return self._line

    @property
    def said(self) -> str:
        """What is said of this syringe: a sentence, or else in quiet words how it stands."""
        return self._line.sentence or self._state.text()

    def show_said(self, said: dict[str, Said], words: SyringeWords) -> None:
        """Say the first sentence that holds a field back, or else how the syringe stands."""
        mine = {name: said[name] for name in self.edits if name in said}
        for name, edit in self.edits.items():
            one = mine.get(name)
            mark_wrong(edit, one.sentence if one is not None and one.holds_back else "")
        self._questioned = next(iter(mine), "")
        self._line.show_said(mine.get(self._questioned, words.said))
        is_told_below = not self._is_wide and (words.said is not None or bool(mine))
        self._state.setAccessibleName(words.whole)
        self._state.setToolTip(words.whole)
        look(self._state, "good" if words.agrees else "small")
        self._state.show_words("" if is_told_below else words.short if self._is_wide else words.whole)
