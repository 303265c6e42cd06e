"""Everything of a picture but its arrow, painted once and mended where it changes.

A press on *Given* changes one or two passes, a ring and a label. The bare hands, which cost most, are kept as one
pixmap; of what lies on them only the rectangles around changed shapes are painted again.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from math import ceil, floor
from typing import assert_never

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform

from app.drawing.palette import Palette
from app.drawing.shapes import Arrow, Bar, Label, Outline, Picture, Point, Ring, Shape, Tick, Track
from ui.hand.paint import paint, placed

_MARGIN = 5.5  # millimetres: more than half the broadest stroke


class StillLayer:
    """A pixmap of the still shapes of the last picture, its size and its inks."""

    def __init__(self) -> None:
        self._key: object = None
        self._ground = QPixmap()
        self._shown = QPixmap()
        self._bare: tuple[Shape, ...] = ()
        self._marks: tuple[Shape, ...] = ()
        # By identity: the drawing hands out the same object for what did not change, and comparing is dear.
        self._rectangles: dict[int, tuple[Shape, QRect]] = {}
        self.changed = QRegion()
        """Where the last call of `pixmap` painted something else than stood there, in logical pixels."""

    def pixmap(self, picture: Picture, palette: Palette, size: QSize, ratio: float, into: QRectF) -> QPixmap:
        """Return the picture without arrows on a pixmap of `size` logical pixels, painted `into` a rectangle of it."""
        bare, marks = self._parted(picture.shapes)
        frame = (picture.left, picture.bottom, picture.width, picture.height)
        key = (bare, frame, palette.theme, size.toTuple(), ratio, into.getRect())
        self.changed = QRegion()
        if key != self._key:
            self._ground = _blank(palette, size, ratio)
            _paint_on(self._ground, replace(picture, shapes=bare), palette, into, None)
            self._shown = self._ground.copy()
            _paint_on(self._shown, replace(picture, shapes=marks), palette, into, None)
            self._key, self._bare, self._marks = key, bare, marks
            self._rectangles = _rectangles({}, marks, placed(picture, into))
            self.changed = QRegion(QRect(QPoint(), size))
        elif marks != self._marks:
            self._mend(replace(picture, shapes=marks), palette, into)
            self._marks = marks
        return self._shown

    def _parted(self, shapes: tuple[Shape, ...]) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
        bare = self._bare
        if not bare or shapes[: len(bare)] != bare:
            bare = tuple(takewhile(lambda shape: isinstance(shape, Outline), shapes))
        return bare, tuple(shape for shape in shapes[len(bare) :] if not isinstance(shape, Arrow))

    def _mend(self, marks: Picture, palette: Palette, into: QRectF) -> None:
        before = self._rectangles
        now = _rectangles(before, marks.shapes, placed(marks, into))
        region = QRegion()
        for shape in before.keys() ^ now.keys():
            region += (before.get(shape) or now[shape])[1]
        touched = tuple(shape for shape, around in now.values() if region.intersects(around))
        painter = QPainter(self._shown)
        painter.setClipRegion(region)
        painter.drawPixmap(0, 0, self._ground)
        painter.end()
        _paint_on(self._shown, replace(marks, shapes=touched), palette, into, region)
        self._rectangles, self.changed = now, region


def _rectangles(
    known: dict[int, tuple[Shape, QRect]], marks: tuple[Shape, ...], place: QTransform
) -> dict[int, tuple[Shape, QRect]]:
    return {id(shape): known.get(id(shape)) or (shape, around(_extent(shape), place)) for shape in marks}


def _blank(palette: Palette, size: QSize, ratio: float) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(palette.colour("background")))
    return made


def _paint_on(
    pixmap: QPixmap, picture: Picture, palette: Palette, into: QRectF, region: QRegion | None
) -> None:
    painter = QPainter(pixmap)
    if region is not None:
        painter.setClipRegion(region)
    paint(painter, picture, palette, into)
    painter.end()


def around(points: tuple[Point, ...], place: QTransform) -> QRect:
    """Return the pixels that a shape through these points of the picture can touch."""
    across, up = [x for x, _ in points], [y for _, y in points]
    one = place.map(QPointF(min(across) - _MARGIN, max(up) + _MARGIN))
    other = place.map(QPointF(max(across) + _MARGIN, min(up) - _MARGIN))
    left, top = floor(one.x()), floor(one.y())
    return QRect(left, top, ceil(other.x()) - left, ceil(other.y()) - top)


def _extent(shape: Shape) -> tuple[Point, ...]:
    match shape:
        case Outline(path=path):
            return (path.start, *(point for cubic in path.cubics for point in cubic))
        case Track(points=points) | Arrow(points=points):
            return points
        case Ring(centre=(x, y), radius=radius) | Tick(centre=(x, y), size=radius):
            return (x - radius, y - radius), (x + radius, y + radius)
        case Bar(start=start, end=end):
            return start, end
        case Label(at=(x, y), runs=runs):
            # No letter of the typeface is broader than its em.
            size, width = max(run.size for run in runs), sum(run.size * len(run.text) for run in runs)
            return (x - width, y - size), (x + width, y + size)
        case _:
            assert_never(shape)
