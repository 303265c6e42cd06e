"""The hands of page 1: at their left how they are seen and what was found, at their right what their marks mean."""

from __future__ import annotations

from app.drawing.marks import MarkState
from app.drawing.pass_shapes import pass_shapes
from app.drawing.shapes import Picture
from app.record.content.found_key import FoundKey
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
SIGN = 11.0
"""How broad the sample of a finding is, in points."""
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
    _found(sheets, hands, foot - len(lines) * NOTE.leading - AIR, beside - AIR)
    sheets.y += height + 5


def _found(sheets: Sheets, hands: HandsContent, foot: float, width: float) -> None:
    """Put down what was found on the hands, as it is drawn there, from the foot upwards, the first of it on top."""
    y = foot
    for key in reversed(hands.found):
        lines = set_lines(key.words, NOTE, width - SIGN - KEY_GAP)
        y -= (len(lines) - 1) * NOTE.leading
        for place, line in enumerate(lines):
            sheets.say(LEFT + SIGN + KEY_GAP, y + place * NOTE.leading, line, NOTE)
        sheets.put(found_sign(key, LEFT, y))
        y -= SIGN + BETWEEN_KEYS
    if hands.found:
        sheets.say(LEFT, y, say("legend.found"), NOTE)


def found_sign(key: FoundKey, x: float, baseline: float) -> Figure:
    """Return the sign of a finding at the left of words on a baseline."""
    return Figure(x, baseline - 2.4 - SIGN / 2, SIGN, key.sample)


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
