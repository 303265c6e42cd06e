"""The losses that the centre expects and the counts that it lays out: every field may stay empty, and says so."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.field_said import Said
from app.read_models.handling_form import CHANGES, PER_CHANGE, PRIMING, SUPPLY, HandlingText
from ui.planning import in_sight
from ui.planning.answer_field import AnswerField
from ui.planning.titled_card import TitledCard
from ui.theme import look, pixels

DOMAIN = "plan_summary"
FEWER, MORE = 2, 3
ROOM_FOR_MORE = 680


class HandlingFields(QWidget):
    """Shows what is typed and what is said at each field; it judges nothing itself."""

    edited = Signal()
    """What is typed has changed, or was said to be right as it stands."""

    asked = Signal()
    """What is typed is to be stored now."""

    def __init__(self, supplies: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        """Lay out the empty fields, one for each item of the protocol's list."""
        super().__init__(parent)
        self._supplies = tuple(name for name, _ in supplies)
        self._confirmed: frozenset[tuple[str, str]] = frozenset()
        self._showing = False
        self.fields = {
            PRIMING: _loss(PRIMING),
            CHANGES: _field("handling.changes", "handling.count_hint", "handling.not_entered"),
            PER_CHANGE: _loss(PER_CHANGE),
        }
        for name, words in supplies:
            self.fields[SUPPLY + name] = AnswerField(
                words,
                wording.say(DOMAIN, "handling.count_hint"),
                wording.say(DOMAIN, "handling.not_entered"),
            )
        self.button = QPushButton(wording.say(DOMAIN, "handling.do"))
        self.button.setAutoDefault(False)
        self._stored = look(QLabel(), "quiet")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._in_a_row = 0
        self._compose()
        self._connect()

    def _compose(self) -> None:
        changes_are = look(QLabel(wording.say(DOMAIN, "handling.changes_are")), "small")
        changes_are.setWordWrap(True)
        last = QHBoxLayout()
        last.setSpacing(16)
        last.addWidget(self.button)
        last.addWidget(self._stored)
        last.addWidget(changes_are, 1)
        card = TitledCard(wording.say(DOMAIN, "handling.title"))
        card.add(self._grid)
        card.add(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._lay_out(FEWER)

    def _lay_out(self, in_a_row: int) -> None:
        """Put the fields side by side, so many in a row; the losses come first."""
        self._in_a_row = in_a_row
        for place, one in enumerate(self.fields.values()):
            self._grid.addWidget(one, place // in_a_row, place % in_a_row)
        for column in range(MORE):
            self._grid.setColumnStretch(column, 1 if column < in_a_row else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many fields side by side as the letters leave room for."""
        super().resizeEvent(event)
        wanted = MORE if event.size().width() >= pixels(ROOM_FOR_MORE) else FEWER
        if wanted != self._in_a_row:
            self._lay_out(wanted)

    def _connect(self) -> None:
        for name, one in self.fields.items():
            one.edited.connect(self._tell_edited)
            one.confirmed.connect(lambda name=name: self._confirm(name))
        self.button.clicked.connect(self.asked)

    @property
    def reached(self) -> tuple[QWidget, ...]:
        """What the keys reach here, in the order in which it stands."""
        fields = ((one.edit, one.line.button) for one in self.fields.values())
        return (*chain.from_iterable(fields), self.button)

    @property
    def supplies(self) -> tuple[str, ...]:
        """The names of the items that are counted here."""
        return self._supplies

    @property
    def text(self) -> HandlingText:
        """What is typed, letter by letter."""
        counts = tuple((name, self.fields[SUPPLY + name].text) for name in self._supplies)
        losses = {name: self.fields[name].text for name in (PRIMING, CHANGES, PER_CHANGE)}
        return HandlingText(**losses, counts=counts, confirmed=self._confirmed)

    def show_text(self, text: HandlingText) -> None:
        """Put a whole form in."""
        self._showing = True
        self._confirmed = text.confirmed
        for name, typed in ((PRIMING, text.priming), (CHANGES, text.changes), (PER_CHANGE, text.per_change)):
            self.fields[name].show_text(typed)
        for name, typed in text.counts:
            self.fields[SUPPLY + name].show_text(typed)
        self._showing = False

    def show_said(self, said: dict[str, Said]) -> None:
        """Say at each field what is said of it, and at the others nothing."""
        for name, one in self.fields.items():
            one.show_said(said.get(name))

    def show_stored(self, words: str, *, is_stored: bool) -> None:
        """Say whether what is typed is stored; what is stored already cannot be stored again."""
        self._stored.setText(words)
        look(self._stored, "quiet" if is_stored else "problem")
        self.button.setEnabled(not is_stored)

    def go_to(self, name: str) -> None:
        """Put the focus into a field."""
        in_sight.go_to(self.fields[name].edit)

    def _confirm(self, name: str) -> None:
        """Take exactly this text as right; another one is questioned again."""
        self._confirmed |= {(name, self.fields[name].text)}
        self._tell_edited()

    def _tell_edited(self) -> None:
        if not self._showing:
            self.edited.emit()


def _loss(name: str) -> AnswerField:
    return _field(f"handling.{name}", "handling.volume_hint", "handling.unknown")


def _field(word: str, hint: str, when_empty: str) -> AnswerField:
    return AnswerField(wording.say(DOMAIN, word), wording.say(DOMAIN, hint), wording.say(DOMAIN, when_empty))
