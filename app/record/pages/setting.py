"""Setting text in lines of a given breadth: nothing is ever clipped, the longest word is broken where it must be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.record.pages.glyphs import printable, width_of
from app.record.pages.marks import Style
from app.wording import UNIT

FIRST_WIDE = "\N{CJK RADICAL REPEAT}"
"""From this character on, a line may be broken between any two characters."""


KEPT_TOGETHER = re.compile(rf"(?<=[^\W\d_]) (?=\d)|(?<=\d) (?={UNIT}\b)")
"""A space at which no line is broken: what stands on its two sides says nothing alone."""


def set_lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Return a text as printable lines, none broader than `width` points; empty text is one empty line."""
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        lines += _paragraph(paragraph, style, width)
    return tuple(lines)


def _paragraph(text: str, style: Style, width: float) -> list[str]:
    if width_of(text, style.weight, style.size) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        longer = line + piece
        if width_of(longer.rstrip(), style.weight, style.size) <= width:
            line = longer
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _broken(piece.lstrip(), style, width)
        lines += full
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    """Yield words with the space behind them; what is written without spaces goes character by character.

    A number stays with the word before it (entry 23) and a unit with its number (0.25 mL).
    """
    kept = {found.start() for found in KEPT_TOGETHER.finditer(text)}
    word = ""
    for place, character in enumerate(text):
        if character >= FIRST_WIDE:
            if word:
                yield word
            yield character
            word = ""
            continue
        word += character
        if character == " " and place not in kept:
            yield word
            word = ""
    if word:
        yield word


def _broken(word: str, style: Style, width: float) -> list[str]:
    """Break a word that is broader than the line, character by character."""
    parts, part = [], ""
    for character in word:
        if part and width_of((part + character).rstrip(), style.weight, style.size) > width:
            parts.append(part)
            part = ""
        part += character
    return [*parts, part]
