"""The questions of the day on the worksheet, two to a row, each with its two answers to tick."""

from __future__ import annotations

from collections.abc import Iterator

from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, INK, RULE
from app.record.papers.hand_written import Box, box_row, tick_with_words
from app.record.papers.words import say
from app.record.papers.worksheet_content import Worksheet
from app.record.papers.worksheet_styles import GAP, LINE, LYING, STRIP

HEAD = 13.0
BESIDE = 2
"""How many questions stand beside each other."""
BETWEEN = 14.0
CELL = (LYING.across - (BESIDE - 1) * BETWEEN) / BESIDE
ANSWERS = (48.0, 58.0)
"""How broad the room for each answer is, at the right of a question: clear, not clear."""


def day_height(sheet: Worksheet, least: float) -> float:
    """Return how tall the questions of the day are, each row at least so tall; 0 where the protocol has none."""
    if not sheet.day_check:
        return 0.0
    return GAP + HEAD + sum(height for _, height in _rows(sheet, least))


def day(sheets: Sheets, sheet: Worksheet, least: float) -> None:
    """Put down the questions of the day, and behind the last of them who was asked when, and room for a remark."""
    if not sheet.day_check:
        return
    sheets.y += GAP
    sheets.say(LYING.left, sheets.y + 9, say("day.title"), HEADING)
    sheets.y += HEAD
    sheets.rule(sheets.y, INK, 0.9)
    for cells, height in _rows(sheet, least):
        sheets.need(height)
        top = sheets.y
        for place, lines in enumerate(cells):
            x = LYING.left + place * (CELL + BETWEEN)
            if lines:
                _question(sheets, lines, x, top, height)
            else:
                _asked(sheets, x, top, height)
        sheets.y = top + height
        sheets.rule(sheets.y, RULE, 0.5)


def _rows(sheet: Worksheet, least: float) -> Iterator[tuple[tuple[tuple[str, ...], ...], float]]:
    """Yield the questions set in lines, so many as stand beside each other, and how tall their row is.

    The last of the cells is empty: there stands who was asked.
    """
    texts = [set_lines(line.text, LINE, CELL - sum(ANSWERS) - GAP) for line in sheet.day_check]
    texts += [()] * (BESIDE - len(texts) % BESIDE)
    for start in range(0, len(texts), BESIDE):
        cells = tuple(texts[start : start + BESIDE])
        floor = least if all(cells) else max(least, STRIP)
        yield cells, max(floor, max(map(len, cells)) * LINE.leading + 6)


def _question(sheets: Sheets, lines: tuple[str, ...], x: float, top: float, height: float) -> None:
    first = top + (height - len(lines) * LINE.leading) / 2 + LINE.leading * 0.78
    for number, text in enumerate(lines):
        sheets.say(x, first + number * LINE.leading, text, LINE)
    clear, not_clear = ANSWERS
    for at, key in ((clear + not_clear, "day.clear"), (not_clear, "day.not_clear")):
        tick_with_words(sheets, x + CELL - at, top + height / 2, say(key), LINE)


def _asked(sheets: Sheets, x: float, top: float, height: float) -> None:
    sheets.y = top
    boxes = (Box(say("day.asked_at")), Box(say("box.initials")), Box(say("box.remark"), 2.6))
    box_row(sheets, boxes, height, left=x, right=x + CELL)
