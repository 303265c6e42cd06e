"""The nurse's pad: empty, blind, and bound at the first digit to the mark that it asked for then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.read_models.offers import Intent, key_of, word_of
from app.read_models.pad import PadView, answer, not_read
from injection_plan.commands import ReadMark
from ui.guidance.key_button import KeyButton
from ui.guidance.pad_keys import PadKeys
from ui.guidance.proportions import Proportions
from ui.guidance.spoken_line import SpokenLine
from ui.theme import look

DOMAIN = "live"
MOST_CHARACTERS = 6
BACK = "\b"
_CARET = "▁"


class PlungerPad(QWidget):
    """Shows what the nurse is asked to read; utters a `ReadMark` or a `LeaveMarkUnread`."""

    wished = Signal(object)
    """The command that was typed, about the mark it was typed for."""

    def __init__(self, proportions: Proportions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: PadView | None = None
        self._bound: PadView | None = None
        self._sent = False
        self._typed = ""
        self._headline, self._question = look(QLabel(), "pad-head"), look(QLabel(), "pad-question")
        self._about, self._sentence = look(QLabel(), "pad-about"), look(QLabel(), "pad-hint")
        for label in (self._headline, self._question, self._about, self._sentence):
            label.setWordWrap(True)
        self._display = look(QFrame(), "display-off")
        self._figure, self._caret = look(QLabel(), "typed"), look(QLabel(_CARET), "caret")
        self._unit = look(QLabel(wording.say(DOMAIN, "pad.unit")), "display-unit")
        self._enter, self._unread = KeyButton("enter", proportions), KeyButton("unread", proportions)
        self._enter.clicked.connect(self.enter)
        self._unread.clicked.connect(self.leave_unread)
        self.spoken = SpokenLine(proportions)
        self._keys = PadKeys(proportions)
        self._keys.typed.connect(self.type)
        self._lay_out(proportions)
        self._show_words()

    @property
    def typed(self) -> str:
        """What stands on the pad, character by character."""
        return self._typed

    @property
    def sentence(self) -> str:
        """The sentence under the display."""
        return self._sentence.text()

    @property
    def bound(self) -> PadView | None:
        """What the typed digits are for; nothing while the pad is empty."""
        return self._bound

    def show_pad(self, view: PadView | None) -> None:
        """Ask for this mark; digits typed for another one are cleared, and the pad says so."""
        if view == self._asked:
            return
        moved = self._bound is not None and not self._sent
        self._asked = view
        self._clear()
        self._show_words()
        if moved:
            self._say("pad.moved", "pad-told")

    def type(self, character: str) -> None:
        """Take one digit, point or comma, or go one back."""
        if self._asked is None:
            self._say("pad.nothing_owed", "pad-told")
            return
        if character == BACK:
            self._typed = self._typed[:-1]
        elif len(self._typed) < MOST_CHARACTERS:
            self._typed += character
        self._bound = (self._bound or self._asked) if self._typed else None
        self._sent = False
        self._show_typed()
        self._show_hint()

    def take_back(self, characters: int) -> None:
        """Take back the last characters, because they came from a scanner."""
        if characters and self._typed:
            self._typed = self._typed[:-characters]
            self._bound = self._bound if self._typed else None
            self._show_typed()
        self._say("pad.scanned", "pad-told")

    def enter(self) -> None:
        """Utter what was typed, or say why it cannot be a mark; nothing typed is lost."""
        view = self._bound or self._asked
        if view is None:
            self._say("pad.nothing_owed", "pad-told")
            return
        said = answer(view, self._typed)
        if not isinstance(said, ReadMark):
            self._tell(said, "pad-wrong")
            return
        self._sent = True
        self.wished.emit(said)

    def leave_unread(self) -> None:
        """Utter that the mark was not read."""
        if self._asked is None:
            self._say("pad.nothing_owed", "pad-told")
            return
        self._sent = True
        self.wished.emit(not_read(self._asked))

    def show_refusal(self, sentence: str) -> None:
        """Say why the mark was not accepted; what was typed stays."""
        self._sent = False
        self._tell(sentence, "pad-wrong")

    def keep_typed(self) -> None:
        """Keep what was typed, because it could not be stored."""
        self._sent = False

    def _clear(self) -> None:
        self._typed, self._bound, self._sent = "", None, False
        self._show_typed()

    def _show_typed(self) -> None:
        self._figure.setText(self._typed)
        self._display.setAccessibleDescription(self._typed)

    def _show_words(self) -> None:
        view = self._asked
        is_on = view is not None
        why_off = "" if is_on else wording.say(DOMAIN, "off.no_mark_owed")
        self._headline.setText(wording.say(DOMAIN, "pad.rest") if view is None else view.headline)
        look(self._headline, "pad-head" if is_on else "pad-head-off")
        self._question.setText("" if view is None else view.question)
        self._about.setText("" if view is None else view.about)
        look(self._display, "display" if is_on else "display-off")
        # Emptied, not hidden: hiding would lay out the whole screen at once, in the middle of a press.
        self._caret.setText(_CARET if is_on else "")
        self._display.setAccessibleName(wording.say(DOMAIN, "pad.display"))
        self._enter.show_words(word_of(Intent.ENTER_MARK), key_of(Intent.ENTER_MARK), why_off)
        self._unread.show_words(word_of(Intent.NOT_READ), key_of(Intent.NOT_READ), why_off)
        self._show_hint()

    def _show_hint(self) -> None:
        if self._asked is None:
            self._tell("", "pad-hint")
        else:
            self._say("pad.hint.again" if self._asked.is_second else "pad.hint", "pad-hint")

    def _say(self, key: str, how: str) -> None:
        self._tell(wording.say(DOMAIN, key), how)

    def _tell(self, sentence: str, how: str) -> None:
        if self._sentence.text() != sentence:
            self._sentence.setText(sentence)
            self._sentence.setAccessibleDescription(sentence)
        look(self._sentence, how)

    def _lay_out(self, proportions: Proportions) -> None:
        shown = QHBoxLayout(self._display)
        proportions.layout(shown, (20, 4, 22, 4), 2)
        shown.addWidget(self._figure)
        shown.addWidget(self._caret)
        shown.addStretch(1)
        shown.addWidget(self._unit)
        proportions.pixels(self._display.setFixedHeight, 88, least=58)
        buttons = QHBoxLayout()
        proportions.layout(buttons, spacing=10)
        for button in (self._unread, self._enter):
            buttons.addWidget(button, 1)
        left = QVBoxLayout()
        proportions.layout(left, spacing=6)
        # As high at rest as when a mark is asked: nothing below it moves when that changes.
        proportions.pixels(self._headline.setMinimumHeight, 31, least=22)
        left.addWidget(self._headline)
        left.addLayout(self._asking(proportions))
        left.addWidget(self._display)
        left.addWidget(self._sentence)
        left.addStretch(1)
        left.addLayout(buttons)
        self._keys.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        proportions.layout(row, (28, 14, 28, 14), 28)
        row.addLayout(left, 1)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignTop)

    def _asking(self, proportions: Proportions) -> QStackedLayout:
        """Return the place of the question, where a syringe is spoken of while none is asked; both fit into it."""
        asked, spoken = QWidget(), QWidget()
        questions = QVBoxLayout(asked)
        proportions.layout(questions, spacing=6)
        questions.addWidget(self._question)
        questions.addWidget(self._about)
        questions.addStretch(1)
        around = QVBoxLayout(spoken)
        proportions.layout(around)
        around.addWidget(self.spoken)
        both = QStackedLayout()
        both.setStackingMode(QStackedLayout.StackingMode.StackAll)
        both.addWidget(spoken)
        both.addWidget(asked)
        proportions.pixels(asked.setMinimumHeight, 80, least=56)
        return both
