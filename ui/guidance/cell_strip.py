"""The strip of aliquots: one cell each, in the plan's order, with a shape of its own for every standing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app import wording
from app.drawing.shapes import Weight
from app.read_models.totals import Cell
from injection_plan.terms import Standing
from ui.guidance.proportions import Proportions
from ui.hand import typeface
from ui.theme import Place, colour

DOMAIN = "live"
_FILLS: Final = {
    Standing.PLANNED: "raised",
    Standing.MARK_OWED: "given",
    Standing.NOT_READ: "given",
    Standing.VERIFIED: "verified",
    Standing.MARK_DIFFERS: "differs",
    Standing.OMITTED: "omitted",
    Standing.UNKNOWN: "unknown",
}
_CELL, _GAP, _FINGER, _HAND, _HEIGHT = 17.0, 3.0, 6.0, 18.0, 26.0
_TICK: Final = ((0.24, 0.52), (0.43, 0.70), (0.78, 0.32))


class CellStrip(QWidget):
    """Paints `Cell`s in a row; pointing at one says which aliquot it is."""

    def __init__(self, proportions: Proportions, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._cells: tuple[Cell, ...] = ()
        self._scale = 1.0
        self.setAccessibleName(wording.say(DOMAIN, "cells.name"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        proportions.also(self._set_scale)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is painted."""
        return self._cells

    def show_cells(self, cells: tuple[Cell, ...]) -> None:
        """Show these cells; equal ones change nothing."""
        if cells == self._cells:
            return
        before, places = self._cells, self._places()
        self._cells = cells
        self.setAccessibleDescription("; ".join(cell.words for cell in cells))
        if places != self._places():
            self.updateGeometry()
            self.update()
            return
        for cell, old, room in zip(cells, before, places, strict=True):
            if cell != old:
                self.update(room.toAlignedRect().adjusted(-1, -1, 1, 1))

    def sizeHint(self) -> QSize:
        """Return the length of the whole strip, in pixels."""
        width = self._places()[-1].right() if self._cells else 100.0
        return QSize(round(width) + 1, round(_HEIGHT * self._scale) + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the same: no cell is ever cut off."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Say which aliquot the pointer rests on."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            words = [
                cell.words
                for cell, room in zip(self._cells, self._places(), strict=True)
                if room.contains(at)
            ]
            QToolTip.showText(event.globalPos(), words[0] if words else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every cell that lies where something is to be painted."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell, room in zip(self._cells, self._places(), strict=True):
            if event.region().intersects(room.toAlignedRect()):
                self._paint(painter, cell, room)
        painter.end()

    def _places(self) -> list[QRectF]:
        scale, at, places = self._scale, 0.0, []
        for number, cell in enumerate(self._cells):
            if number:
                at += _HAND if cell.starts_hand else _FINGER if cell.starts_finger else _GAP
            places.append(QRectF(at * scale, 0.5, _CELL * scale, _HEIGHT * scale))
            at += _CELL
        return places

    def _paint(self, painter: QPainter, cell: Cell, room: QRectF) -> None:
        radius = 4 * self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.is_current:
            painter.setBrush(self._ink("current"))
        elif cell.standing is Standing.NOT_PLANNED:
            painter.setPen(QPen(self._ink("not_planned"), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(self._ink(_FILLS[cell.standing]))
        painter.drawRoundedRect(room, radius, radius)
        if not cell.is_current:
            self._paint_sign(painter, cell.standing, room)

    def _paint_sign(self, painter: QPainter, standing: Standing, room: QRectF) -> None:
        pen = QPen(self._ink("background"), 2.2 * self._scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match standing:
            case Standing.VERIFIED:
                box = QRectF(0, 0, room.width() * 0.9, room.width() * 0.9)
                box.moveCenter(room.center())
                painter.drawPolyline(
                    QPolygonF(
                        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
                    )
                )
            case Standing.OMITTED:
                painter.drawLine(room.topRight() + QPointF(-3, 4), room.bottomLeft() + QPointF(3, -4))
            case Standing.NOT_PLANNED:
                painter.setPen(QPen(self._ink("not_planned"), 1.6))
                painter.drawLine(room.topRight() + QPointF(-3, 4), room.bottomLeft() + QPointF(3, -4))
            case Standing.MARK_DIFFERS | Standing.UNKNOWN | Standing.NOT_READ:
                painter.setFont(typeface.font(Weight.BOLD, max(round(16 * self._scale), 10)))
                sign = {Standing.MARK_DIFFERS: "!", Standing.UNKNOWN: "?", Standing.NOT_READ: "–"}[standing]
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)
            case Standing.PLANNED | Standing.MARK_OWED:
                pass

    def _ink(self, name: str) -> QColor:
        return colour(self._place, name)

    def _set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()
        self.update()
