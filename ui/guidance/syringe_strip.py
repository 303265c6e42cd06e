"""The row of syringes: one per finger, each at its level as last read, never as expected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import wording
from app.drawing.shapes import Weight
from app.read_models.syringes import SyringeRow, SyringeTone
from injection_plan.anatomy import Hand
from ui.guidance.proportions import Proportions
from ui.hand import typeface
from ui.theme import Place, colour

DOMAIN = "live"
_FILLS: Final = {
    SyringeTone.WAITING: "syringe",
    SyringeTone.IN_HAND: "current",
    SyringeTone.EMPTY: "syringe",
    SyringeTone.LEFT_OVER: "warning_line",
    SyringeTone.COVERED: "syringe",
}
_WORDS: Final = {
    SyringeTone.WAITING: "quiet",
    SyringeTone.IN_HAND: "current",
    SyringeTone.EMPTY: "verified",
    SyringeTone.LEFT_OVER: "warning_text",
    SyringeTone.COVERED: "given",
}
_QUARTERS: Final = 4
_HEAD: Final = 22


class SyringeStrip(QWidget):
    """Paints `SyringeRow`s side by side; its description says them one after the other."""

    def __init__(self, proportions: Proportions, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._rows: tuple[SyringeRow, ...] = ()
        self._scale = 1.0
        self.setAccessibleName(wording.say(DOMAIN, "syringe.strip"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        proportions.also(self._set_scale)

    @property
    def rows(self) -> tuple[SyringeRow, ...]:
        """What is painted."""
        return self._rows

    def show_syringes(self, rows: tuple[SyringeRow, ...]) -> None:
        """Show these syringes; equal ones change nothing."""
        if rows == self._rows:
            return
        before, self._rows = self._rows, rows
        self.setAccessibleDescription("; ".join(row.spoken for row in rows))
        if len(rows) != len(before):
            self.update()
            return
        for place, row in enumerate(rows):
            if row != before[place]:
                self.update(self._room(place).toAlignedRect())

    def sizeHint(self) -> QSize:
        """Return the room that ten syringes with their words want, in pixels."""
        return QSize(round(860 * self._scale), round(158 * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Return the room in which the words do not touch."""
        return QSize(round(740 * self._scale), round(136 * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every syringe that stands where something is to be painted."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, row in enumerate(self._rows):
            room = self._room(place)
            if event.region().intersects(room.toAlignedRect()):
                self._paint(painter, row, room)
        for hand in Hand:
            self._paint_head(painter, hand)
        painter.end()

    def _room(self, place: int) -> QRectF:
        width = self.width() / max(len(self._rows), 1)
        return QRectF(place * width, 0, width, self.height())

    def _paint_head(self, painter: QPainter, hand: Hand) -> None:
        """Write over the syringes of a hand whose they are: every finger's name stands twice below."""
        places = [place for place, row in enumerate(self._rows) if row.finger.hand is hand]
        if not places:
            return
        scale = self._scale
        first, last = self._room(places[0]), self._room(places[-1])
        head = QRectF(first.left(), 0, last.right() - first.left(), _HEAD * scale)
        painter.setFont(typeface.font(Weight.SEMIBOLD, max(round(14 * scale), 11)))
        painter.setPen(colour(self._place, "quiet"))
        painter.drawText(head, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, wording.hand(hand))
        painter.setPen(QPen(colour(self._place, "line"), 1.0))
        inset = 14 * scale
        painter.drawLine(head.bottomLeft() + QPointF(inset, 0), head.bottomRight() - QPointF(inset, 0))

    def _paint(self, painter: QPainter, row: SyringeRow, room: QRectF) -> None:
        scale = self._scale
        words = 62 * scale
        head = (_HEAD + 8) * scale
        tube = QRectF(
            room.center().x() - 11 * scale, head, 22 * scale, room.height() - words - head - 4 * scale
        )
        self._paint_tube(painter, row, tube)
        strong = row.tone in {SyringeTone.IN_HAND, SyringeTone.COVERED}
        lines = (
            (str(row.number), "text", Weight.BOLD, 17),
            (row.digit, "text" if strong else "quiet", Weight.REGULAR, 14),
            (row.caption, _WORDS[row.tone], Weight.SEMIBOLD if strong else Weight.MEDIUM, 14),
        )
        top = room.bottom() - words
        for text, ink, weight, pixels in lines:
            painter.setFont(typeface.font(weight, max(round(pixels * scale), 11)))
            painter.setPen(colour(self._place, ink))
            painter.drawText(
                QRectF(room.x(), top, room.width(), 21 * scale), Qt.AlignmentFlag.AlignCenter, text
            )
            top += 20 * scale

    def _paint_tube(self, painter: QPainter, row: SyringeRow, tube: QRectF) -> None:
        radius = 4 * self._scale
        edge = "current" if row.tone is SyringeTone.IN_HAND else "syringe_line"
        if row.level is not None and row.level:
            part = min(row.level.microlitres / row.size.microlitres, 1.0)
            full = QRectF(tube.x(), tube.bottom() - tube.height() * part, tube.width(), tube.height() * part)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._place, _FILLS[row.tone]))
            painter.drawRoundedRect(full, radius, radius)
        covered = row.tone is SyringeTone.COVERED
        pen = QPen(colour(self._place, "given" if covered else edge), 1.6 if covered else 1.2)
        pen.setStyle(Qt.PenStyle.DashLine if covered else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tube, radius, radius)
        if covered:
            painter.setFont(typeface.font(Weight.BOLD, max(round(22 * self._scale), 14)))
            painter.drawText(tube, Qt.AlignmentFlag.AlignCenter, "?")
            return
        painter.setPen(QPen(colour(self._place, "syringe_line"), 1.0))
        for quarter in range(1, _QUARTERS):
            y = tube.top() + tube.height() * quarter / _QUARTERS
            painter.drawLine(
                QPointF(tube.right() + 3 * self._scale, y), QPointF(tube.right() + 8 * self._scale, y)
            )

    def _set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()
        self.update()
