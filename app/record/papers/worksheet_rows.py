"""The rows of the worksheet: each syringe between its start and its end, with a row to fill for every pass."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.read_models.plan_rows import PlanRow
from app.read_models.syringe_turns import SyringeTurn
from app.record.pages.marks import Line, Panel
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import QUIET_INK
from app.record.papers.hand_written import TICK_SIDE, box_row, tick_square, upright
from app.record.papers.words import say
from app.record.papers.worksheet_boxes import boxes_again, end_boxes, first_boxes
from app.record.papers.worksheet_columns import COLUMNS, PAD, PRINTED, column_heads
from app.record.papers.worksheet_styles import (
    CODE,
    CODE_STRUCK,
    DOSE,
    GAP,
    LYING,
    NOT_PLANNED,
    NUMBER,
    PHRASE,
    PHRASE_STRUCK,
    ROW,
    STRIP,
    TURN,
    TURN_REST,
)
from injection_plan.terms import Role

REASON_LINES = 10
"""How many lines of a reason stand in one row; a longer one goes on in rows below."""


def put_turn(sheets: Sheets, turn: SyringeTurn, *, is_read_aloud: bool) -> None:
    """Put down one syringe's turn, whole on a page where it fits on one.

    With `is_read_aloud` it has a box for the spoken check, which is asked once: not of a syringe that comes again.
    """
    slices = [_slices(row) for row in turn.left_out]
    reasons = sum(_height(lines) for parts in slices for lines in parts)
    height = STRIP * (2 if turn.rows else 1) + ROW * len(turn.rows) + reasons
    if sheets.need(height + GAP):
        column_heads(sheets)
    sheets.y += GAP
    _start(sheets, turn)
    if is_read_aloud and turn.rows and not turn.again:
        _read_aloud(sheets, sheets.y - STRIP / 2)
    for row in turn.rows:
        if sheets.need(ROW + STRIP):
            column_heads(sheets)
        _planned(sheets, row)
    for row, parts in zip(turn.left_out, slices, strict=True):
        for place, lines in enumerate(parts):
            if sheets.need(_height(lines)):
                column_heads(sheets)
            _left_out(sheets, row, lines, is_first=place == 0)
    if turn.rows:
        _end(sheets, turn)


def _start(sheets: Sheets, turn: SyringeTurn) -> None:
    """Put down which syringe is taken up, with room for how it was filled, or for its mark where it comes again."""
    y = sheets.y
    sheets.put(Panel(LYING.left, y, PRINTED, STRIP, "raised", QUIET_INK))
    sheets.say(LYING.left + PAD, y + 12, turn.heading, TURN)
    words = say("turn.syringe", number=turn.syringe, size=turn.size)
    if turn.again:
        words = say("turn.again", syringe=words)
    elif not turn.rows:
        words = say("turn.nothing", syringe=words)
    sheets.say(LYING.left + PAD, y + 22.5, words, TURN_REST)
    if not turn.rows:
        sheets.y += STRIP
        return
    box_row(sheets, boxes_again() if turn.again else first_boxes(), STRIP, left=LYING.left + PRINTED)


def _read_aloud(sheets: Sheets, middle: float) -> None:
    x = LYING.left + PRINTED - 2 * PAD - TICK_SIDE
    tick_square(sheets, x, middle - TICK_SIDE / 2)
    words = say("turn.read_aloud")
    sheets.say(x - PAD, middle + TURN_REST.size * 0.36, words, TURN_REST, Align.END)


def _end(sheets: Sheets, turn: SyringeTurn) -> None:
    y = sheets.y
    sheets.put(Panel(LYING.left, y, PRINTED, STRIP, None, QUIET_INK))
    words = say("turn.end", number=turn.syringe, finger=turn.heading)
    sheets.say(LYING.left + PAD, y + STRIP / 2 + 3, words, TURN_REST)
    box_row(sheets, end_boxes(), STRIP, left=LYING.left + PRINTED)


def _planned(sheets: Sheets, row: PlanRow) -> None:
    top = sheets.y
    bottom = top + ROW
    _named(sheets, row, top)
    x = LYING.left
    before: Role | None = None
    for one in COLUMNS:
        if one.filled_by is not None:
            upright(sheets, x, top, bottom, heavy=one.filled_by is not before)
            before = one.filled_by
        x += one.width
    upright(sheets, x, top, bottom, heavy=True)
    _frame(sheets, top, bottom)


def _left_out(sheets: Sheets, row: PlanRow, lines: tuple[str, ...], *, is_first: bool) -> None:
    """Put down a pass that is not planned, struck, with its reason where a planned one has room for the pen."""
    top = sheets.y
    bottom = top + _height(lines)
    x = LYING.left + PRINTED
    sheets.put(Panel(x, top, LYING.right - x, bottom - top, "raised"))
    if is_first:
        _named(sheets, row, top)
    baseline = top + (bottom - top - len(lines) * NOT_PLANNED.leading) / 2 + NOT_PLANNED.leading * 0.78
    for number, line in enumerate(lines):
        sheets.say(x + PAD, baseline + number * NOT_PLANNED.leading, line, NOT_PLANNED)
    _frame(sheets, top, bottom)


def _named(sheets: Sheets, row: PlanRow, top: float) -> None:
    """Put down what is printed of a pass: its place, code and phrase, its dose and its syringe."""
    struck = not row.is_planned
    number, code, dose, syringe = _edges()
    middle = top + ROW / 2 + NUMBER.size * 0.36
    if row.number is not None:
        sheets.say(number, middle, str(row.number), NUMBER, Align.END)
    sheets.say(code, top + 11, row.code, CODE_STRUCK if struck else CODE, struck=struck)
    sheets.say(code, top + 20.5, row.phrase, PHRASE_STRUCK if struck else PHRASE, struck=struck)
    sheets.say(dose, middle, row.volume, CODE_STRUCK if struck else DOSE, Align.END, struck=struck)
    if not struck:
        sheets.say(syringe, middle, str(row.syringe), NUMBER, Align.CENTRE)


def _edges() -> tuple[float, float, float, float]:
    """Return where number, code, dose and syringe stand."""
    widths = [one.width for one in COLUMNS]
    number = LYING.left + widths[0]
    code, dose = number + PAD, number + widths[1] + widths[2] - PAD
    return number - PAD, code, dose, dose + PAD + widths[3] / 2


def _frame(sheets: Sheets, top: float, bottom: float) -> None:
    for x in (LYING.left, LYING.right):
        sheets.put(Line(((x, top), (x, bottom)), 0.7, QUIET_INK))
    sheets.y = bottom
    sheets.rule(bottom, QUIET_INK, 0.5)


def _slices(row: PlanRow) -> list[tuple[str, ...]]:
    """Return the reason of a pass that is not planned in lines, as many together as one row takes."""
    words = say("row.not_planned", reason=row.reason)
    lines = set_lines(words, NOT_PLANNED, LYING.across - PRINTED - 2 * PAD)
    return [lines[start : start + REASON_LINES] for start in range(0, len(lines), REASON_LINES)]


def _height(lines: tuple[str, ...]) -> float:
    return max(ROW, len(lines) * NOT_PLANNED.leading + PAD)
