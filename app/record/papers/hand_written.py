"""What a pen writes into: boxes with a small caption, squares to tick, and grids of empty cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.drawing.shapes import Weight
from app.record.pages.marks import Line, Panel, Style
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import INK, NOTE, QUIET_INK

PAD = 4.0
TICK_SIDE = 13.0
WRITTEN_IN = Style(Weight.SEMIBOLD, 10.0, INK, 12.0)
"""How a box looks that is filled already."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to write into: its caption, how broad it is as a part of its row, and what stands in it already."""

    caption: str
    share: float = 1.0
    filled: str = ""


def box_row(
    sheets: Sheets,
    boxes: Sequence[Box],
    height: float,
    *,
    left: float | None = None,
    right: float | None = None,
) -> None:
    """Put down boxes side by side from one edge to another, the paper's margins where none is named.

    They are as tall as asked, and taller where what stands in one of them already needs it.
    """
    x = sheets.paper.left if left is None else left
    room = (sheets.paper.right if right is None else right) - x
    shares = sum(box.share for box in boxes)
    widths = [room * box.share / shares for box in boxes]
    captions = [_lines(box.caption, NOTE, width) for box, width in zip(boxes, widths, strict=True)]
    filled = [_lines(box.filled, WRITTEN_IN, width) for box, width in zip(boxes, widths, strict=True)]
    for said, stands in zip(captions, filled, strict=True):
        height = max(height, len(said) * NOTE.leading + len(stands) * WRITTEN_IN.leading + PAD)
    for width, said, stands in zip(widths, captions, filled, strict=True):
        sheets.put(Panel(x, sheets.y, width, height, None, QUIET_INK))
        for number, line in enumerate(said, start=1):
            sheets.say(x + PAD, sheets.y + NOTE.leading * number - 0.4, line, NOTE)
        for number, line in enumerate(reversed(stands)):
            sheets.say(x + PAD, sheets.y + height - PAD - number * WRITTEN_IN.leading, line, WRITTEN_IN)
        x += width
    sheets.y += height


def _lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    return set_lines(text, style, width - 2 * PAD) if text else ()


def tick_square(sheets: Sheets, x: float, y: float) -> None:
    """Put down a square to tick with its upper left corner at a point."""
    sheets.put(Panel(x, y, TICK_SIDE, TICK_SIDE, None, INK, 1.5))


def tick_with_words(sheets: Sheets, x: float, middle: float, words: str, style: Style) -> None:
    """Put down a square to tick, its left edge at `x`, with what a tick in it means behind it."""
    tick_square(sheets, x, middle - TICK_SIDE / 2)
    sheets.say(x + TICK_SIDE + PAD, middle + style.size * 0.36, words, style)


def upright(sheets: Sheets, x: float, top: float, bottom: float, *, heavy: bool = False) -> None:
    """Put down a line between two cells of a row."""
    sheets.put(Line(((x, top), (x, bottom)), 1.2 if heavy else 0.5, INK if heavy else QUIET_INK))
