"""The lists of the plan sheet's first page: what is not planned, was found or is to look at, and who read it aloud."""

from __future__ import annotations

from app import wording
from app.drawing.shapes import Align
from app.read_models.plan_rows import PlanRow
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    CELL_STRONG,
    HEADING,
    INK,
    LEFT,
    SMALL,
    SMALL_LOUD,
    SMALL_MEDIUM,
    SMALL_QUIET,
    SMALL_STRONG,
)
from app.record.pages.table import Cell, Column, Row, Table
from app.record.papers.hand_written import Box, box_row
from app.record.papers.plan_sheet_content import PlanSheet
from app.record.papers.words import say

BOX_HEIGHT = 25.0


def left_out(sheets: Sheets, sheet: PlanSheet) -> None:
    """Put down every pass that is not planned with its reason, or that there is none."""
    sheets.y += 4
    sheets.write(say("left_out.title"), HEADING)
    if not sheet.plan.left_out:
        sheets.write(say("left_out.none"), SMALL)
        return
    columns = (
        Column(say("column.code"), 82.0),
        Column(say("column.phrase"), 205.0),
        Column(say("column.volume"), 42.0, Align.END),
        Column(say("column.reason"), 182.2),
    )
    table = Table(sheets, columns)
    table.head()
    for row in sheet.plan.left_out:
        table.row(
            Row(
                (
                    Cell(row.code, SMALL_STRONG),
                    Cell(row.phrase, SMALL_MEDIUM),
                    Cell(row.volume, SMALL),
                    Cell(_reason(row), SMALL_LOUD),
                )
            )
        )


def _reason(row: PlanRow) -> str:
    if row.finding is None:
        return row.reason
    return say("left_out.finding", reason=row.reason, number=row.finding)


def found(sheets: Sheets, sheet: PlanSheet) -> None:
    """Put down what was found on the hands, by its number in the case; nothing where nothing was."""
    if not sheet.found:
        return
    sheets.y += 4
    sheets.write(say("found.title"), HEADING)
    columns = (
        Column(say("column.number"), 22.0, Align.END),
        Column(say("column.found"), 272.0),
        Column(say("column.found_by"), 90.0),
        Column(say("column.found_when"), 127.2),
    )
    table = Table(sheets, columns)
    table.head()
    for one in sheet.found:
        cells = (
            Cell(one.number, SMALL_STRONG),
            Cell(one.what, SMALL),
            Cell(one.person, SMALL),
            Cell(one.when, SMALL),
        )
        table.row(Row(cells))


def look(sheets: Sheets, sheet: PlanSheet) -> None:
    """Put down what blocks or warns, or that nothing does, and as at which moment."""
    rows = sheet.to_look_at.rows
    sheets.need(HEADING.leading + SMALL_QUIET.leading + SMALL.leading + 12)
    sheets.y += 4
    sheets.write(say("look.title"), HEADING)
    sheets.write(sheet.to_look_at.as_at, SMALL_QUIET)
    if not rows:
        sheets.write(say("look.nothing"), SMALL_STRONG)
        return
    sheets.y += 2
    sheets.rule(sheets.y, INK, 0.7)
    table = Table(sheets, (Column("", 78.0), Column("", 363.0), Column("", 70.2)))
    for one in rows:
        style = SMALL_LOUD if one.is_loud else SMALL_STRONG
        table.row(Row((Cell(one.bears, style), Cell(one.sentence, SMALL), Cell(one.step, SMALL_QUIET))))


def read_aloud(sheets: Sheets, sheet: PlanSheet) -> None:
    """Put down room for who read the hands and what is not planned aloud against the diagram, and who answered."""
    rows = [wording.hand(hand) for hand in sheet.hands]
    rows.append(say("aloud.left_out", count=len(sheet.plan.left_out)))
    sheets.need(HEADING.leading + SMALL_QUIET.leading + len(rows) * BOX_HEIGHT + 10)
    sheets.y += 6
    sheets.write(say("aloud.title"), HEADING)
    sheets.write(say("aloud.lead"), SMALL_QUIET)
    sheets.y += 3
    for row in rows:
        y = sheets.y + BOX_HEIGHT / 2 + CELL_STRONG.size * 0.36
        for number, line in enumerate(set_lines(row, CELL_STRONG, 106.0)):
            sheets.say(LEFT, y + number * CELL_STRONG.leading, line, CELL_STRONG)
        boxes = (
            Box(say("aloud.time"), 0.8),
            Box(say("aloud.read_by")),
            Box(say("aloud.answered_by")),
            Box(say("aloud.remark"), 2.0),
        )
        box_row(sheets, boxes, BOX_HEIGHT, left=LEFT + 110)
