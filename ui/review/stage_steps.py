"""The stages of closing as a row of steps: done, now, and still to come; some of them can be looked at again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from app import wording
from app.read_models.review import Stage
from ui.theme import look

DOMAIN = "closing"
SHOWN = (Stage.END_MARKS, Stage.SIGN_OUT, Stage.RECONCILE, Stage.SIGN, Stage.SIGNED)
TO_LOOK_AT = (Stage.SIGN_OUT, Stage.RECONCILE, Stage.SIGN)


class StageSteps(QWidget):
    """Shows at which stage the closing stands; a step that is open to a look is a button, the others are words."""

    wanted = Signal(object)
    """The `Stage` that somebody wants to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show every step as still to come."""
        super().__init__(parent)
        self._labels = {stage: QLabel() for stage in SHOWN}
        self.buttons = {stage: QPushButton() for stage in TO_LOOK_AT}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for stage, label in self._labels.items():
            row.addWidget(label)
            if stage in self.buttons:
                row.addWidget(self.buttons[stage])
        for stage, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, stage=stage: self.wanted.emit(stage))

    def show_steps(
        self,
        steps: tuple[Stage, ...],
        stands: Stage,
        shown: Stage,
        open_to_a_look: frozenset[Stage],
        sign_out_not_so: str = "",
    ) -> None:
        """Mark the steps before the one at which the case stands as done; once signed, all are.

        A sign-out of which a line was not so carries the words for that, and never the mark of what is done.
        """
        order = list(Stage)
        for stage, label in self._labels.items():
            is_done = order.index(stage) < order.index(stands) or stands is stage is Stage.SIGNED
            number = steps.index(stage) + 1 if stage in steps else 0
            not_so = sign_out_not_so if stage is Stage.SIGN_OUT else ""
            word = wording.say(DOMAIN, f"stage.{stage.name.lower()}")
            key = "stage.done" if is_done else "stage.step"
            words = not_so or wording.say(DOMAIN, key, number=number, word=word)
            as_it_is = "now" if stage is shown else "not-so" if not_so else "done" if is_done else "step"
            is_open = stage in open_to_a_look or (stage is stands and stands is not shown)
            is_label = stage in steps and not (is_open and stage in self.buttons)
            # Never both at once, not even for a moment: the window would grow to hold them, and stay so.
            label.setVisible(label.isVisibleTo(self) and is_label)
            self._show(stage, words, as_it_is, is_open=is_open)
            label.setVisible(is_label)

    def _show(self, stage: Stage, words: str, as_it_is: str, *, is_open: bool) -> None:
        label, button = self._labels[stage], self.buttons.get(stage)
        look(label, "step" if as_it_is == "step" else f"step-{as_it_is}")
        # The room that a look wants around its words is only measured when the style is said to have changed.
        QApplication.sendEvent(label, QEvent(QEvent.Type.StyleChange))
        label.clear()
        label.setText(words)
        if button is not None:
            look(button, f"path-{as_it_is}")
            button.setText(words)
            button.setVisible(is_open)
