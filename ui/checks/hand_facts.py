"""What is read aloud beside a time-out's lines: syringes, left out, found, the product, and warnings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.expiry_lines import ExpiryLine
from app.read_models.time_out_form import TimeOutForm
from ui.checks.syringe_cells import SyringeCells
from ui.theme import look

DOMAIN = "cases"


class HandFacts(QScrollArea):
    """A column of cards about one hand; it is read, never pressed, and scrolls where there is much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the cards, empty."""
        super().__init__(parent)
        look(self, "page")
        self._is_roomy = False
        self._form: TimeOutForm | None = None
        self._expiry: tuple[ExpiryLine, ...] = ()
        self._not_planned, self._found, self._warnings = QLabel(), QLabel(), QLabel()
        self._second_person = look(QLabel(), "small")
        self._syringes, self._product = SyringeCells(), QVBoxLayout()
        self._warned = _card(_word("time_out.warnings"), self._warnings, kind="warning")
        product = _card(_word("time_out.product"))
        self._product.setSpacing(0)
        _column(product).addLayout(self._product)
        inside = look(QWidget(), "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        here = _card(_word("time_out.not_planned"), self._not_planned)
        _add(here, _word("time_out.found"), self._found)
        # The syringes first: a row that says what is missing in one is in view, however much is left out.
        for card in (self._syringe_card(), here, product, self._warned):
            column.addWidget(card)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(wording.say(DOMAIN, "time_out.facts"))
        self.setWidget(inside)

    def _syringe_card(self) -> QFrame:
        card = _card(_word("time_out.syringes"))
        _column(card).addLayout(self._syringes)
        _add(card, self._second_person)
        return card

    def show_form(self, form: TimeOutForm) -> None:
        """Show what belongs to the hand of a time-out, and what the plan was approved with."""
        self._form = form
        self._not_planned.setText(_lines(form.not_planned) or wording.say(DOMAIN, "time_out.all_planned"))
        self._found.setText(_lines(form.findings) or wording.say(DOMAIN, "time_out.nothing_found"))
        self._second_person.setText(_lines(form.second_person))
        self._warned.setVisible(bool(form.warnings))
        self._warnings.setText(_lines(form.warnings))
        self._dress()

    def show_roomy(self, *, is_roomy: bool) -> None:
        """Write larger where there is room for it."""
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            self._dress()

    def _dress(self) -> None:
        """Give every text the letters for the room there is; this hand's are heavy, the other's quiet."""
        if self._form is None:
            return
        heavy = "figure" if self._is_roomy else "strong"
        for label, says in ((self._not_planned, self._form.not_planned), (self._found, self._form.findings)):
            look(label, heavy if says else "quiet")
        look(self._warnings, "figure-cell" if self._is_roomy else "")
        self._syringes.show_syringes(self._form.syringes, is_roomy=self._is_roomy)
        self._show_product()

    def show_expiry(self, lines: tuple[ExpiryLine, ...]) -> None:
        """Show what can be said of the product's age now; a day or limit that has gone by is said as wrong."""
        self._expiry = lines
        self._show_product()

    def _show_product(self) -> None:
        while self._product.count() > len(self._expiry):
            item = self._product.takeAt(self._product.count() - 1)
            shown = item.widget() if item is not None else None
            if shown is not None:
                shown.hide()
                shown.deleteLater()
        while self._product.count() < len(self._expiry):
            label = QLabel()
            label.setWordWrap(True)
            self._product.addWidget(label)
        for place, line in enumerate(self._expiry):
            item = self._product.itemAt(place)
            shown = item.widget() if item is not None else None
            assert isinstance(shown, QLabel), "the card holds labels"
            shown.setText(line.words)
            plain, past = ("figure-cell", "figure-open") if self._is_roomy else ("", "problem")
            look(shown, past if line.is_past else plain)


def _lines(said: tuple[str, ...]) -> str:
    return "\n".join(said)


def _word(key: str) -> QLabel:
    return look(QLabel(wording.say(DOMAIN, key)), "small")


def _card(*shown: QLabel, kind: str = "card") -> QFrame:
    card = look(QFrame(), kind)
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 6, 12, 7)
    column.setSpacing(3)
    _add(card, *shown)
    return card


def _add(card: QFrame, *shown: QLabel) -> None:
    for label in shown:
        label.setWordWrap(True)
        _column(card).addWidget(label)


def _column(card: QFrame) -> QVBoxLayout:
    column = card.layout()
    assert isinstance(column, QVBoxLayout), "every card is a column"
    return column
