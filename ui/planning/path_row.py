"""The path of a case as a row of steps: each says how far it is and what is missing, and leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app import wording
from app.read_models.path import PathStep, StepState
from injection_plan.terms import Step
from ui.theme import look

DOMAIN = "path"


class PathRow(QWidget):
    """Shows the steps; pressing one that has a page utters it."""

    wanted = Signal(object)
    """The `Step` somebody wants to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out an empty row."""
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 6, 24, 6)
        self._row.setSpacing(4)
        self._buttons: dict[Step, QPushButton] = {}
        self._later: dict[Step, QLabel] = {}

    def show_path(self, steps: tuple[PathStep, ...], now: Step, unrecorded: frozenset[Step]) -> None:
        """Show these steps, the one that is on the page, and those where something is typed and not stored."""
        if not self._buttons:
            self._make(steps)
        for one in steps:
            if one.step in self._buttons:
                self._show(
                    self._buttons[one.step], one, is_now=one.step is now, open_text=one.step in unrecorded
                )
            else:
                self._later[one.step].setToolTip(one.told)

    def _make(self, steps: tuple[PathStep, ...]) -> None:
        for one in steps:
            words = wording.say(DOMAIN, "label.open", number=one.number, word=one.word)
            if one.state is StepState.LATER and one.step not in self._reachable(steps):
                label = look(QLabel(words), "path-later")
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._later[one.step] = label
                self._row.addWidget(label)
                continue
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setShortcut(f"Alt+{one.number}")
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, step=one.step: self.wanted.emit(step))
            self._buttons[one.step] = button
            self._row.addWidget(button)
        self._row.addStretch(1)

    @staticmethod
    def _reachable(steps: tuple[PathStep, ...]) -> frozenset[Step]:
        later = (Step.TIME_OUT, Step.INJECT, Step.CLOSE)
        return frozenset(one.step for one in steps if one.step not in later)

    def _show(self, button: QPushButton, one: PathStep, *, is_now: bool, open_text: bool) -> None:
        key = "label.done" if one.state is StepState.DONE else "label.open"
        told = one.told
        if open_text:
            key, told = "label.unrecorded", wording.say(DOMAIN, "unrecorded")
        words = wording.say(DOMAIN, key, number=one.number, word=one.word)
        if button.text() != words:
            shortcut = button.shortcut()
            button.setText(words)
            button.setShortcut(shortcut)  # Qt drops it with the words
        is_done = one.state is StepState.DONE
        look(button, "path-now" if is_now else "path-done" if is_done else "path-step")
        button.setEnabled(one.state is not StepState.LATER)
        button.setToolTip(one.missing or told)
        button.setAccessibleName(one.spoken if not open_text else f"{one.word}: {told}")
