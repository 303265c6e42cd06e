"""The sign-out on the worksheet: its lines, one of them for each finger, with two answers and room for a remark."""

from __future__ import annotations

from itertools import zip_longest

from app import wording
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, INK, RULE, SMALL_STRONG, SUBTITLE
from app.record.papers.hand_written import Box, box_row, tick_with_words
from app.record.papers.words import say
from app.record.papers.worksheet_content import Worksheet
from app.record.papers.worksheet_styles import FINGER, GAP, LINE, LYING, ROW, STRIP
from injection_plan.protocol import FingerLine
from injection_plan.terms import Role

TICKS = (64.0, 50.0)
"""How broad the room for each answer is: as it says, not so."""
REMARK = 230.0
BETWEEN = 14.0
FINGER_REMARK = 136.0
FINGER_ROW = 26.0
ANSWERED = 300.0


def sign_out(sheets: Sheets, sheet: Worksheet) -> None:
    """Put down the sign-out, whole on a sheet where it fits on one; nothing where the protocol has none."""
    if not sheet.sign_out:
        return
    if not sheets.need(_height_of_all(sheet)):
        sheets.y += 2 * GAP
    sheets.write(say("sign_out.title"), HEADING)
    sheets.write(say("sign_out.lead"), SUBTITLE)
    sheets.y += 3
    sheets.rule(sheets.y, INK, 0.9)
    for line in sheet.sign_out:
        if line.each_finger:
            _each_finger(sheets, line, sheet.fingers)
        else:
            _line(sheets, line)
    _answered(sheets)


def _height_of_all(sheet: Worksheet) -> float:
    most = max(map(len, sheet.fingers), default=0)
    lines = sum(
        _height(line) + (most * FINGER_ROW + GAP if line.each_finger else 0) for line in sheet.sign_out
    )
    return 2 * GAP + HEADING.leading + SUBTITLE.leading + 3 + lines + GAP + STRIP


def _set(line: FingerLine) -> tuple[str, ...]:
    beside = 0.0 if line.each_finger else sum(TICKS) + REMARK
    return set_lines(line.text, LINE, LYING.across - beside - GAP)


def _height(line: FingerLine) -> float:
    return max(ROW, len(_set(line)) * LINE.leading + 6)


def _line(sheets: Sheets, line: FingerLine) -> None:
    sheets.need(_height(line))
    top, height = sheets.y, _height(line)
    _read(sheets, line, top, height)
    _answers(sheets, LYING.right - REMARK - sum(TICKS), top, height, REMARK)
    sheets.y = top + height
    sheets.rule(sheets.y, RULE, 0.5)


def _each_finger(sheets: Sheets, line: FingerLine, fingers: tuple[tuple[str, ...], ...]) -> None:
    """Put down a line, and below it the fingers of each hand one under the other, the hands side by side."""
    sheets.need(_height(line) + FINGER_ROW)
    _read(sheets, line, sheets.y, _height(line))
    sheets.y += _height(line)
    count = max(len(fingers), 2)
    cell = (LYING.across - (count - 1) * BETWEEN) / count
    for row in zip_longest(*fingers, fillvalue=""):
        sheets.need(FINGER_ROW)
        top = sheets.y
        for place, finger in enumerate(row):
            if finger:
                x = LYING.left + place * (cell + BETWEEN)
                sheets.say(x, top + FINGER_ROW / 2 + FINGER.size * 0.36, finger, FINGER)
                _answers(sheets, x + cell - FINGER_REMARK - sum(TICKS), top, FINGER_ROW, FINGER_REMARK)
        sheets.y = top + FINGER_ROW
    sheets.y += GAP
    sheets.rule(sheets.y, RULE, 0.5)


def _read(sheets: Sheets, line: FingerLine, top: float, height: float) -> None:
    lines = _set(line)
    first = top + (height - len(lines) * LINE.leading) / 2 + LINE.leading * 0.78
    for number, text in enumerate(lines):
        sheets.say(LYING.left, first + number * LINE.leading, text, LINE)


def _answers(sheets: Sheets, x: float, top: float, height: float, remark: float) -> None:
    """Put down the two answers of a line or a finger, and behind them the room for what was not so."""
    as_it_says, not_so = TICKS
    tick_with_words(sheets, x, top + height / 2, say("sign_out.as_it_says"), LINE)
    tick_with_words(sheets, x + as_it_says, top + height / 2, say("sign_out.not_so"), LINE)
    left = x + as_it_says + not_so
    sheets.y = top
    box_row(sheets, (Box(say("box.remark")),), height, left=left, right=left + remark)


def _answered(sheets: Sheets) -> None:
    sheets.y += GAP
    sheets.need(STRIP)
    sheets.say(LYING.left, sheets.y + STRIP / 2 + 3, say("sign_out.answered"), SMALL_STRONG)
    boxes = (Box(say("box.time")), Box(wording.role(Role.PERFORMER)), Box(wording.role(Role.VERIFIER)))
    box_row(sheets, boxes, STRIP, left=LYING.right - ANSWERED)
