"""The measures of one criterion under their column words, and one day that can be written to all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.eligibility_form import ReadCriterion
from app.read_models.measure_fields import ON, UPPER_LIMIT, VALUE, MeasureField, ValueText
from ui.planning.measure_row import LABEL_WIDTH, UNIT_WIDTH, WIDTHS, MeasureRow
from ui.theme import look, pixels

DOMAIN = "eligibility"


class MeasureTable(QWidget):
    """Shows a row for each measure; without any it takes no room."""

    edited = Signal()
    """What is typed has changed."""

    def __init__(self, fields: tuple[MeasureField, ...], parent: QWidget | None = None) -> None:
        """Lay out the empty rows."""
        super().__init__(parent)
        columns = _columns(fields)
        self.rows = {field.measure: MeasureRow(field, columns) for field in fields}
        self.same_day = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        valued = [field for field in fields if field.has_value]
        if len(valued) > 1:
            column.addWidget(self._same_day_row())
            column.addSpacing(8)
        if fields:
            column.addLayout(_heads(columns))
        for row in self.rows.values():
            column.addWidget(row)
            row.edited.connect(self.edited)
        if not fields:
            self.hide()

    def _same_day_row(self) -> QFrame:
        frame = look(QFrame(), "raised")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        word = look(QLabel(wording.say(DOMAIN, "same_day.told")), "strong")
        word.setBuddy(self.same_day)
        self.same_day.setAccessibleName(word.text())
        self.same_day.setPlaceholderText(wording.say(DOMAIN, "day_short"))
        self.same_day.setFixedWidth(pixels(WIDTHS[ON]))
        write = QPushButton(wording.say(DOMAIN, "same_day.write"))
        write.setAutoDefault(False)
        write.clicked.connect(self.write_same_day)
        row.addWidget(word)
        row.addStretch(1)
        row.addWidget(self.same_day)
        row.addWidget(write)
        return frame

    def write_same_day(self) -> None:
        """Write the one day where a value stands without its own; what is typed already stays."""
        for row in self.rows.values():
            on = row.edits[ON]
            if VALUE in row.edits and row.edits[VALUE].text().strip() and not on.text().strip():
                on.setText(self.same_day.text())

    @property
    def edits(self) -> tuple[QLineEdit, ...]:
        """Every field, in the order in which they are typed."""
        return tuple(edit for row in self.rows.values() for edit in row.edits.values())

    @property
    def texts(self) -> tuple[ValueText, ...]:
        """What is typed for each measure."""
        return tuple(row.text for row in self.rows.values())

    def show_texts(self, texts: tuple[ValueText, ...]) -> None:
        """Put these texts into the rows."""
        for text in texts:
            self.rows[text.measure].show_text(text)

    def show_read(self, read: ReadCriterion, *, asked: bool) -> None:
        """Say at each row what came of it."""
        for measure, row in self.rows.items():
            row.show_read(read.measures[measure], asked=asked)

    def first_wrong(self, read: ReadCriterion) -> QWidget | None:
        """Return where the first thing stands that is wrong or in question, or nothing."""
        found = (row.first_wrong(read.measures[measure]) for measure, row in self.rows.items())
        return next((one for one in found if one is not None), None)


def _columns(fields: tuple[MeasureField, ...]) -> tuple[str, ...]:
    shown = {
        VALUE: any(field.has_value for field in fields),
        UPPER_LIMIT: any(field.has_upper_limit for field in fields),
        ON: True,
    }
    return tuple(name for name in WIDTHS if shown[name])


def _heads(columns: tuple[str, ...]) -> QHBoxLayout:
    heads = QHBoxLayout()
    heads.setSpacing(10)
    heads.addSpacing(LABEL_WIDTH + 16)
    for name in columns:
        word = "column.day" if columns == (ON,) else f"column.{name}"
        head = look(QLabel(wording.say(DOMAIN, word)), "small")
        head.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        head.setWordWrap(True)
        head.setFixedWidth(pixels(WIDTHS[name]))
        heads.addWidget(head)
        if name == VALUE:
            heads.addSpacing(pixels(UNIT_WIDTH) + 10)
    heads.addStretch(1)
    return heads
