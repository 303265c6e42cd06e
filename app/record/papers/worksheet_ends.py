"""The first and the last sheet of the worksheet: who is there and what is answered aloud; what else happened."""

from __future__ import annotations

from app import wording
from app.drawing.shapes import Align
from app.record.pages.glyphs import width_of
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, INK, RULE, SMALL_STRONG, SUBTITLE, TITLE
from app.record.papers.hand_written import TICK_SIDE, Box, box_row, tick_square, tick_with_words
from app.record.papers.words import say
from app.record.papers.worksheet_content import Worksheet
from app.record.papers.worksheet_day import day, day_height
from app.record.papers.worksheet_styles import GAP, LINE, LYING, ROW, STRIP
from injection_plan.terms import Role

ANSWERS = 150.0
"""How broad the room for each hand's answers is, beside the lines that are read."""
FREE_ROWS = 11
TIME_OUT_HEAD = 13.0
INK_BOX = 44.0
LINE_HEIGHTS = (22.7, 20.0, 18.0, 17.0)
"""How tall a line to tick is at least, the best first: it makes way for what would else leave the first sheet."""


def front(sheets: Sheets, sheet: Worksheet) -> None:
    """Put down what the sheet is, the people and the product to write in, and the time-out before each hand.

    The questions of the day stand before them where all of it fits on the sheet, and else on one of their own.
    """
    sheets.y += TITLE.leading
    sheets.say(LYING.left, sheets.y - 5, sheet.carried.paper, TITLE)
    sheets.say(LYING.right, sheets.y - 5, sheet.plan.totals, HEADING, Align.END)
    if sheet.approval:
        sheets.say(LYING.right, sheets.y - 5 - HEADING.leading, sheet.approval, SMALL_STRONG, Align.END)
    sheets.write(say("worksheet.lead"), SUBTITLE)
    sheets.y += GAP
    people = (Role.PERFORMER, Role.VERIFIER)
    box_row(sheets, [box for role in people for box in _person(wording.role(role))], STRIP)
    others = (say("people.filled"), say("people.checked"))
    box_row(sheets, [box for who in others for box in _person(who)], STRIP)
    product = ("box.prepared", "box.lot", "box.ready", "box.sample", "box.not_drawn_up")
    box_row(sheets, [Box(say(key)) for key in product], STRIP)
    room = sheets.left_over
    heights = (one for one in LINE_HEIGHTS if day_height(sheet, one) + _answers_height(sheet, one) <= room)
    least = next(heights, None)
    if least is not None:
        day(sheets, sheet, least)
    _time_outs(sheets, sheet, least or LINE_HEIGHTS[0])
    _spoken(sheets, sheet)
    if least is None and sheet.day_check:
        sheets.turn()
        day(sheets, sheet, LINE_HEIGHTS[0])


def _person(who: str) -> tuple[Box, Box]:
    return Box(say("people.name", who=who), 3.0), Box(say("people.initials"))


def _answers_height(sheet: Worksheet, least: float) -> float:
    """Return how tall the time-outs are, with what is said of the syringes below them."""
    lines = sum(_height(_read(sheet, line.text), least) for line in sheet.time_out)
    spoken = _spoken_lines(sheet)
    return GAP * 2 + TIME_OUT_HEAD + lines + STRIP + (GAP + len(spoken) * LINE.leading if spoken else 0.0)


def _read(sheet: Worksheet, text: str) -> tuple[str, ...]:
    return set_lines(text, LINE, LYING.across - len(sheet.hands) * ANSWERS - GAP)


def _height(lines: tuple[str, ...], least: float) -> float:
    return max(least, len(lines) * LINE.leading + 6)


def _time_outs(sheets: Sheets, sheet: Worksheet, least: float) -> None:
    answers = len(sheet.hands) * ANSWERS
    starts = [LYING.right - answers + place * ANSWERS for place in range(len(sheet.hands))]
    sheets.y += GAP * 2
    heads = [say("time_out.before", hand=wording.hand(hand)) for hand in sheet.hands]
    title = say("time_out.title")
    sheets.say(LYING.left, sheets.y + 9, title, HEADING)
    beside = LYING.left + width_of(title, HEADING.weight, HEADING.size) + 2 * GAP
    sheets.say(beside, sheets.y + 9, say("time_out.diagram"), SMALL_STRONG)
    for x, words in zip(starts, heads, strict=True):
        sheets.say(x + ANSWERS / 2, sheets.y + 9, words, SMALL_STRONG, Align.CENTRE)
    sheets.y += TIME_OUT_HEAD
    sheets.rule(sheets.y, INK, 0.9)
    for line in sheet.time_out:
        lines = _read(sheet, line.text)
        height = _height(lines, least)
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


def _spoken_lines(sheet: Worksheet) -> tuple[str, ...]:
    """Return what is said of the spoken check in lines; nothing where the protocol has none."""
    if sheet.syringe_check is None:
        return ()
    words = say("spoken.lead")
    if sheet.syringe_check.also:
        words = say("spoken.also", lead=words, also=" ".join(sheet.syringe_check.also))
    return set_lines(words, LINE, LYING.across)


def _spoken(sheets: Sheets, sheet: Worksheet) -> None:
    if lines := _spoken_lines(sheet):
        sheets.y += GAP
        for line in lines:
            sheets.write(line, LINE)


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
    sheets.say(x, middle + SMALL_STRONG.size * 0.36, say("adverse.asked"), SMALL_STRONG)
    for place, key in enumerate(("adverse.yes", "adverse.no")):
        tick_with_words(sheets, x + 160 + place * 110, middle, say(key), LINE)
    box_row(
        sheets, (Box(say("adverse.what"), 5.0), Box(say("box.time")), Box(say("else.by"))), ROW, left=x + 390
    )
