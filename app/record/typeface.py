"""The shipped typeface in reportlab: registered once, asked for by weight."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app import assets
from app.drawing.shapes import Weight


@cache
def font_name(weight: Weight) -> str:
    """Register one weight of the shipped typeface and return the name by which a canvas sets it."""
    name = f"Inter-{weight.value}"
    pdfmetrics.registerFont(TTFont(name, str(assets.path("fonts", f"{name}.ttf"))))
    return name


def text_width(text: str, weight: Weight, size: float) -> float:
    """Return the width of a text set in a weight, in the unit of its size."""
    return float(pdfmetrics.stringWidth(text, font_name(weight), size))
