"""Which keys come next: what somebody at the keyboard would press on the page that is in front.

Seen are the page and the case as the window shows it; everything that happens, happens by keys. A button that is
pressed by its key acts a tenth of a second later, and until then it is pressed again, as by somebody impatient.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app import wording
from app.read_models.case_list import INTERRUPTIBLE
from app.read_models.spoken_check import spoken_check
from injection_plan.procedure import Procedure
from injection_plan.rules.verification import owed_marks
from injection_plan.terms import Phase
from tests.torture.words import Key
from ui.checks.checklist import TimeOutPage
from ui.checks.tick_box import TickBox
from ui.guidance.nurse_screen import NurseScreen
from ui.planning.case_table import CaseTable
from ui.planning.resume_question import ResumeQuestionPage
from ui.planning.start_screen import StartScreen
from ui.review.screen import ReviewScreen
from ui.windows import NurseWindow
from ui.windows.casework import signals_of

LOCK_OUT_S = 0.72
OMITS, LEAVES_UNREAD, PAUSES, SAYS_ALOUD = 0.08, 0.04, 0.04, 0.5
RESUMABLE = INTERRUPTIBLE | {Phase.SETTLED}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Press:
    """One key with its modifiers, and whether an entry should come of it."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier = _PLAIN
    stores: bool = False

    @property
    def line(self) -> Key:
        """The line that announces it."""
        return Key(self.key.name, self.stores)


GIVE = Press(Qt.Key.Key_Space, stores=True)
ENTER = Press(Qt.Key.Key_Return, stores=True)
OPEN_CHOSEN = Press(Qt.Key.Key_Return)
ANSWER = Press(Qt.Key.Key_Return, _CONTROL, stores=True)
PRACTISE = Press(Qt.Key.Key_R, _CONTROL, stores=True)
TO_THE_LIST = Press(Qt.Key.Key_L, _CONTROL)
YES = Press(Qt.Key.Key_Y)
GO_ON = Press(Qt.Key.Key_Y, stores=True)
OMIT = Press(Qt.Key.Key_O)
ALOUD = Press(Qt.Key.Key_K, stores=True)
NOT_READ = Press(Qt.Key.Key_N, stores=True)
PAUSE = Press(Qt.Key.Key_P, stores=True)


def typed(text: str) -> list[Press]:
    """Return the keys that type a text of letters, digits and points."""
    return [Press(Qt.Key(ord(character.upper()))) for character in text]


class NurseKeys:
    """Somebody at the keyboard, who now and then omits, pauses, leaves a mark unread or a syringe unsaid."""

    def __init__(self, chance: random.Random) -> None:
        """Begin with nothing closed yet."""
        self._chance = chance
        self._closed = False

    def next(self, window: NurseWindow, since_given_s: float) -> list[Press]:
        """Return the keys for the page in front, or none while it is right to wait."""
        match window.pages.currentWidget():
            case StartScreen() as start:
                return self._choose(start)
            case ResumeQuestionPage():
                return [GO_ON]
            case TimeOutPage() as page:
                waiting = [box for box in page.findChildren(TickBox) if not box.isChecked()]
                return [YES] if waiting else [ANSWER]
            case ReviewScreen() as screen:
                return self._close(screen)
            case NurseScreen() as screen if (procedure := _stored(window)) is not None:
                return self._at_the_hands(screen, procedure, since_given_s)
            case page:
                raise RuntimeError(f"nobody can work on {type(page).__name__} by these keys")

    def _choose(self, start: StartScreen) -> list[Press]:
        table = start.findChild(CaseTable)
        line = table.line if isinstance(table, CaseTable) else None
        if line is None or line.phase not in RESUMABLE or self._closed:
            self._closed = False
            return [PRACTISE]
        return [OPEN_CHOSEN]

    def _at_the_hands(self, screen: NurseScreen, procedure: Procedure, since_given_s: float) -> list[Press]:
        if screen.question is not None:
            return self._omit(screen.question.findChild(QPlainTextEdit))
        if owed := owed_marks(procedure):
            expected = procedure.syringe(owed[0].syringe).expected
            if expected is None or self._chance.random() < LEAVES_UNREAD:
                return [NOT_READ]
            return [*typed(wording.number(expected)), ENTER]
        if procedure.paused:
            return [PAUSE]
        if procedure.current is None or since_given_s < LOCK_OUT_S:
            return []
        if self._chance.random() < OMITS:
            return [OMIT]
        if spoken_check(procedure).answered is not None and self._chance.random() < SAYS_ALOUD:
            return [ALOUD]
        return [PAUSE] if self._chance.random() < PAUSES else [GIVE]

    def _close(self, screen: ReviewScreen) -> list[Press]:
        """Give up end marks, answer the sign-out, and leave the rest of the closing for another day."""
        if screen.end_marks.isVisible():
            return [NOT_READ]
        page = screen.sign_out
        if page.isVisible():
            waiting = [row for row in page.rows.values() if row.answer is None]
            return [YES] if waiting else [ANSWER]
        self._closed = True
        return [TO_THE_LIST]

    def _omit(self, reason: object) -> list[Press]:
        has_one = isinstance(reason, QPlainTextEdit) and bool(reason.toPlainText())
        return [ANSWER] if has_one else typed("swollen")


def _stored(window: NurseWindow) -> Procedure | None:
    signals = signals_of(window)
    return None if signals is None else signals.procedure
