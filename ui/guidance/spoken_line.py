"""The line of the spoken check: what is said of the syringe that is taken up, and the button for the answer.

Its place is kept while nothing is to be said, and nothing is hidden or shown: either would lay out the whole screen
at once, in the middle of a press.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.offers import Intent, key_of, word_of
from app.read_models.spoken_check import SpokenCheck
from ui.guidance.key_button import KeyButton
from ui.guidance.proportions import Proportions
from ui.theme import look

DOMAIN = "live"


class SpokenLine(QFrame):
    """Shows a `SpokenCheck`; it holds nothing up, and where the protocol has none it is not there at all."""

    answered = Signal()
    """The other person has answered, or so it was pressed."""

    def __init__(self, proportions: Proportions, parent: QWidget | None = None) -> None:
        """Lay out the line with nothing to say."""
        super().__init__(parent)
        self._shown = SpokenCheck(is_kept=False)
        self._words, self._also = look(QLabel(), "spoken"), look(QLabel(), "spoken-also")
        self.button = KeyButton("answer", proportions)
        self.button.clicked.connect(self.answered)
        self._lay_out(proportions)
        self._also.hide()
        self.hide()

    @property
    def words(self) -> str:
        """What is to be said now; nothing while nothing is."""
        return self._words.text()

    def show_check(self, check: SpokenCheck) -> None:
        """Show what is to be said, or keep the empty place for it."""
        if check == self._shown:
            return
        before, self._shown = self._shown, check
        is_asked = check.answered is not None
        self._words.setText(check.words)
        self._also.setText(check.also)
        look(self._also, "spoken-also" if is_asked else "spoken-none")
        why_off = "" if is_asked else wording.say(DOMAIN, "off.nothing_to_read_aloud")
        self.button.show_words(word_of(Intent.READ_ALOUD), key_of(Intent.READ_ALOUD), why_off, check.words)
        look(self, "spoken" if is_asked else "spoken-off")
        # Both are the same for a whole case: asking Qt again would lay everything out anew.
        if check.also != before.also:
            self._also.setVisible(bool(check.also))
        if check.is_kept is not before.is_kept:
            self.setVisible(check.is_kept)

    def _lay_out(self, proportions: Proportions) -> None:
        words = QVBoxLayout()
        proportions.layout(words, spacing=2)
        words.addStretch(1)
        for label in (self._words, self._also):
            label.setWordWrap(True)
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        proportions.layout(row, (12, 2, 3, 2), 12)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        proportions.pixels(self.button.setFixedWidth, 170, least=112)
