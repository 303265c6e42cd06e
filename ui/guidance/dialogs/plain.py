"""The short questions: an event in words, a stop with its reason, and turning the view."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from app import wording
from app.clock import Reading
from app.read_models.choices import Choice
from app.read_models.written import REASON, Reader
from injection_plan.commands import NoteOccurrence, Stop, TurnView
from injection_plan.views import EVERY_VIEW, View, turned
from ui.guidance.dialogs.question import DOMAIN, Question, picked


class EventQuestion(Question):
    """Asks what happened, in free text."""

    def __init__(self, now: Reading, parent: QWidget | None = None) -> None:
        super().__init__("event", parent)
        self._now = now
        self.say("ask.event.told")
        self.text = self.paragraph("text")
        self.text.setFocus()

    def answer(self) -> None:
        """Utter the event, if anything was written."""
        reader = Reader(self._now)
        text = reader.text("text", self.text.toPlainText())
        self.show_problems(reader.problems)
        if text is not None and not reader.problems:
            self.wished.emit(NoteOccurrence(text=text))


class StopQuestion(Question):
    """Asks why the case is stopped."""

    def __init__(self, now: Reading, parent: QWidget | None = None) -> None:
        super().__init__("stop", parent)
        self._now = now
        self.say("ask.stop.told")
        self.reason = self.paragraph(REASON)
        self.reason.setFocus()

    def answer(self) -> None:
        """Utter the stop, if there is a reason."""
        reader = Reader(self._now)
        reason = reader.text(REASON, self.reason.toPlainText())
        self.show_problems(reader.problems)
        if reason is not None and not reader.problems:
            self.wished.emit(Stop(reason=reason))


class TurnQuestion(Question):
    """Asks how the hands are to be shown from now on."""

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__("turn", parent)
        self.say("ask.turn.told")
        self.head(wording.say(DOMAIN, "ask.turn.now", view=wording.view(view)))
        others = tuple(one for one in EVERY_VIEW if one != view)
        lines = tuple((wording.view(one), str(EVERY_VIEW.index(one))) for one in others)
        self.views: QComboBox = self.pick("view", lines)
        self.views.setCurrentIndex(others.index(turned(view)))
        self.back_button.setFocus()

    def answer(self) -> None:
        """Utter the turn."""
        self.wished.emit(TurnView(view=EVERY_VIEW[int(picked(self.views))]))


class OmitQuestion(Question):
    """Asks which aliquot is left out, and why."""

    def __init__(
        self, choices: tuple[Choice, ...], selected: str | None, now: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__("omit", parent)
        self._choices = {one.code: one for one in choices}
        self._now = now
        self.say("ask.omit.told")
        self.which: QComboBox = self.pick("which", lines_of(choices))
        self.which.setCurrentIndex(max(self.which.findData(selected), 0))
        self.reason = self.paragraph(REASON)
        self.reason.setFocus()

    def answer(self) -> None:
        """Utter the omission, if there is a reason."""
        reader = Reader(self._now)
        reason = reader.text(REASON, self.reason.toPlainText())
        self.show_problems(reader.problems)
        if reason is not None and not reader.problems:
            self.wished.emit(self._choices[picked(self.which)].omitted(reason))


def lines_of(choices: tuple[Choice, ...]) -> tuple[tuple[str, str], ...]:
    """Return the aliquots still to give as lines of a list, the one that is shown marked as such."""
    return tuple(
        (
            wording.say(
                DOMAIN,
                "ask.choose.shown" if one.is_shown else "ask.choose.row",
                phrase=one.phrase,
                volume=one.volume,
            ),
            one.code,
        )
        for one in choices
    )
