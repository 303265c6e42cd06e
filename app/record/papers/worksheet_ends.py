"""The first and the last sheet of the worksheet: who is there and what is answered aloud; what else happened."""

from __future__ import annotations

from app import wording
from app.drawing.shapes import Align
from app.record.pages.marks import Style
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, INK, RULE, SMALL_STRONG, SUBTITLE, TITLE
from app.record.papers.hand_written import TICK_SIDE, Box, box_row, tick_square
from app.record.papers.words import say
from app.record.papers.worksheet_content import Worksheet
from app.record.papers.worksheet_styles import GAP, LINE, LYING, ROW, STRIP
from injection_plan.terms import Role

ANSWERS = 150.0
"""How broad the room for each hand's answers is, beside the lines that are read."""
FREE_ROWS = 11
INK_BOX = 44.0
LEAST_LINE = 22.7


def front(sheets: Sheets, sheet: Worksheet) -> None:
    """Put down what the sheet is, the people and the product to write in, and the time-out before each hand."""
    sheets.y += TITLE.leading
    sheets.say(LYING.left, sheets.y - 5, sheet.carried.paper, TITLE)
    sheets.say(LYING.right, sheets.y - 5, sheet.plan.totals, HEADING, Align.END)
    sheets.write(say("worksheet.lead"), SUBTITLE)
    sheets.y += GAP
    people = (Role.PERFORMER, Role.VERIFIER)
    box_row(sheets, [box for role in people for box in _person(wording.role(role))], STRIP)
    others = (say("people.filled"), say("people.checked"))
    box_row(sheets, [box for who in others for box in _person(who)], STRIP)
    product = ("box.prepared", "box.lot", "box.ready", "box.sample", "box.not_drawn_up")
    box_row(sheets, [Box(say(key)) for key in product], STRIP)
    _time_outs(sheets, sheet)


def _person(who: str) -> tuple[Box, Box]:
    return Box(say("people.name", who=who), 3.0), Box(say("people.initials"))


def _time_outs(sheets: Sheets, sheet: Worksheet) -> None:
    answers = len(sheet.hands) * ANSWERS
    starts = [LYING.right - answers + place * ANSWERS for place in range(len(sheet.hands))]
    sheets.y += GAP * 2
    heads = [say("time_out.before", hand=wording.hand(hand)) for hand in sheet.hands]
    sheets.say(LYING.left, sheets.y + 9, say("time_out.title"), HEADING)
    for x, words in zip(starts, heads, strict=True):
        sheets.say(x + ANSWERS / 2, sheets.y + 9, words, SMALL_STRONG, Align.CENTRE)
    sheets.y += 13
    sheets.rule(sheets.y, INK, 0.9)
    for line in sheet.time_out:
        lines = set_lines(line.text, LINE, LYING.across - answers - GAP)
        height = max(LEAST_LINE, len(lines) * LINE.leading + 6)
        sheets.need(height)
        top = sheets.y
        first = top + (height - len(lines) * LINE.leading) / 2 + LINE.leading * 0.78
        for number, text in enumerate(lines):
            sheets.say(LYING.left, first + number * LINE.leading, text, LINE)
        asked = (True, *(line in sheet.short_time_out for _ in starts[1:]))
        for x in (x for x, is_asked in zip(starts, asked, strict=False) if is_asked):
            tick_square(sheets, x + ANSWERS / 2 - TICK_SIDE / 2, top + (height - TICK_SIDE) / 2)
        sheets.y = top + height
        sheets.rule(sheets.y, RULE, 0.5)
    _answered(sheets, starts)


def _answered(sheets: Sheets, starts: list[float]) -> None:
    """Put down when each time-out was passed, and the initials of both people."""
    sheets.need(STRIP)
    top = sheets.y
    sheets.say(LYING.left, top + STRIP / 2 + 3, say("time_out.passed"), SMALL_STRONG)
    boxes = (Box(say("box.time")), Box(wording.role(Role.PERFORMER)), Box(wording.role(Role.VERIFIER)))
    for x in starts:
        sheets.y = top
        box_row(sheets, boxes, STRIP, left=x, right=x + ANSWERS)


def closing(sheets: Sheets) -> None:
    """Put down room for what no row asks for, for adverse events, and for two signatures in ink."""
    height = 2 * GAP + HEADING.leading + 13 + (FREE_ROWS + 1) * ROW + STRIP + INK_BOX + 3 * GAP
    if not sheets.need(height):
        sheets.y += 2 * GAP
    sheets.write(say("else.title"), HEADING)
    sheets.write(say("else.lead"), SUBTITLE)
    sheets.y += 3
    boxes = (
        Box(say("box.time"), 1.0),
        Box(say("else.what"), 6.0),
        Box(say("else.syringe"), 0.9),
        Box(say("else.volume"), 1.0),
        Box(say("else.by"), 0.9),
    )
    for _ in range(FREE_ROWS):
        box_row(sheets, boxes, ROW)
    sheets.y += GAP
    _adverse_events(sheets)
    sheets.y += GAP
    signing = [
        box
        for role in (Role.PERFORMER, Role.VERIFIER)
        for box in (Box(say("sign.name", who=wording.role(role)), 1.4), Box(say("sign.ink"), 2.0))
    ]
    box_row(sheets, signing, INK_BOX)
    sheets.y += 3
    sheets.write(say("sign.note"), SUBTITLE)


def _adverse_events(sheets: Sheets) -> None:
    """Put down what is never taken for granted: until somebody ticks that they were asked for, they were not."""
    middle = sheets.y + ROW / 2
    x = LYING.left
    _said(sheets, x, middle, say("adverse.asked"), SMALL_STRONG)
    for place, key in enumerate(("adverse.yes", "adverse.no")):
        at = x + 160 + place * 110
        tick_square(sheets, at, middle - TICK_SIDE / 2)
        _said(sheets, at + TICK_SIDE + 5, middle, say(key), LINE)
    box_row(
        sheets, (Box(say("adverse.what"), 5.0), Box(say("box.time")), Box(say("else.by"))), ROW, left=x + 390
    )


def _said(sheets: Sheets, x: float, middle: float, words: str, style: Style) -> None:
    sheets.say(x, middle + style.size * 0.36, words, style)
