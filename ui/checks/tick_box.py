"""A box to tick, big enough for a gloved hand, with its words beside it on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import colour, worn_by

BOX = 26
GAP = 14
LEAST_HEIGHT = 46
SNUG_HEIGHT = 40
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class TickBox(QCheckBox):
    """A check box drawn whole: in dark Fusion the stock indicator is small and nearly invisible."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, snug: bool = False) -> None:
        """Show the words; nothing is ticked. A `snug` one is as high as a long list allows on a small screen."""
        super().__init__(text, parent)
        self._least, self._air = (SNUG_HEIGHT, 8) if snug else (LEAST_HEIGHT, 16)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.setMinimumHeight(self._least)

    def hitButton(self, _where: QPoint) -> bool:
        """Let the whole row be pressed, not only the small box."""
        return True

    def sizeHint(self) -> QSize:
        """Return one line's width, and a height that a finger finds."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(BOX + 2 * GAP + words + GAP, self._least)

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows the box and a few words."""
        return QSize(BOX + 2 * GAP + 80, self._least)

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so a narrow row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at this width, in pixels."""
        room = QRect(0, 0, max(width - BOX - 3 * GAP, 40), 1000)
        words = self.fontMetrics().boundingRect(room, int(_WORDS), self.text()).height()
        return max(self._least, words + self._air)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw focus, box, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = worn_by(self)
        around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(colour(theme, "focus"), 2))
            painter.drawRoundedRect(around, 8, 8)
        box = QRectF(GAP, (self.height() - BOX) / 2, BOX, BOX)
        edge = "verified" if self.isChecked() else "field_line"
        painter.setPen(QPen(colour(theme, edge if self.isEnabled() else "line"), 2))
        painter.setBrush(colour(theme, "verified" if self.isChecked() else "field"))
        painter.drawRoundedRect(box, 6, 6)
        if self.isChecked():
            self._draw_tick(painter, box)
        words = self.rect().adjusted(BOX + 2 * GAP, 0, -GAP, 0)
        painter.setPen(colour(theme, "text" if self.isEnabled() else "button_off_text"))
        painter.drawText(words, int(_WORDS), self.text())
        painter.end()

    def _draw_tick(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(colour(worn_by(self), "on_verified"), 3.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        steps = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.30))
        tick = [QPointF(box.x() + x * BOX, box.y() + y * BOX) for x, y in steps]
        painter.drawPolyline(QPolygonF(tick))
