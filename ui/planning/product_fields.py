"""The cards of the product, laid out in two columns: harvest, lots and process; label, product and release."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models import product_form as form
from app.read_models.product_form import ProductText
from app.read_models.release_words import SinceRelease
from injection_plan.protocol import Protocol
from ui.planning.answer_field import AnswerField
from ui.planning.lot_rows import LotRows
from ui.planning.titled_card import TitledCard
from ui.theme import look

DOMAIN = "product"


class ProductFields(QWidget):
    """Every field of the page by its name, in the order in which it is typed; it judges nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the empty fields."""
        super().__init__(parent)
        self.answers = {name: _answer(name) for name in form.ANSWERS}
        self.lots = LotRows()
        self._harvest = TitledCard(wording.say(DOMAIN, "card.harvest"))
        self._lots = TitledCard(wording.say(DOMAIN, "card.lots"))
        self._elapsed = look(QLabel(), "figure")
        self._countdown = look(QLabel(), "strong")
        self._release = self._card("release", (form.RELEASED_BY, form.READY))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(32, 18, 24, 18)
        columns.setSpacing(20)
        columns.addLayout(self._left(), 1)
        columns.addLayout(self._right(), 1)
        _in_order(self._order())

    def _left(self) -> QVBoxLayout:
        column = _column()
        self._harvest.add(self._pairs((form.SITES, form.HARVEST)))
        self._lots.add(self.lots)
        self.lots.edited.connect(self._say_lots)
        self._say_lots()
        for card in (self._harvest, self._lots, self._card("process", (form.STARTED, form.ENDED))):
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = _column()
        names = (form.PREPARED, form.LOT, form.CELLS, form.VIABILITY, form.SAMPLE)
        self._release.add(self._since())
        label = TitledCard(wording.say(DOMAIN, "card.label"))
        label.beside.setText(wording.say(DOMAIN, "label.asked"))
        label.add(self.answers[form.LABEL])
        for card in (label, self._card("product", names), self._release):
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _card(self, title: str, names: tuple[str, ...]) -> TitledCard:
        card = TitledCard(wording.say(DOMAIN, f"card.{title}"))
        card.add(self._pairs(names))
        return card

    def _pairs(self, names: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, name in enumerate(names):
            grid.addWidget(self.answers[name], place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        return grid

    def _say_lots(self) -> None:
        self._lots.beside.setText("" if self.lots.texts else wording.say(DOMAIN, "not_recorded"))

    def _since(self) -> QFrame:
        band = look(QFrame(), "raised")
        row = QHBoxLayout(band)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(look(QLabel(wording.say(DOMAIN, "release.since")), "small"))
        row.addWidget(self._elapsed)
        row.addStretch(1)
        row.addWidget(self._countdown)
        return band

    def _order(self) -> list[QWidget]:
        answers = [
            one for name in form.ANSWERS for one in (self.answers[name].edit, self.answers[name].line.button)
        ]
        rows = [one for row in self.lots.rows for one in row.stops]
        of_harvest = 4
        return [*answers[:of_harvest], *rows, self.lots.add_row, self.lots.put_back, *answers[of_harvest:]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of every field, in the order of the page."""
        return (*form.ANSWERS[:2], *self.lots.edits, *form.ANSWERS[2:])

    def edit(self, name: str) -> QWidget:
        """Return the line of a field; a name that the page lacks is a `KeyError`."""
        return self.answers[name].edit if name in self.answers else self.lots.edits[name]

    def typed(self, confirmed: frozenset[tuple[str, str]]) -> ProductText:
        """Return everything as it stands, letter by letter, with what was confirmed."""
        answers = {name: field.text for name, field in self.answers.items()}
        return ProductText(**answers, lots=self.lots.texts, confirmed=confirmed)

    def show_text(self, text: ProductText) -> None:
        """Put a whole form in."""
        for name, field in self.answers.items():
            field.show_text(text.typed(name))
        self.lots.show_texts(text.lots)

    def show_protocol(self, protocol: Protocol) -> None:
        """Say beside the harvest what the protocol asks for."""
        least = protocol.limits.harvest_least
        words = "" if least is None else wording.say(DOMAIN, "harvest.least", volume=wording.volume(least))
        self._harvest.beside.setText(words)

    def show_since(self, since: SinceRelease) -> None:
        """Say how long ago the release was, and what the protocol leaves."""
        self._elapsed.setText(since.elapsed)
        self._countdown.setText(since.countdown)
        look(self._countdown, "problem" if since.is_past else "strong")

    @property
    def since(self) -> tuple[str, str]:
        """What is said about the time since release: elapsed, and the countdown."""
        return self._elapsed.text(), self._countdown.text()


def _answer(name: str) -> AnswerField:
    is_needed = name == form.PREPARED
    return AnswerField(
        wording.say(DOMAIN, f"field.{name}"),
        wording.say(DOMAIN, f"hint.{name}"),
        wording.say(DOMAIN, "needed" if is_needed else "not_recorded"),
        needed=is_needed,
    )


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    return column


def _in_order(widgets: list[QWidget]) -> None:
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
