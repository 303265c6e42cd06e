"""How a line stands, as a shape: an empty ring is open, a disc with a tick in favour, a square with a cross against.

What was decided without a value is the same shape hollow: its tick or cross in an outline.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.palette import Theme
from app.read_models.eligibility_sheet import Bearing
from ui.theme import colour, pixels, worn_by

SIZE = 22
STRIP, GAP, GROUP_GAP = 18, 5, 20
Mark = tuple[Bearing, bool]
_TICK = ((0.25, 0.53), (0.43, 0.71), (0.76, 0.32))
_CROSS = (((0.3, 0.3), (0.7, 0.7)), ((0.3, 0.7), (0.7, 0.3)))
_FILLS = {Bearing.FOR: ("verified", "on_verified"), Bearing.AGAINST: ("danger", "on_danger")}


def draw_state(
    painter: QPainter, box: QRectF, theme: Theme, bearing: Bearing, *, hollow: bool = False
) -> None:
    """Draw the shape of a state into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = box.adjusted(1.5, 1.5, -1.5, -1.5)
    match bearing:
        case Bearing.OPEN:
            pen = QPen(colour(theme, "quiet"), 2)
            pen.setDashPattern([2.2, 1.6])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(inside)
        case Bearing.FOR:
            ink = _ground(painter, theme, bearing, hollow=hollow)
            painter.drawEllipse(inside)
            _stroke(painter, ink, box.width())
            painter.drawPolyline([_at(box, *point) for point in _TICK])
        case Bearing.AGAINST:
            ink = _ground(painter, theme, bearing, hollow=hollow)
            painter.drawRoundedRect(inside, 3, 3)
            _stroke(painter, ink, box.width())
            for first, last in _CROSS:
                painter.drawLine(_at(box, *first), _at(box, *last))
    painter.restore()


def _ground(painter: QPainter, theme: Theme, bearing: Bearing, *, hollow: bool) -> QColor:
    """Take up pen and brush for a filled shape, or for an outline, and return the ink of the sign within it."""
    fill, on_fill = _FILLS[bearing]
    painter.setPen(QPen(colour(theme, fill), 2) if hollow else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush) if hollow else QBrush(colour(theme, fill)))
    return colour(theme, fill if hollow else on_fill)


def _stroke(painter: QPainter, ink: QColor, size: float) -> None:
    pen = QPen(ink, max(size / 9, 1.8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


class StateShape(QWidget):
    """One shape beside the words that say the same."""

    def __init__(self, parent: QWidget | None = None, *, size: int = SIZE) -> None:
        """Show the open shape."""
        super().__init__(parent)
        self._bearing = Bearing.OPEN
        self._hollow = False
        self.setFixedSize(pixels(size), pixels(size))

    def show_bearing(self, bearing: Bearing, *, hollow: bool = False) -> None:
        """Show another state."""
        self._bearing, self._hollow = bearing, hollow
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        draw_state(painter, QRectF(self.rect()), worn_by(self), self._bearing, hollow=self._hollow)
        painter.end()


class StateStrip(QWidget):
    """Every criterion as one small shape, group by group: the whole sheet at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no criterion yet."""
        super().__init__(parent)
        self._groups: tuple[tuple[Mark, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_groups(self, groups: tuple[tuple[Mark, ...], ...], spoken: str) -> None:
        """Show the states of each group in order, each with whether it is hollow; `spoken` says it in words."""
        self._groups = groups
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all shapes in one row."""
        shapes = sum(len(group) for group in self._groups)
        width = shapes * (pixels(STRIP) + GAP) + max(len(self._groups) - 1, 0) * GROUP_GAP
        return QSize(width, pixels(STRIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes."""
        painter = QPainter(self)
        x, size = 0.0, float(pixels(STRIP))
        for group in self._groups:
            for bearing, hollow in group:
                draw_state(painter, QRectF(x, 0, size, size), worn_by(self), bearing, hollow=hollow)
                x += size + GAP
            x += GROUP_GAP
        painter.end()
