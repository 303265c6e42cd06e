"""A box to choose from a list: its arrow is drawn in the theme's ink, and scrolling past it chooses nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.theme import colour, worn_by

ARROW = 5
FROM_EDGE = 20


class ChoiceBox(QComboBox):
    """A combo box whose style sheet has no picture for its arrow."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead of choosing another answer unseen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(worn_by(self), "quiet"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(self.width() - FROM_EDGE, self.height() / 2)
        steps = ((-ARROW, -ARROW / 2), (0, ARROW / 2), (ARROW, -ARROW / 2))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in steps]))
        painter.end()
