"""The screen pen: walks a picture with a QPainter. Its twin on paper is `app/record/hand_figure.py`."""

from __future__ import annotations

from functools import cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from app.drawing.palette import Ink, Palette
from app.drawing.shapes import (
    Align,
    Arrow,
    Bar,
    Label,
    Outline,
    Path,
    Picture,
    Point,
    Ring,
    Run,
    Shape,
    Tick,
    Track,
    Weight,
    arrow_head,
    tick_line,
)
from ui.hand.typeface import font

_EM = 100  # fonts are measured and drawn at this size and scaled, because Qt's font sizes are whole pixels


def placed(picture: Picture, into: QRectF) -> QTransform:
    """Return the transform from millimetres to a rectangle of the device: centred, aspect kept, y turned over."""
    scale = min(into.width() / picture.width, into.height() / picture.height)
    centre = into.center()
    middle = (picture.left + picture.width / 2, picture.bottom + picture.height / 2)
    return QTransform(scale, 0, 0, -scale, centre.x() - scale * middle[0], centre.y() + scale * middle[1])


def paint(painter: QPainter, picture: Picture, palette: Palette, into: QRectF) -> None:
    """Paint a picture into a rectangle, clipped to the picture's own frame."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(placed(picture, into), combine=True)
    frame = QRectF(picture.left, picture.bottom, picture.width, picture.height)
    painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
    for shape in picture.shapes:
        draw(painter, shape, palette)
    painter.restore()


def draw(painter: QPainter, shape: Shape, palette: Palette) -> None:
    """Draw one shape on a painter whose units are the picture's millimetres."""
    match shape:
        case Outline(path=path, role=role, depth=depth, fade=fade):
            ink = palette.ink(role)
            painter.setPen(_pen(ink))
            painter.setBrush(_brush(ink, depth, fade) if path.closed else Qt.BrushStyle.NoBrush)
            painter.drawPath(_path(path))
        case Track(points=points, role=role):
            _stroke(painter, points, palette.ink(role))
        case Ring(centre=centre, radius=radius, role=role):
            ink = palette.ink(role)
            painter.setPen(_pen(ink))
            painter.setBrush(_brush(ink))
            painter.drawEllipse(QPointF(*centre), radius, radius)
        case Arrow(role=role):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_brush(palette.ink(role)))
            painter.drawPolygon(QPolygonF([QPointF(*one) for one in arrow_head(shape)]))
        case Tick(role=role):
            _stroke(painter, tick_line(shape), palette.ink(role))
        case Bar(start=start, end=end, role=role):
            _stroke(painter, (start, end), palette.ink(role))
        case Label():
            _write(painter, shape, palette)
        case _:
            assert_never(shape)


def _stroke(painter: QPainter, points: tuple[Point, ...], ink: Ink) -> None:
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*one) for one in points]))


def _pen(ink: Ink) -> QPen:
    if ink.line is None:
        return QPen(Qt.PenStyle.NoPen)
    cap = Qt.PenCapStyle.FlatCap if ink.dash else Qt.PenCapStyle.RoundCap
    pen = QPen(
        _colour(ink.line, ink.opacity), ink.width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin
    )
    if ink.dash:
        pen.setDashPattern([one / ink.width for one in ink.dash])
    return pen


def _brush(ink: Ink, depth: float = 0.0, fade: tuple[Point, Point] | None = None) -> QBrush:
    tone = ink.tone(depth)
    if tone is None:
        return QBrush(Qt.BrushStyle.NoBrush)
    if fade is None or ink.fade is None:
        return QBrush(_colour(tone, ink.opacity))
    gradient = QLinearGradient(QPointF(*fade[0]), QPointF(*fade[1]))
    gradient.setColorAt(0.0, _colour(tone, ink.opacity))
    gradient.setColorAt(1.0, _colour(ink.fade, ink.opacity))
    return QBrush(gradient)


def _colour(text: str, opacity: float) -> QColor:
    colour = QColor(text)
    colour.setAlphaF(opacity)
    return colour


def _path(path: Path) -> QPainterPath:
    drawn = QPainterPath(QPointF(*path.start))
    for a, b, c in path.cubics:
        drawn.cubicTo(QPointF(*a), QPointF(*b), QPointF(*c))
    if path.closed:
        drawn.closeSubpath()
    return drawn


@cache
def _font(weight: Weight) -> QFont:
    return font(weight, _EM)


@cache
def _glyphs(run: Run) -> tuple[QPainterPath, float]:
    drawn = QPainterPath()
    # Strokes of a letter may overlap; the default rule would cut holes where they do.
    drawn.setFillRule(Qt.FillRule.WindingFill)
    drawn.addText(0.0, 0.0, _font(run.weight), run.text)
    return drawn, QFontMetricsF(_font(run.weight)).horizontalAdvance(run.text) * run.size / _EM


def _write(painter: QPainter, label: Label, palette: Palette) -> None:
    runs = [(run, *_glyphs(run)) for run in label.runs]
    whole = sum(width for _, _, width in runs)
    shift = {Align.START: 0.0, Align.CENTRE: whole / 2, Align.END: whole}[label.align]
    x, y = label.at[0] - shift, label.at[1]
    for run, glyphs, width in runs:
        painter.save()
        painter.translate(x, y)
        painter.scale(run.size / _EM, -run.size / _EM)
        painter.fillPath(glyphs, _brush(palette.ink(run.role)))
        painter.restore()
        x += width
