"""The plan sheet laid out: the hands with the numbered path first, then the syringes, then the path in words."""

from __future__ import annotations

from app import wording
from app.drawing.shapes import Align, Weight
from app.read_models.plan_rows import PlanRow
from app.record.pages.glyphs import width_of
from app.record.pages.hands_row import sample_of
from app.record.pages.marks import Figure, Mark, Panel, Style
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    ACROSS,
    CELL_STRONG,
    FACT,
    HEADING,
    INK,
    LABEL,
    LEFT,
    NOTE,
    RIGHT,
    SMALL,
    SMALL_LOUD,
    SMALL_MEDIUM,
    SMALL_QUIET,
    SMALL_STRONG,
    SUBTITLE,
    TITLE,
    UPRIGHT,
)
from app.record.pages.table import Cell, Column, Row, Table
from app.record.papers.edges import below_bands, edged
from app.record.papers.hand_written import Box, box_row
from app.record.papers.plan_sheet_content import PlanSheet
from app.record.papers.plan_sheet_tables import path_table, syringe_table
from app.record.papers.words import say

HANDS_WIDTHS = (ACROSS, 480.0, 440.0, 400.0)
"""How broad the hands may be, the best first: they make way for what would else leave page 1."""
FACT_LABELS = (52.0, 62.0)
FACTS_SPLIT = 205.0
APPROVED = Style(Weight.SEMIBOLD, 10.5, INK, 14.0)
NOT_APPROVED = Style(Weight.BOLD, 30.0, "danger", 36.0)
TOTALS = Style(Weight.BOLD, 12.0, INK, 15.0)
PANEL_PAD = 8.0
KEY_WIDTH = 26.0
BOX_HEIGHT = 25.0


def plan_sheet_pages(sheet: PlanSheet) -> list[list[Mark]]:
    """Return every page of a plan sheet."""
    tried = (_front(sheet, width) for width in HANDS_WIDTHS)
    sheets = next((one for one in tried if len(one.pages) == 1), None) or _front(sheet, HANDS_WIDTHS[-1])
    sheets.turn()
    syringe_table(sheets, sheet.plan)
    path_table(sheets, sheet.plan)
    return edged(sheets.pages, sheet.carried, UPRIGHT)


def _front(sheet: PlanSheet, hands_width: float) -> Sheets:
    """Lay out page 1; a long list of what is not planned goes on behind it."""
    top = below_bands(sheet.carried)
    sheets = Sheets(top, top)
    _head(sheets, sheet)
    _facts(sheets, sheet)
    _approval(sheets, sheet)
    _hands(sheets, sheet, hands_width)
    _left_out(sheets, sheet)
    _found(sheets, sheet)
    _read_aloud(sheets, sheet)
    return sheets


def _head(sheets: Sheets, sheet: PlanSheet) -> None:
    sheets.y += TITLE.leading
    sheets.say(LEFT, sheets.y - 5, sheet.carried.paper, TITLE)
    protocol = say("fact.protocol.text", protocol=sheet.carried.protocol, version=sheet.carried.version)
    sheets.say(RIGHT, sheets.y - 5, protocol, SUBTITLE, Align.END)
    sheets.rule(sheets.y + 1, INK, 1.4)
    sheets.y += 5


def _facts(sheets: Sheets, sheet: PlanSheet) -> None:
    top, ends = sheets.y, []
    for column, facts in enumerate(sheet.facts):
        x, y = LEFT + column * FACTS_SPLIT, top
        width = (ACROSS - FACTS_SPLIT if column else FACTS_SPLIT - 8) - FACT_LABELS[column]
        for label, text in facts:
            sheets.say(x, y + 9, label, LABEL)
            for line in set_lines(text, FACT, width):
                sheets.say(x + FACT_LABELS[column], y + 9, line, FACT)
                y += FACT.leading
        ends.append(y)
    sheets.y = max(ends) + 5


def _approval(sheets: Sheets, sheet: PlanSheet) -> None:
    """Put down who approved the plan and when; that nobody did is the largest thing on the page."""
    style = APPROVED if sheet.is_approved else NOT_APPROVED
    lines = set_lines(sheet.approval, style, ACROSS - 2 * PANEL_PAD)
    height = len(lines) * style.leading + PANEL_PAD
    edge = INK if sheet.is_approved else "danger"
    sheets.put(Panel(LEFT, sheets.y, ACROSS, height, None, edge, 3.0))
    for number, line in enumerate(lines, start=1):
        baseline = sheets.y + PANEL_PAD / 2 + number * style.leading - style.size * 0.3
        sheets.say(LEFT + PANEL_PAD, baseline, line, style)
    sheets.y += height + 4
    sheets.write(sheet.plan.totals, TOTALS)


def _hands(sheets: Sheets, sheet: PlanSheet, width: float) -> None:
    picture = sheet.picture
    height = width * picture.height / picture.width
    sheets.put(Figure(LEFT + (ACROSS - width) / 2, sheets.y + 2, width, picture))
    sheets.y += height + 4
    x, y = LEFT, sheets.y + NOTE.leading
    for key in sheet.legend:
        sample = sample_of(key.state)
        sheets.put(Figure(x, y - 2.4 - KEY_WIDTH * sample.height / sample.width / 2, KEY_WIDTH, sample))
        x += KEY_WIDTH + 4
        sheets.say(x, y, key.words, NOTE)
        x += width_of(key.words, NOTE.weight, NOTE.size) + 14
    sheets.say(x, y, say("plan.numbers"), NOTE)
    sheets.say(RIGHT, y, sheet.view, NOTE, Align.END)
    sheets.y = y + 5


def _left_out(sheets: Sheets, sheet: PlanSheet) -> None:
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


def _found(sheets: Sheets, sheet: PlanSheet) -> None:
    if not sheet.found:
        return
    sheets.y += 4
    sheets.write(say("found.title"), HEADING)
    columns = (
        Column(say("column.number"), 22.0, Align.END),
        Column(say("column.found"), 287.0),
        Column(say("column.found_by"), 90.0),
        Column(say("column.found_when"), 112.2),
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


def _read_aloud(sheets: Sheets, sheet: PlanSheet) -> None:
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
