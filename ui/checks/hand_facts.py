"""What is read aloud beside a time-out's lines: left out, found, the hand's syringes, and the age of the product."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.expiry_lines import ExpiryLine
from app.read_models.time_out_facts import SyringeAtHand
from app.read_models.time_out_form import TimeOutForm
from ui.theme import look

DOMAIN = "cases"
MARK, LABEL = 1, 2


class HandFacts(QScrollArea):
    """A column of cards about one hand; it is read, never pressed, and scrolls where there is much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the cards, empty."""
        super().__init__(parent)
        look(self, "page")
        self._not_planned, self._found = look(QLabel(), "strong"), look(QLabel(), "strong")
        self._second_person = look(QLabel(), "small")
        self._product = QVBoxLayout()
        self._table = QGridLayout()
        self._cells: list[QLabel] = []
        inside = look(QWidget(), "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        column.addWidget(_card(_word("time_out.not_planned"), self._not_planned))
        column.addWidget(_card(_word("time_out.found"), self._found))
        column.addWidget(self._syringes())
        product = _card(_word("time_out.product"))
        around = product.layout()
        assert isinstance(around, QVBoxLayout), "every card is a column"
        around.addLayout(self._product)
        column.addWidget(product)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(wording.say(DOMAIN, "time_out.facts"))
        self.setWidget(inside)

    def _syringes(self) -> QFrame:
        card = _card(_word("time_out.syringes"))
        column = card.layout()
        assert isinstance(column, QVBoxLayout), "every card is a column"
        self._table.setHorizontalSpacing(14)
        self._table.setVerticalSpacing(1)
        self._table.setColumnStretch(LABEL, 1)
        column.addLayout(self._table)
        column.addWidget(self._second_person)
        self._second_person.setWordWrap(True)
        return card

    def show_form(self, form: TimeOutForm) -> None:
        """Show what belongs to the hand of a time-out."""
        self._not_planned.setText(_lines(form.not_planned) or wording.say(DOMAIN, "time_out.all_planned"))
        self._found.setText(_lines(form.findings) or wording.say(DOMAIN, "time_out.nothing_found"))
        for label, says in ((self._not_planned, form.not_planned), (self._found, form.findings)):
            look(label, "strong" if says else "quiet")
        self._second_person.setText(_lines(form.second_person))
        self._show_syringes(form.syringes)

    def _show_syringes(self, syringes: tuple[SyringeAtHand, ...]) -> None:
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = []
        names = ("time_out.column.syringe", "time_out.column.mark", "time_out.column.label")
        has_labels = any(one.label for one in syringes)
        for column, name in enumerate(names[: LABEL + 1 if has_labels else LABEL]):
            self._put(0, column, look(QLabel(wording.say(DOMAIN, name)), "small"))
        for row, one in enumerate(syringes, start=1):
            words = wording.say(DOMAIN, "time_out.syringe", number=one.number, digit=one.digit)
            first = look(QLabel(words), "strong")
            first.setAccessibleName(one.spoken)
            self._put(row, 0, first)
            self._put(row, MARK, look(QLabel(one.mark), "strong"))
            if has_labels:
                label = QLabel(one.label)
                label.setWordWrap(True)
                self._put(row, LABEL, label)

    def _put(self, row: int, column: int, cell: QLabel) -> None:
        self._table.addWidget(cell, row, column)
        self._cells.append(cell)

    def show_expiry(self, lines: tuple[ExpiryLine, ...]) -> None:
        """Show what can be said of the product's age now; a day or limit that has gone by is said as wrong."""
        while self._product.count() > len(lines):
            item = self._product.takeAt(self._product.count() - 1)
            shown = item.widget() if item is not None else None
            if shown is not None:
                shown.hide()
                shown.deleteLater()
        while self._product.count() < len(lines):
            label = QLabel()
            label.setWordWrap(True)
            self._product.addWidget(label)
        for place, line in enumerate(lines):
            item = self._product.itemAt(place)
            shown = item.widget() if item is not None else None
            assert isinstance(shown, QLabel), "the card holds labels"
            shown.setText(line.words)
            look(shown, "problem" if line.is_past else "")


def _lines(said: tuple[str, ...]) -> str:
    return "\n".join(said)


def _word(key: str) -> QLabel:
    return look(QLabel(wording.say(DOMAIN, key)), "small")


def _card(*shown: QLabel) -> QFrame:
    card = look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 7, 12, 9)
    column.setSpacing(3)
    for label in shown:
        label.setWordWrap(True)
        column.addWidget(label)
    return card
