"""The paper pen: walks a picture with a reportlab canvas. Its twin on the screen is `ui/hand/paint.py`."""

from __future__ import annotations

from typing import assert_never

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

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
    Shape,
    Tick,
    Track,
    arrow_head,
    tick_line,
)
from app.record.typeface import font_name, text_width


def draw_picture(
    canvas: Canvas, picture: Picture, palette: Palette, *, left: float, bottom: float, width: float
) -> float:
    """Draw a picture `width` points broad with its lower left corner at a point; return its height in points."""
    scale = width / picture.width
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(scale, scale)
    canvas.translate(-picture.left, -picture.bottom)
    frame = canvas.beginPath()
    frame.rect(picture.left, picture.bottom, picture.width, picture.height)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.setLineJoin(1)
    for shape in picture.shapes:
        canvas.saveState()
        _draw(canvas, shape, palette)
        canvas.restoreState()
    canvas.restoreState()
    return picture.height * scale


def _draw(canvas: Canvas, shape: Shape, palette: Palette) -> None:
    match shape:
        case Outline(path=path, role=role, depth=depth, fade=fade):
            _outline(canvas, path, palette.ink(role), depth, fade)
        case Track(points=points, role=role):
            _stroke(canvas, points, palette.ink(role))
        case Ring(centre=(x, y), radius=radius, role=role):
            ink = palette.ink(role)
            stroke, fill = _set_pen(canvas, ink), _set_fill(canvas, ink, 0.0)
            canvas.circle(x, y, radius, stroke=stroke, fill=fill)
        case Arrow(role=role):
            head = _line(canvas, arrow_head(shape))
            head.close()
            canvas.drawPath(head, stroke=0, fill=_set_fill(canvas, palette.ink(role), 0.0))
        case Tick(role=role):
            _stroke(canvas, tick_line(shape), palette.ink(role))
        case Bar(start=start, end=end, role=role):
            _stroke(canvas, (start, end), palette.ink(role))
        case Label():
            _write(canvas, shape, palette)
        case _:
            assert_never(shape)


def _outline(canvas: Canvas, path: Path, ink: Ink, depth: float, fade: tuple[Point, Point] | None) -> None:
    drawn = _path(canvas, path)
    tone = ink.tone(depth)
    if path.closed and fade is not None and ink.fade is not None and tone is not None:
        canvas.clipPath(drawn, stroke=0, fill=0)
        (x0, y0), (x1, y1) = fade
        canvas.linearGradient(x0, y0, x1, y1, (HexColor(tone), HexColor(ink.fade)), extend=True)
        return
    fill = _set_fill(canvas, ink, depth) if path.closed else 0
    canvas.drawPath(drawn, stroke=_set_pen(canvas, ink), fill=fill)


def _stroke(canvas: Canvas, points: tuple[Point, ...], ink: Ink) -> None:
    if _set_pen(canvas, ink):
        canvas.drawPath(_line(canvas, points), stroke=1, fill=0)


def _set_pen(canvas: Canvas, ink: Ink) -> int:
    if ink.line is None:
        return 0
    canvas.setStrokeColor(HexColor(ink.line), alpha=ink.opacity)
    canvas.setLineWidth(ink.width)
    canvas.setLineCap(0 if ink.dash else 1)
    if ink.dash:
        canvas.setDash(list(ink.dash))
    return 1


def _set_fill(canvas: Canvas, ink: Ink, depth: float) -> int:
    tone = ink.tone(depth)
    if tone is None:
        return 0
    canvas.setFillColor(HexColor(tone), alpha=ink.opacity)
    return 1


def _line(canvas: Canvas, points: tuple[Point, ...]) -> PDFPathObject:
    drawn = canvas.beginPath()
    drawn.moveTo(*points[0])
    for one in points[1:]:
        drawn.lineTo(*one)
    return drawn


def _path(canvas: Canvas, path: Path) -> PDFPathObject:
    drawn = canvas.beginPath()
    drawn.moveTo(*path.start)
    for a, b, c in path.cubics:
        drawn.curveTo(*a, *b, *c)
    if path.closed:
        drawn.close()
    return drawn


def _write(canvas: Canvas, label: Label, palette: Palette) -> None:
    widths = [text_width(run.text, run.weight, run.size) for run in label.runs]
    shift = {Align.START: 0.0, Align.CENTRE: sum(widths) / 2, Align.END: sum(widths)}[label.align]
    x, y = label.at[0] - shift, label.at[1]
    for run, width in zip(label.runs, widths, strict=True):
        _set_fill(canvas, palette.ink(run.role), 0.0)
        canvas.setFont(font_name(run.weight), run.size)
        canvas.drawString(x, y, run.text)
        x += width
