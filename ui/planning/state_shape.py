"""How a line stands, as a shape: an empty ring is open, a disc with a tick in favour, a square with a cross against."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.palette import Theme
from app.read_models.eligibility_sheet import Bearing
from ui.theme import colour, pixels, worn_by

SIZE = 22
STRIP, GAP, GROUP_GAP = 18, 5, 20
_TICK = ((0.25, 0.53), (0.43, 0.71), (0.76, 0.32))
_CROSS = (((0.3, 0.3), (0.7, 0.7)), ((0.3, 0.7), (0.7, 0.3)))


def draw_state(painter: QPainter, box: QRectF, theme: Theme, bearing: Bearing) -> None:
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
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme, "verified"))
            painter.drawEllipse(inside)
            _stroke(painter, theme, "on_verified", box.width())
            painter.drawPolyline([_at(box, *point) for point in _TICK])
        case Bearing.AGAINST:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme, "danger"))
            painter.drawRoundedRect(inside, 3, 3)
            _stroke(painter, theme, "on_danger", box.width())
            for first, last in _CROSS:
                painter.drawLine(_at(box, *first), _at(box, *last))
    painter.restore()


def _stroke(painter: QPainter, theme: Theme, ink: str, size: float) -> None:
    pen = QPen(colour(theme, ink), max(size / 9, 1.8))
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
        self.setFixedSize(pixels(size), pixels(size))

    def show_bearing(self, bearing: Bearing) -> None:
        """Show another state."""
        self._bearing = bearing
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        draw_state(painter, QRectF(self.rect()), worn_by(self), self._bearing)
        painter.end()


class StateStrip(QWidget):
    """Every criterion as one small shape, group by group: the whole sheet at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no criterion yet."""
        super().__init__(parent)
        self._groups: tuple[tuple[Bearing, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_groups(self, groups: tuple[tuple[Bearing, ...], ...], spoken: str) -> None:
        """Show the states of each group in order; `spoken` says the same in words."""
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
            for bearing in group:
                draw_state(painter, QRectF(x, 0, size, size), worn_by(self), bearing)
                x += size + GAP
            x += GROUP_GAP
        painter.end()
