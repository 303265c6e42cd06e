"""The stages of closing as a row of steps: done, now, and still to come."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from app import wording
from app.read_models.review import Stage
from ui.theme import look

DOMAIN = "closing"
SHOWN = (Stage.END_MARKS, Stage.RECONCILE, Stage.SIGN, Stage.SIGNED)


class StageSteps(QWidget):
    """Shows at which stage the closing stands; it is read, never pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show every step as still to come."""
        super().__init__(parent)
        self._labels = {stage: QLabel() for stage in SHOWN}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for label in self._labels.values():
            row.addWidget(label)

    def show_stage(self, stage: Stage) -> None:
        """Mark the steps before this one as done; once signed, all are."""
        order = list(Stage)
        for number, (one, label) in enumerate(self._labels.items(), start=1):
            word = wording.say(DOMAIN, f"stage.{one.name.lower()}")
            is_done = order.index(one) < order.index(stage) or stage is one is Stage.SIGNED
            key = "stage.done" if is_done else "stage.step"
            look(label, "step-done" if is_done else "step-now" if one is stage else "step")
            # The room that a look wants around its words is only measured when the style is said to have changed.
            QApplication.sendEvent(label, QEvent(QEvent.Type.StyleChange))
            label.clear()
            label.setText(wording.say(DOMAIN, key, number=number, word=word))
