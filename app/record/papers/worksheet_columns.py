"""The columns of the worksheet: what is printed, what the surgeon fills, and apart from it what the nurse fills."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import COLUMN, INK, SMALL_STRONG
from app.record.papers.words import say
from app.record.papers.worksheet_styles import LYING
from injection_plan.terms import Role

PAD = 4.0
HEAD = 28.0


@dataclass(frozen=True, slots=True)
class Cells:
    """One column of the worksheet: its head, its breadth in points, and whose hand fills it, nobody's where printed."""

    key: str
    width: float
    filled_by: Role | None = None


COLUMNS = (
    Cells("column.number", 24.0),
    Cells("column.code_and_phrase", 208.0),
    Cells("column.planned", 45.0),
    Cells("column.syringe", 37.0),
    Cells("column.time", 62.0, Role.PERFORMER),
    Cells("column.given", 62.0, Role.PERFORMER),
    Cells("column.given_by", 54.0, Role.PERFORMER),
    Cells("column.before", 60.0, Role.VERIFIER),
    Cells("column.after", 60.0, Role.VERIFIER),
    Cells("column.read_by", 54.0, Role.VERIFIER),
)
PRINTED = sum(one.width for one in COLUMNS if one.filled_by is None)
TIME, GIVEN, GIVEN_BY, BEFORE, AFTER, READ_BY = (one.width for one in COLUMNS if one.filled_by is not None)
REMARK = LYING.across - sum(one.width for one in COLUMNS)


def column_heads(sheets: Sheets) -> None:
    """Put down the heads of the columns, over them whose hand fills which."""
    top = sheets.y
    x = LYING.left
    for place, one in enumerate(COLUMNS):
        before = COLUMNS[place - 1].filled_by if place else None
        if one.filled_by is not None and one.filled_by is not before:
            sheets.say(x + PAD, top + 10, wording.role(one.filled_by), SMALL_STRONG)
        _head(sheets, x, top, say(one.key), one.width)
        x += one.width
    _head(sheets, x, top, say("column.remark"), LYING.right - x)
    sheets.y = top + HEAD
    sheets.rule(sheets.y, INK, 0.9)


def _head(sheets: Sheets, x: float, top: float, words: str, width: float) -> None:
    lines = set_lines(words, COLUMN, width - PAD)
    for number, line in enumerate(reversed(lines)):
        sheets.say(x + PAD, top + HEAD - 3 - number * COLUMN.leading, line, COLUMN)
