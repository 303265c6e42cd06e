"""Every character on paper: in the shipped typeface, else in the shipped Chinese one, else spelt by its number.

A box in place of a character would be silent; `[U+1F489]` is not, and the record says on its pages what it means.
The second typeface is large, so it is read only when a character asks for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app import assets
from app.drawing.shapes import Weight
from app.record.typeface import font_name

SECOND = "NotoSansSC-Regular"
_SECOND_SIZE = 0.94
_PLAIN_SPACE = " "
SPELT_OUT = re.compile(r"\[U\+[0-9A-F]{4,6}\]")
"""What stands in place of a character that no typeface has."""


@cache
def _first(weight: Weight) -> TTFont:
    return _true_type(font_name(weight))


@cache
def _second() -> TTFont:
    pdfmetrics.registerFont(TTFont(SECOND, str(assets.path("fonts", f"{SECOND}.ttf"))))
    return _true_type(SECOND)


def _true_type(name: str) -> TTFont:
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont), "every typeface of the record is a file of its own, embedded"
    return font


def printable(text: str) -> str:
    """Return a text in which every character can be printed: what no typeface has is spelt by its number."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(character if _has(character) else _spelt(character) for character in composed)


@cache
def _has(character: str) -> bool:
    number = ord(character)
    if not character.isprintable():
        return False
    return number in _first(Weight.REGULAR).face.charToGlyph or number in _second().face.charToGlyph


def _spelt(character: str) -> str:
    if character.isspace():
        return _PLAIN_SPACE if character != "\n" else "\n"
    return f"[U+{ord(character):04X}]"


@cache
def _width(character: str, weight: Weight) -> float:
    """Return the width of one character as a part of the size it is set in."""
    number, first = ord(character), _first(weight).face
    if number in first.charToGlyph:
        return float(first.charWidths.get(number, first.defaultWidth)) / 1000
    second = _second().face
    return float(second.charWidths.get(number, second.defaultWidth)) / 1000 * _SECOND_SIZE


def width_of(text: str, weight: Weight, size: float) -> float:
    """Return how broad a printable text is, in points."""
    return size * _text_width(text, weight)


@lru_cache(maxsize=4096)
def _text_width(text: str, weight: Weight) -> float:
    """Return how broad a text is as a part of its size; names and phrases come again on every row."""
    return sum(_width(character, weight) for character in text)


def runs(text: str, weight: Weight, size: float) -> Iterator[tuple[str, str, float]]:
    """Yield a printable text cut where its typeface changes: typeface, characters, size in points."""
    if text.isascii():
        yield font_name(weight), text, size
        return
    first = _first(weight).face.charToGlyph
    for is_first, part in groupby(text, key=lambda character: ord(character) in first):
        name = font_name(weight) if is_first else _second().fontName
        yield name, "".join(part), size if is_first else size * _SECOND_SIZE
