"""The head of the live screen: whose case, in which phase, how far, for how long, and who is in the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.header import HeaderView
from injection_plan.terms import Phase
from ui.guidance.proportions import Proportions
from ui.theme import look

DOMAIN = "live"
_DUE = frozenset({Phase.PAUSED, Phase.PLANNED, Phase.TIME_OUT, Phase.DRAFT})


class HeaderBar(QWidget):
    """Shows a `HeaderView`; an equal one changes nothing."""

    def __init__(self, proportions: Proportions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: HeaderView | None = None
        self._participant = look(QLabel(), "participant")
        self._centre = look(QLabel(), "small")
        self._phase = look(QLabel(), "phase")
        self._progress, self._injecting, self._ready = (look(QLabel(), "fact") for _ in range(3))
        self._people = look(QLabel(), "people")
        self._given_key = look(QLabel(), "small")
        row = QHBoxLayout(self)
        proportions.layout(row, (32, 10, 32, 10), 24)
        row.addLayout(self._column(proportions, self._participant, self._centre))
        row.addWidget(self._phase, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._given_key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        facts = QHBoxLayout()
        proportions.layout(facts, spacing=44)
        for key, value in (
            ("header.word.progress", self._progress),
            ("header.word.injecting", self._injecting),
            ("header.word.ready", self._ready),
            ("header.word.people", self._people),
        ):
            word = look(QLabel(wording.say(DOMAIN, key)), "small")
            word.setBuddy(value)
            value.setAccessibleName(word.text())
            facts.addLayout(self._column(proportions, word, value))
        row.addLayout(facts)

    def show_given_key(self, words: str) -> None:
        """Say who holds the key or pedal that says Given."""
        self._given_key.setText(words)

    def show_header(self, view: HeaderView) -> None:
        """Show the head of the case."""
        if view == self._shown:
            return
        self._shown = view
        self._participant.setText(view.participant)
        self._centre.setText(view.centre)
        self._phase.setText(view.phase_word)
        nothing = wording.say(DOMAIN, "header.not_yet")
        for label, value in (
            (self._progress, view.progress),
            (self._injecting, view.injecting_for or nothing),
            (self._ready, view.since_ready or nothing),
            (self._people, view.people),
        ):
            label.setText(value)
            label.setAccessibleDescription(value)
        look(self._phase, _look_of(view.phase))

    def _column(self, proportions: Proportions, upper: QLabel, lower: QLabel) -> QVBoxLayout:
        column = QVBoxLayout()
        proportions.layout(column, spacing=2)
        column.addStretch(1)
        column.addWidget(upper)
        column.addWidget(lower)
        column.addStretch(1)
        return column


def _look_of(phase: Phase) -> str:
    if phase is Phase.STOPPED:
        return "phase-danger"
    return "phase-due" if phase in _DUE else "phase"
