"""The rows of devices and reagents: what, number, last day; rows are added, removed and put back by key or pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.field_said import Said
from app.read_models.product_form import EXPIRES, LOT_PARTS, MOST_LOTS, WHAT, LotText, lot_field
from ui.planning.form_field import mark_wrong
from ui.planning.its_start import show_its_start
from ui.planning.said_line import SaidLine
from ui.theme import look, pixels

DOMAIN = "product"
FIRST_ROWS = 2
REMOVE_WIDTH = 104
SHARES = {part: 5 if part == EXPIRES else 4 for part in LOT_PARTS}
"""How the breadth is shared; a whole day needs a little more than the others."""


class LotRow(QWidget):
    """One row: three lines to type in, and the button that takes the row away."""

    edited = Signal()
    finished = Signal(str)
    confirmed = Signal(str)
    removed = Signal()

    def __init__(self, row: int, parent: QWidget | None = None) -> None:
        """Show an empty row of that number."""
        super().__init__(parent)
        self.edits = {part: QLineEdit() for part in LOT_PARTS}
        self.remove = QPushButton(wording.say(DOMAIN, "lots.remove"))
        self.remove.setAutoDefault(False)
        self.remove.setFixedWidth(pixels(REMOVE_WIDTH))
        self.remove.clicked.connect(self.removed)
        self._lines = {part: SaidLine(wording.say(DOMAIN, f"lots.{part}")) for part in LOT_PARTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column, (part, edit) in enumerate(self.edits.items()):
            edit.setPlaceholderText(wording.say(DOMAIN, f"lots.{part}_hint"))
            edit.textChanged.connect(self._follow)
            edit.editingFinished.connect(lambda part=part: self.finished.emit(part))
            edit.returnPressed.connect(edit.focusNextChild if part != EXPIRES else self._go_past_remove)
            show_its_start(edit)
            self._lines[part].confirmed.connect(lambda part=part: self.confirmed.emit(part))
            grid.addWidget(edit, 0, column)
            grid.setColumnStretch(column, SHARES[part])
            grid.addWidget(self._lines[part], column + 1, 0, 1, 4)
        grid.addWidget(self.remove, 0, len(LOT_PARTS))
        self.number(row)

    def _follow(self) -> None:
        """A row that has its words and no day says that the day is not recorded."""
        hint = "lots.expires_hint" if self.text.is_blank else "not_recorded"
        self.edits[EXPIRES].setPlaceholderText(wording.say(DOMAIN, hint))
        self.edited.emit()

    def _go_past_remove(self) -> None:
        """Go on from the last line to what comes after the row: Enter does not lead to what takes the row away."""
        self.remove.setFocus(Qt.FocusReason.TabFocusReason)
        self.remove.focusNextChild()

    def number(self, row: int) -> None:
        """Be the row of that number, as after another one was removed."""
        for part, edit in self.edits.items():
            word = wording.say(DOMAIN, f"lots.{part}")
            edit.setAccessibleName(wording.say(DOMAIN, "lots.spoken", row=row, part=word))
        self.remove.setAccessibleName(wording.say(DOMAIN, "lots.remove_spoken", row=row))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in this row, in order; what is hidden is passed over."""
        edits = [one for part in LOT_PARTS for one in (self.edits[part], self._lines[part].button)]
        return (*edits, self.remove)

    @property
    def text(self) -> LotText:
        """What is typed."""
        return LotText(**{part: edit.text() for part, edit in self.edits.items()})

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences below the row."""
        return tuple(line.sentence for line in self._lines.values() if line.sentence)

    def show_text(self, text: LotText) -> None:
        """Put texts in without moving the cursor of somebody who types."""
        for part, edit in self.edits.items():
            if edit.text() != getattr(text, part):
                edit.setText(getattr(text, part))

    def show_said(self, part: str, said: Said | None) -> None:
        """Say this of one of the three lines, below the row."""
        self._lines[part].show_said(said)
        mark_wrong(self.edits[part], said.sentence if said is not None and said.holds_back else "")


class LotRows(QWidget):
    """Shows the rows and utters which field changed, was left, or is right as it stands."""

    edited = Signal()
    """Something typed in a row, or the number of rows, has changed."""

    finished = Signal(str)
    """The name of a field that the person has left."""

    confirmed = Signal(str)
    """The name of a field that is right as it stands."""

    moved = Signal()
    """The rows have other numbers than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show two empty rows."""
        super().__init__(parent)
        self.rows: list[LotRow] = []
        self._removed: list[LotText] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add_row = _button("lots.add")
        self.put_back = _button("lots.put_back")
        self.put_back.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.add_row)
        buttons.addWidget(self.put_back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(_head())
        column.addLayout(self._column)
        column.addLayout(buttons)
        self.add_row.clicked.connect(self.start_row)
        self.put_back.clicked.connect(self._put_back)
        self.show_texts(())

    @property
    def texts(self) -> tuple[LotText, ...]:
        """What is typed, row by row; the blank rows at the end are left out."""
        texts = [row.text for row in self.rows]
        while texts and texts[-1].is_blank:
            texts.pop()
        return tuple(texts)

    @property
    def edits(self) -> dict[str, QLineEdit]:
        """Every line by the name of its field, in the order in which they are typed."""
        return {
            lot_field(number, part): edit
            for number, row in enumerate(self.rows, start=1)
            for part, edit in row.edits.items()
        }

    def show_texts(self, texts: tuple[LotText, ...]) -> None:
        """Put these rows in; at least two rows are there to type in."""
        while len(self.rows) < max(len(texts), FIRST_ROWS):
            self._add(len(self.rows))
        for row, text in zip(self.rows, (*texts, *(LotText() for _ in self.rows)), strict=False):
            row.show_text(text)

    def show_said(self, said: dict[str, Said]) -> None:
        """Say these sentences at their fields, and at the others nothing."""
        for number, row in enumerate(self.rows, start=1):
            for part in LOT_PARTS:
                row.show_said(part, said.get(lot_field(number, part)))

    def start_row(self) -> None:
        """Add an empty row and go to it."""
        self._add(len(self.rows))
        self.rows[-1].edits[WHAT].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, at: int) -> LotRow:
        row = LotRow(at + 1)
        row.edited.connect(self.edited)
        row.finished.connect(lambda part: self.finished.emit(self._name(row, part)))
        row.confirmed.connect(lambda part: self.confirmed.emit(self._name(row, part)))
        row.removed.connect(lambda: self._remove(row))
        self.rows.insert(at, row)
        self._column.insertWidget(at, row)
        if at:
            _tab_through(self.rows[at - 1].remove, row)
        self._limit()
        return row

    def _name(self, row: LotRow, part: str) -> str:
        return lot_field(self.rows.index(row) + 1, part)

    def _remove(self, row: LotRow) -> None:
        """Take a row away; what stood in it can be put back."""
        at = self.rows.index(row)
        if not row.text.is_blank:
            self._removed.append(row.text)
        near = self.rows[at + 1 : at + 2] or self.rows[:at][-1:] or [self._add(at + 1)]
        near[0].edits[WHAT].setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.put_back.setVisible(bool(self._removed))
        self._number()

    def _put_back(self) -> None:
        free = next((row for row in self.rows if row.text.is_blank), None) or self._add(len(self.rows))
        free.show_text(self._removed.pop())
        self.put_back.setVisible(bool(self._removed))
        free.edits[EXPIRES].setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.number(number)
        self._limit()
        self.moved.emit()
        self.edited.emit()

    def _limit(self) -> None:
        is_full = len(self.rows) >= MOST_LOTS
        self.add_row.setEnabled(not is_full)
        self.add_row.setToolTip(wording.say(DOMAIN, "lots.full", most=MOST_LOTS) if is_full else "")


def _tab_through(before: QWidget, row: LotRow) -> None:
    for one in row.stops:
        QWidget.setTabOrder(before, one)
        before = one


def _button(word: str) -> QPushButton:
    button = QPushButton(wording.say(DOMAIN, word))
    button.setAutoDefault(False)
    return button


def _head() -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(10)
    for part in LOT_PARTS:
        head.addWidget(look(QLabel(wording.say(DOMAIN, f"lots.{part}")), "small"), SHARES[part])
    head.addSpacing(pixels(REMOVE_WIDTH))
    return head
