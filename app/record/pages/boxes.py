"""The boxes of page 1: its figures in large, and the signatures with room for ink."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.drawing.shapes import Align
from app.record.content.record_content import RecordContent
from app.record.content.signatures import SignatureBox
from app.record.content.summary import Box, Elsewhere
from app.record.content.words import say
from app.record.pages.glyphs import width_of
from app.record.pages.marks import Line, Panel, Square, Style
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    ACROSS,
    CELL_STRONG,
    FIGURE,
    FIGURE_LOUD,
    HEADING,
    INK,
    LEFT,
    NOTE,
    QUIET_INK,
    RIGHT,
    RULE,
    SMALL_QUIET,
    SMALL_STRONG,
)

BOX_PAD = 6.0
QR_SIDE = 66.0
QR_GAP = 12.0
BOX_GAP = 8.0
INK_ROOM = 27.0
NOTE_GAP = 2.4
FIRST_BOX = 1.9
"""How broad the first box is, as a multiple of the others."""
SIGNATURES_HEAD = 16.0
LEAST_SIGNATURE = 77.0


def figure_boxes(sheets: Sheets, boxes: tuple[Box, ...], begins: Mapping[Elsewhere, int]) -> None:
    """Put the figures side by side in one frame; the first is the broadest, for it says most."""
    width = ACROSS / (len(boxes) - 1 + FIRST_BOX)
    starts = [LEFT + (place - 1 + FIRST_BOX if place else 0) * width for place in range(len(boxes))]
    notes = [
        tuple(_note(box, begins, width * (1 if place else FIRST_BOX) - 2 * BOX_PAD))
        for place, box in enumerate(boxes)
    ]
    height = 12 + FIGURE.leading + max(lines[-1][0] for lines in notes) + 7
    top = sheets.y
    sheets.put(Panel(LEFT, top, ACROSS, height, None, INK, 4.0))
    for place, (box, lines) in enumerate(zip(boxes, notes, strict=True)):
        x = starts[place]
        if place:
            sheets.put(Line(((x, top + 1), (x, top + height - 1)), 0.5, RULE))
        sheets.say(x + BOX_PAD, top + 11.5, box.title, NOTE)
        style = _fitting(box, width - 2 * BOX_PAD)
        sheets.say(x + BOX_PAD, top + 12 + FIGURE.leading * 0.82, box.figure, style)
        for down, line in lines:
            sheets.say(x + BOX_PAD, top + 12 + FIGURE.leading + down - 0.5, line, NOTE)
    sheets.y = top + height + 4


def _note(box: Box, begins: Mapping[Elsewhere, int], width: float) -> Iterator[tuple[float, str]]:
    """Yield the lines below a figure, each with how far down it stands: what tells something else stands apart."""
    down = 0.0
    for line in set_lines(box.note, NOTE, width):
        down += NOTE.leading
        yield down, line
    for one in box.pointers:
        # What has a count of its own is not the figure above; what has none says where that figure is told.
        down += NOTE_GAP if one.count else 0.0
        for line in set_lines(say(one.key, page=begins.get(one.to, 1), count=one.count), NOTE, width):
            down += NOTE.leading
            yield down, line


def _fitting(box: Box, width: float) -> Style:
    """Return the style of a figure, smaller where the figure is a word that would be too broad."""
    style = FIGURE_LOUD if box.is_loud else FIGURE
    broad = width_of(box.figure, style.weight, style.size)
    return (
        style
        if broad <= width
        else Style(style.weight, style.size * width / broad, style.colour, style.leading)
    )


def signature_height(content: RecordContent) -> float:
    """Return how tall the row of signatures is with its heading, in points."""
    signed = (_signed(box, _box_width(content) - 2 * BOX_PAD) for box in content.signatures)
    tallest = max(sum(style.leading for _, style in lines) for lines in signed)
    return SIGNATURES_HEAD + max(tallest + INK_ROOM + 8, LEAST_SIGNATURE)


def _box_width(content: RecordContent) -> float:
    count = len(content.signatures)
    return (ACROSS - QR_SIDE - QR_GAP - (count - 1) * BOX_GAP) / count


def signature_row(sheets: Sheets, content: RecordContent, top: float) -> None:
    """Put the signatures side by side, each with what was signed at the workstation and room for ink."""
    sheets.say(LEFT, top + 10, say("signature.title"), HEADING)
    sheets.say(LEFT + 64, top + 10, say("signature.honesty"), SMALL_STRONG)
    boxes = content.signatures
    width = _box_width(content)
    inner = width - 2 * BOX_PAD
    texts = [_signed(box, inner) for box in boxes]
    height = signature_height(content) - SIGNATURES_HEAD
    for place, (box, lines) in enumerate(zip(boxes, texts, strict=True)):
        x, y = LEFT + place * (width + BOX_GAP), top + SIGNATURES_HEAD
        sheets.put(Panel(x, y, width, height, None, RULE, 3.0))
        baseline = y + 3
        for text, style in lines:
            baseline += style.leading
            sheets.say(x + BOX_PAD, baseline, text, style)
        ink = y + height - 12
        sheets.put(Line(((x + BOX_PAD, ink), (x + width - BOX_PAD, ink)), 0.6, QUIET_INK))
        sheets.say(x + BOX_PAD, ink + 8, box.ink, SMALL_QUIET)
    identity = content.identity
    words = say("square", case=identity.case, revision=identity.revision, head=identity.head)
    sheets.put(Square(RIGHT - QR_SIDE, top + 16, QR_SIDE, words))
    sheets.say(RIGHT, top + 16 + QR_SIDE + 9, say("square.note"), SMALL_QUIET, Align.END)
    sheets.y = top + SIGNATURES_HEAD + height


def _signed(box: SignatureBox, width: float) -> list[tuple[str, Style]]:
    heading = f"{box.name}, {box.role}" if box.name else box.role
    lines: list[tuple[str, Style]] = [(line, CELL_STRONG) for line in set_lines(heading, CELL_STRONG, width)]
    for text in box.lines:
        lines += [(line, NOTE) for line in set_lines(text, NOTE, width)]
    return lines
