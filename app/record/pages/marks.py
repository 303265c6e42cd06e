"""What a page is made of: frozen marks in points, measured from the top left corner of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from app.drawing.shapes import Align, Picture, Weight


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: weight, size in points, the name of a colour of the printed theme, leading in points."""

    weight: Weight
    size: float
    colour: str
    leading: float


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its baseline, `x` its start, centre or end; struck through where it is void."""

    x: float
    y: float
    text: str
    style: Style
    align: Align = Align.START
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, in a colour, with dashes in points where it is broken."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with round corners, filled and edged where it has colours; `y` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the hands, `width` points broad, with its upper left corner at a point."""

    x: float
    y: float
    width: float
    picture: Picture


@dataclass(frozen=True, slots=True)
class Square:
    """A QR code of some text, `side` points broad."""

    x: float
    y: float
    side: float
    text: str


@dataclass(frozen=True, slots=True)
class Watermark:
    """A word across the page, under everything else."""

    text: str
    colour: str


Mark = Words | Line | Panel | Figure | Square | Watermark
