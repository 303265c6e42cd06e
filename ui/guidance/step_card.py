"""The step card: which aliquot is next, the one loud thing of the screen, and what may be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.read_models.offers import BUTTONS, Intent, Offer, key_of
from app.read_models.step import Calm, StepView
from ui.guidance.key_button import KeyButton
from ui.guidance.proportions import Proportions
from ui.theme import look

_IN_A_ROW = 4


class StepCard(QWidget):
    """Shows a `StepView` and the small buttons; says what was pressed, and never what it means."""

    pressed = Signal(object)
    """An `Intent` whose button was pressed."""

    def __init__(self, proportions: Proportions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[StepView, tuple[Offer, ...], Offer | None] | None = None
        self._headline, self._title = look(QLabel(), "headline"), look(QLabel(), "live-title")
        self._number, self._unit = look(QLabel(), "dose"), look(QLabel(), "unit")
        self._technique, self._reason = look(QLabel(), "technique"), look(QLabel(), "reason")
        for sentence in (self._headline, self._title, self._technique, self._reason):
            sentence.setWordWrap(True)
        self._give = KeyButton("give", proportions)
        self._give.clicked.connect(lambda: self.pressed.emit(Intent.GIVE))
        self._next = KeyButton("give", proportions)
        self._next.clicked.connect(self._go_on)
        self._wishes = {intent: self._wish(intent, proportions) for intent in BUTTONS}
        self._lay_out(proportions)

    @property
    def give_button(self) -> KeyButton:
        """The big button."""
        return self._give

    def wish_button(self, intent: Intent) -> KeyButton:
        """Return the small button of an intent."""
        return self._wishes[intent]

    @property
    def reason(self) -> str:
        """The sentence that stands under the big button."""
        return self._reason.text()

    def show_step(self, view: StepView, small: tuple[Offer, ...], onward: Offer | None) -> None:
        """Show the next aliquot, the small buttons, and where the case goes when there is nothing to give."""
        if (view, small, onward) == self._shown:
            self._say(self._standing_reason(view, onward), "reason")
            return
        self._shown = view, small, onward
        self._dim(view.calm)
        self._headline.setText(view.headline)
        self._title.setText(view.title)
        self._number.setText(view.number)
        self._unit.setText(view.unit)
        self._technique.setText(view.technique)
        for label in (self._number, self._unit, self._technique):
            _show(label, wanted=bool(label.text()))
        # A dead button names no key: a badge there would invite the press.
        if view.is_on:
            self._give.show_words(view.label, key_of(Intent.GIVE), "")
        else:
            self._give.show_words(view.label, "", view.refusal)
        _show(self._give, wanted=onward is None)
        _show(self._next, wanted=onward is not None)
        if onward is not None:
            self._next.show_words(onward.word, onward.key, onward.why_off)
        for offer in small:
            self._wishes[offer.intent].show_words(offer.word, offer.key, offer.why_off, offer.about)
        self._say(self._standing_reason(view, onward), "reason")

    def show_refusal(self, sentence: str) -> None:
        """Say why the last wish was refused; it stays until the next one is accepted."""
        self._say(sentence, "refusal")

    def _dim(self, calm: Calm) -> None:
        """Let the dose be loud only where it may be given, and everything rest while the case is paused."""
        paused = calm is Calm.PAUSED
        look(self._headline, "headline-calm" if paused else "headline")
        look(self._title, "live-title-calm" if paused else "live-title")
        look(self._number, "dose" if calm is Calm.OPEN else "dose-calm")
        look(self._technique, "technique-calm" if paused else "technique")

    def _standing_reason(self, view: StepView, onward: Offer | None) -> str:
        return view.refusal if onward is None else onward.why_off

    def _say(self, sentence: str, how: str) -> None:
        if self._reason.text() != sentence:
            self._reason.setText(sentence)
            self._reason.setAccessibleDescription(sentence)
        look(self._reason, how if sentence else "reason")

    def _go_on(self) -> None:
        if self._shown is not None and self._shown[2] is not None:
            self.pressed.emit(self._shown[2].intent)

    def _wish(self, intent: Intent, proportions: Proportions) -> KeyButton:
        button = KeyButton("wish", proportions)
        button.clicked.connect(lambda: self.pressed.emit(intent))
        return button

    def _lay_out(self, proportions: Proportions) -> None:
        words, dose = QVBoxLayout(), QHBoxLayout()
        proportions.layout(words, spacing=2)
        words.addWidget(self._headline)
        words.addWidget(self._title)
        proportions.layout(dose, spacing=14)
        for part in (self._number, self._unit):
            dose.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        top = QHBoxLayout()
        proportions.layout(top, spacing=24)
        top.addLayout(words, 1)
        top.addLayout(dose)
        buttons = QGridLayout()
        proportions.layout(buttons, spacing=10)
        for place, intent in enumerate(BUTTONS):
            buttons.addWidget(self._wishes[intent], *divmod(place, _IN_A_ROW))
        for column in range(_IN_A_ROW):
            buttons.setColumnStretch(column, 1)
        card = QVBoxLayout(self)
        proportions.layout(card, (28, 14, 28, 12), 8)
        card.addLayout(top)
        card.addWidget(self._technique)
        card.addStretch(1)
        card.addWidget(self._give)
        card.addWidget(self._next)
        card.addWidget(self._reason)
        proportions.pixels(self._reason.setMinimumHeight, 30, least=22)
        card.addLayout(buttons)


def _show(part: QWidget, *, wanted: bool) -> None:
    """Show or hide a part, only where that is different: asking Qt again would lay everything out anew."""
    if part.isHidden() is wanted:
        part.setVisible(wanted)
