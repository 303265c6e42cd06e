"""The product before it was drawn up: prepared, filled, sample, not drawn up, and what remains unexplained."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models import reconcile_form as form
from app.read_models.reconcile_form import PRODUCT, SettlementText
from app.read_models.reconcile_lines import LineState, ProductLine
from injection_plan.terms import Role
from ui.review.columns import FIELD, SIDE
from ui.review.figure_edit import FigureEdit, show_wrong
from ui.review.syringe_row import Settled
from ui.theme import look

DOMAIN = "closing"


class ProductRow(QWidget):
    """Shows the product's line and utters that something was typed in it."""

    edited = Signal()
    """A field of this line has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the line with both fields empty."""
        super().__init__(parent)
        spoken = wording.say(DOMAIN, "reconcile.product")
        self._prepared = look(QLabel(), "figure")
        self._filled = look(QLabel(), "figure")
        self._unexplained = look(QLabel(), "figure")
        self.sample = FigureEdit(wording.say(DOMAIN, "sum.sample"), FIELD)
        self.not_drawn_up = FigureEdit(wording.say(DOMAIN, "sum.not_drawn_up"), FIELD)
        self.settled = Settled(PRODUCT, spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, SIDE, 8)
        column.setSpacing(6)
        column.addWidget(look(QLabel(spoken), "heading"))
        row = QHBoxLayout()
        row.setSpacing(22)
        for key, shown in (
            ("sum.prepared", self._prepared),
            ("reconcile.filled", self._filled),
            ("sum.sample", self.sample),
            ("sum.not_drawn_up", self.not_drawn_up),
            ("sum.unexplained", self._unexplained),
        ):
            row.addLayout(_under_a_word(wording.say(DOMAIN, key), shown))
        row.addWidget(self.settled, 1)
        column.addLayout(row)
        for edit in self.edits.values():
            edit.textChanged.connect(lambda _: self.edited.emit())
        self.settled.settling.edited.connect(self.edited)

    @property
    def edits(self) -> dict[str, FigureEdit]:
        """The fields of this line by their names in the form."""
        return {form.SAMPLE: self.sample, form.NOT_DRAWN_UP: self.not_drawn_up}

    @property
    def settlement(self) -> SettlementText:
        """How the unexplained volume is settled, as far as it is."""
        return self.settled.settling.text

    def name_people(self, people: tuple[tuple[Role, str], ...]) -> None:
        """Say who may accept what remains unexplained."""
        self.settled.settling.name_people(people)

    def show_line(self, line: ProductLine, problems: dict[str, str], *, asked: bool) -> None:
        """Show the line as it comes to with what is typed."""
        self._prepared.setText(line.prepared)
        self._filled.setText(line.filled)
        self._unexplained.setText(line.unexplained_words)
        look(self._unexplained, "figure-open" if line.state is LineState.OPEN else "figure")
        self.settled.show_state(line.state, line.said, line.unexplained, asked=asked)
        for name, edit in self.edits.items():
            sentence = problems.get(name, "")
            edit.show_problem(sentence if asked or edit.text() else "")
        settling = problems.get(form.settled_field(PRODUCT), "")
        show_wrong(self.settled.settling.words, settling if asked else "")


def _under_a_word(word: str, shown: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(look(QLabel(word), "small"))
    shown.setMinimumHeight(44)
    column.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return column
