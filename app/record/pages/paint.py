"""The last step: marks on pages become a PDF, the same bytes for the same record."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import assert_never

from reportlab import rl_config
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel, QRMaskPattern
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from app.drawing.palette import Palette, Theme, palette
from app.drawing.shapes import Align, Weight
from app.record.hand_figure import draw_picture
from app.record.pages.glyphs import runs, width_of
from app.record.pages.marks import Figure, Line, Mark, Panel, Square, Watermark, Words
from app.record.pages.styles import UPRIGHT, Paper
from app.record.typeface import font_name

WATERMARK_SIZE = 118.0
WATERMARK_STRENGTH = 0.1
STRIKE_HEIGHT = 0.33


def paint(pages: Iterable[Iterable[Mark]], *, title: str, software: str, paper: Paper = UPRIGHT) -> bytes:
    """Return the PDF of these pages, with this title in its properties; no two runs differ in a byte."""
    file = BytesIO()
    # Plain binary streams: reportlab would spell them in ASCII, a quarter larger and slow.
    rl_config.useA85 = 0
    # The typeface is named from the start: reportlab would otherwise refer to a Helvetica that it does not embed.
    canvas = Canvas(
        file,
        pagesize=(paper.width, paper.height),
        invariant=1,
        pageCompression=1,
        initialFontName=font_name(Weight.REGULAR),  # type: ignore[arg-type]  # the stubs take it for a size
    )
    canvas.setTitle(title)
    canvas.setAuthor(software)
    canvas.setCreator(software)
    canvas.setSubject(title)
    inks = palette(Theme.PRINT)
    for page in pages:
        # Marks are measured from the upper left corner of the paper, a canvas from the lower one.
        canvas.translate(0, paper.height)
        for mark in page:
            _draw(canvas, mark, inks, paper)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, mark: Mark, inks: Palette, paper: Paper) -> None:
    match mark:
        case Words():
            _words(canvas, mark, inks)
        case Line():
            _line(canvas, mark, inks)
        case Panel():
            _panel(canvas, mark, inks)
        case Figure(x=x, y=y, width=width, picture=picture):
            height = width * picture.height / picture.width
            draw_picture(canvas, picture, inks, left=x, bottom=-y - height, width=width)
        case Square():
            _square(canvas, mark, inks)
        case Watermark():
            _watermark(canvas, mark, inks, paper)
        case _:
            assert_never(mark)


@cache
def _ink(colour: str) -> Color:
    return HexColor(colour)


def _words(canvas: Canvas, words: Words, inks: Palette) -> None:
    style = words.style
    x, y = words.x, -words.y
    if words.align is not Align.START:
        width = width_of(words.text, style.weight, style.size)
        x -= width if words.align is Align.END else width / 2
    colour = _ink(inks.colour(style.colour))
    canvas.setFillColor(colour)
    if words.struck:
        width = width_of(words.text, style.weight, style.size)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(0.6)
        canvas.line(x, y + style.size * STRIKE_HEIGHT, x + width, y + style.size * STRIKE_HEIGHT)
    for name, text, size in runs(words.text, style.weight, style.size):
        canvas.setFont(name, size)
        canvas.drawString(x, y, text)
        if len(text) < len(words.text):
            x += width_of(text, style.weight, style.size)


def _line(canvas: Canvas, line: Line, inks: Palette) -> None:
    canvas.setStrokeColor(_ink(inks.colour(line.colour)))
    canvas.setLineWidth(line.width)
    canvas.setDash(list(line.dash))
    path = canvas.beginPath()
    (x, y), *rest = line.points
    path.moveTo(x, -y)
    for x, y in rest:
        path.lineTo(x, -y)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash([])


def _panel(canvas: Canvas, panel: Panel, inks: Palette) -> None:
    if panel.fill is not None:
        canvas.setFillColor(_ink(inks.colour(panel.fill)))
    if panel.edge is not None:
        canvas.setStrokeColor(_ink(inks.colour(panel.edge)))
        canvas.setLineWidth(0.7)
    canvas.roundRect(
        panel.x,
        -panel.y - panel.height,
        panel.width,
        panel.height,
        panel.radius,
        stroke=int(panel.edge is not None),
        fill=int(panel.fill is not None),
    )


class _QuickCode(QRCode):
    """A QR code under one fixed mask: every mask can be read, and the search for the best takes long."""

    def getBestMaskPattern(self) -> int:  # noqa: N802 - reportlab calls it by this name
        """Return the mask, a checkerboard of diagonals."""
        return QRMaskPattern.PATTERN011


def _square(canvas: Canvas, square: Square, inks: Palette) -> None:
    """Draw a QR code by hand, its dark runs row by row: reportlab's own widget would bring a Helvetica with it."""
    code = _QuickCode(None, QRErrorCorrectLevel.M)
    code.addData(square.text)
    code.make()
    step = square.side / code.moduleCount
    path = canvas.beginPath()
    for number, row in enumerate(code.modules, start=1):
        x, y = square.x, -square.y - number * step
        for is_dark, run in groupby(row):
            width = len(list(run)) * step
            if is_dark:
                path.rect(x, y, width, step)
            x += width
    canvas.setFillColor(_ink(inks.colour("text")))
    canvas.drawPath(path, stroke=0, fill=1)


def _watermark(canvas: Canvas, mark: Watermark, inks: Palette, paper: Paper) -> None:
    canvas.saveState()
    canvas.setFillColor(_ink(inks.colour(mark.colour)), alpha=WATERMARK_STRENGTH)
    canvas.translate(paper.width / 2, -paper.height / 2)
    canvas.rotate(paper.slant)
    canvas.setFont(font_name(Weight.BOLD), WATERMARK_SIZE)
    canvas.drawCentredString(0, -WATERMARK_SIZE * 0.36, mark.text)
    canvas.restoreState()
