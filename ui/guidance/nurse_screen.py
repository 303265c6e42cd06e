"""The nurse's screen: the live case as frozen views, and every key and button as a wish.

It knows neither session nor journal. What is offered is what is asked: the command of a key is the one that the
shown view carries, so a press that comes late is refused as stale and never means another aliquot.
"""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from app import wording
from app.clock import Clock, Reading, SystemClock
from app.drawing.palette import Palette
from app.read_models.blind import blind
from app.read_models.hands import hands
from app.read_models.header import header
from app.read_models.offers import Intent, offers, onward, pause_or_resume, why_off
from app.read_models.pad import pad_view
from app.read_models.settings_words import given_key_words
from app.read_models.spoken_check import spoken_check
from app.read_models.step import StepView, step_view
from app.read_models.syringes import syringe_rows
from app.read_models.timeline import TimelineRow, timeline
from app.read_models.totals import totals
from injection_plan.anatomy import PASSES
from injection_plan.commands import Command, LeaveMarkUnread, ReadMark, ReadSyringeAloud
from injection_plan.events import Entry
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from injection_plan.terms import Role
from ui.guidance.actions import Makes, action_for, action_of, is_wanted
from ui.guidance.dialogs.question import Question
from ui.guidance.live_layout import LiveLayout
from ui.guidance.plunger_pad import BACK
from ui.guidance.proportions import Proportions, live_sheet, scale_for
from ui.guidance.questions import question_for
from ui.pedal import Pedal, Stroke, no_dialog_is_open
from ui.theme import ROOM, dress, theme_of

DOMAIN = "live"
AT_THE_PAD = (ReadMark, LeaveMarkUnread, ReadSyringeAloud)
_SECOND_MS = 1000
_LEAST = QSize(1180, 640)


class NurseScreen(QWidget):
    """Shows the case and utters commands; shown values that did not change are not painted again."""

    wished = Signal(object)
    """A command of the procedure, exactly as it was offered."""

    asked = Signal(str)
    """The value of an `Intent` that is the window's to answer: closing, print, full screen, list of keys."""

    def __init__(
        self,
        clock: Clock | None = None,
        given_key: Role = Role.VERIFIER,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out an empty screen; the clock only moves the spans in the head and bounds earlier times.

        `given_key` is the role of whoever holds the key or pedal that says Given, as the workstation is set.
        """
        super().__init__(parent)
        dress(self, ROOM)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clock = clock or SystemClock()
        self._now = self._clock.now()
        self._procedure: Procedure | None = None
        self._rows: tuple[TimelineRow, ...] = ()
        self._step: StepView | None = None
        self._selected: str | None = None
        self._question: Question | None = None
        self._last_wish: Command | None = None
        self._is_stored = False
        self._proportions = Proportions()
        self.parts = LiveLayout(self._proportions, ROOM)
        self.parts.setStyleSheet(live_sheet(theme_of(ROOM), self._proportions.scale))
        self.parts.header.show_given_key(given_key_words(given_key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.parts)
        self.parts.step.pressed.connect(self.intend)
        self.parts.pad.wished.connect(self._wish)
        self.parts.pad.spoken.answered.connect(lambda: self.intend(Intent.READ_ALOUD))
        self.parts.hands.pass_chosen.connect(self.select)
        self.parts.timeline.row_chosen.connect(self.select)
        self._pedal = Pedal(self, self._is_operated, is_wanted)
        self._pedal.struck.connect(self._strike)
        self._pedal.scanned.connect(self.parts.pad.take_back)
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND_MS)
        self._seconds.timeout.connect(lambda: self.show_now(self._clock.now().utc))

    @property
    def question(self) -> Question | None:
        """The question that stands in front of the screen, or nothing."""
        return self._question

    @property
    def selected(self) -> str | None:
        """The code that was chosen to be read about."""
        return self._selected

    def as_widget(self) -> QWidget:
        """Return this screen as the window holds it."""
        return self

    def show_procedure(self, procedure: Procedure, _entries: tuple[Entry, ...] = ()) -> None:
        """Show the case as it is stored."""
        self._procedure = procedure
        self._is_stored = True
        self._now = self._clock.now()
        eyes = blind(procedure)
        self._step = step_view(procedure)
        self._rows = timeline(procedure, eyes)
        self.parts.step.show_step(self._step, offers(procedure), onward(procedure))
        self.parts.pad.spoken.show_check(spoken_check(procedure))
        self.parts.pad.show_pad(pad_view(procedure))
        self.parts.totals.show_totals(totals(procedure, eyes))
        self.parts.syringes.show_syringes(syringe_rows(procedure, eyes))
        self.parts.hands.set_moving(self._step.is_on)
        self.show_now(self._now.utc)
        self._show_selection()

    def show_now(self, now: datetime) -> None:
        """Show the spans of the head as they are at a moment in UTC."""
        if self._procedure is not None:
            self.parts.header.show_header(header(self._procedure, now))

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why the last wish was refused, where it was made; nothing typed is lost."""
        self._is_stored = False
        sentence = wording.refusal(refusal)
        if self._question is not None:
            self._question.show_refusal(sentence)
        elif isinstance(self._last_wish, AT_THE_PAD):
            self.parts.pad.show_refusal(sentence)
        else:
            self.parts.step.show_refusal(sentence)

    def show_unstored(self, words: str) -> None:
        """Say where the wish was made that it is not recorded; what was typed can be sent again."""
        self._is_stored = False
        if self._question is not None:
            self._question.show_refusal(words)
        elif isinstance(self._last_wish, AT_THE_PAD):
            self.parts.pad.show_refusal(words)
        else:
            self.parts.step.show_refusal(words)

    def select(self, code: str) -> None:
        """Choose an aliquot to read about it, in the drawing and in the timeline; it never gives."""
        if code != self._selected:
            self._selected = code
            self._show_selection()

    def intend(self, intent: Intent) -> None:
        """Let an intent happen: as a command, as a question first, or as the window's errand."""
        if self._procedure is None or self._step is None:
            return
        makes = action_for(intent).makes
        match makes:
            case Makes.COMMAND:
                self._command(intent, self._procedure, self._step)
            case Makes.QUESTION:
                self._ask(intent, self._procedure)
            case Makes.ERRAND:
                self.asked.emit(intent.value)
            case _:
                assert_never(makes)

    def show_palette(self, palette: Palette) -> None:
        """Show the same in the inks of another theme."""
        self.parts.setStyleSheet(live_sheet(palette.theme, self._proportions.scale))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which nothing is cut off; the parts scale, so theirs do not bound it."""
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the whole screen to the window."""
        super().resizeEvent(event)
        scale = scale_for(event.size())
        if scale != self._proportions.scale:
            self._proportions.set_scale(scale)
            self.parts.setStyleSheet(live_sheet(theme_of(ROOM), scale))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the spans run while somebody sees them."""
        super().showEvent(event)
        self._seconds.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let them rest, and take a question away with the screen that it stands before."""
        super().hideEvent(event)
        self._seconds.stop()
        if self._question is not None and not event.spontaneous():
            self._question.reject()

    def _is_operated(self) -> bool:
        return self.isVisible() and self._procedure is not None and no_dialog_is_open()

    def _strike(self, stroke: Stroke) -> None:
        if stroke.is_digit:
            self.parts.pad.type(stroke.text)
            return
        if stroke.key is Qt.Key.Key_Backspace:
            self.parts.pad.type(BACK)
            return
        action = action_of(stroke)
        if action is not None:
            self.intend(action.intent)

    def _command(self, intent: Intent, procedure: Procedure, step: StepView) -> None:
        if intent is Intent.ENTER_MARK:
            self._enter()
        elif intent is Intent.NOT_READ:
            self.parts.pad.leave_unread()
        elif intent is Intent.PAUSE:
            self._wish(pause_or_resume(procedure))
        elif intent is Intent.READ_ALOUD:
            self._answer_aloud(procedure)
        elif step.give is not None:
            self._wish(step.give)
        else:
            self.parts.step.show_refusal(step.refusal)

    def _answer_aloud(self, procedure: Procedure) -> None:
        answered = spoken_check(procedure).answered
        if answered is not None:
            self._wish(answered)
        else:
            self.parts.pad.show_refusal(why_off(procedure, Intent.READ_ALOUD))

    def _enter(self) -> None:
        """Enter belongs to what is typed; with an empty pad it presses the button that has the focus."""
        focused = QApplication.focusWidget()
        if not self.parts.pad.typed and isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        else:
            self.parts.pad.enter()

    def _ask(self, intent: Intent, procedure: Procedure) -> None:
        if against := why_off(procedure, intent):
            self.parts.step.show_refusal(against)
            return
        question = question_for(intent, procedure, self._selected, self._reading(procedure), self)
        if question is None:
            return
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.wished.connect(self._answer)
        question.finished.connect(self._question_left)
        self._question = question
        question.open()

    def _wish(self, command: Command) -> None:
        self._last_wish = command
        self.wished.emit(command)

    def _answer(self, command: Command) -> None:
        """Send what was answered; the question closes once that is stored, and stays where it is refused."""
        question, self._is_stored = self._question, False
        self._wish(command)
        if question is not None and self._is_stored:
            question.accept()

    def _question_left(self) -> None:
        self._question = None

    def _reading(self, procedure: Procedure) -> Reading:
        """Return the time of this moment, which is never before the last entry."""
        now = self._clock.now()
        return now if now.utc >= procedure.last.recorded else self._now

    def _show_selection(self) -> None:
        procedure = self._procedure
        if procedure is None:
            return
        eyes = blind(procedure)
        self.parts.caption.setText(wording.view(procedure.view))
        self.parts.hands.set_order(
            tuple(row.code for row in self._rows if row.code in PASSES), self._selected
        )
        self.parts.hands.show_picture(hands(procedure, eyes, procedure.view, self._drawn_selection()))
        self.parts.timeline.show_rows(self._rows, self._selected)
        row = next((row for row in self._rows if row.code == self._selected), None)
        self.parts.detail.setText(wording.say(DOMAIN, "detail.nothing") if row is None else row.spoken)

    def _drawn_selection(self) -> str | None:
        return self._selected if self._selected in PASSES else None
