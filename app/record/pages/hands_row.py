"""The hands of page 1, with how they are seen at their left and what their marks mean at their right."""

from __future__ import annotations

from app.drawing.marks import MarkState
from app.drawing.pass_shapes import pass_shapes
from app.drawing.shapes import Picture
from app.record.content.legend import HandsContent
from app.record.content.words import say
from app.record.pages.marks import Figure
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import ACROSS, LEFT, NOTE, RIGHT

KEY_WIDTH = 24.0
KEY_GAP = 5.0
BETWEEN_KEYS = 1.5
AIR = 6.0
SAMPLE = 18.0
"""How long the sample of a pass is, in the millimetres of the picture."""


def hands_row(sheets: Sheets, hands: HandsContent, height: float) -> None:
    """Put down the hands, so tall, and beside them the words about them, on the level of the wrists."""
    picture = hands.picture
    width = height * picture.width / picture.height
    beside = (ACROSS - width) / 2
    top, foot = sheets.y + 3, sheets.y + 3 + height - 2
    sheets.put(Figure(LEFT + beside, top, width, picture))
    lines = set_lines(hands.view, NOTE, beside - AIR)
    for place, line in enumerate(reversed(lines)):
        sheets.say(LEFT, foot - place * NOTE.leading, line, NOTE)
    _legend(sheets, hands, RIGHT - beside + AIR, foot)
    sheets.y += height + 5


def _legend(sheets: Sheets, hands: HandsContent, left: float, foot: float) -> None:
    """Put down the keys from the foot upwards, the first of them on top."""
    x = left + KEY_WIDTH + KEY_GAP
    y = foot
    for key in reversed(hands.legend):
        lines = set_lines(key.words, NOTE, RIGHT - x)
        for place, line in enumerate(reversed(lines)):
            sheets.say(x, y - place * NOTE.leading, line, NOTE)
        y -= (len(lines) - 1) * NOTE.leading
        sample = sample_of(key.state)
        tall = KEY_WIDTH * sample.height / sample.width
        sheets.put(Figure(left, y - 2.4 - tall / 2, KEY_WIDTH, sample))
        y -= NOTE.leading + BETWEEN_KEYS
    if hands.legend:
        sheets.say(left, y, say("legend.title"), NOTE)


def sample_of(state: MarkState) -> Picture:
    """Return one pass alone in a state, drawn by the very shapes that the hands are drawn with."""
    shapes = tuple(pass_shapes(((SAMPLE, 0.0), (0.0, 0.0)), state, ""))
    return Picture(-3.0, -4.0, SAMPLE + 6.0, 8.0, shapes)
