"""The plan sheet laid out: the hands with the numbered path first, then the syringes, then the path in words."""

from __future__ import annotations

from app.drawing.shapes import Align, Weight
from app.record.pages.glyphs import width_of
from app.record.pages.hands_row import SIGN, found_sign, sample_of
from app.record.pages.marks import Figure, Mark, Panel, Style
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    ACROSS,
    FACT,
    INK,
    LABEL,
    LEFT,
    NOTE,
    RIGHT,
    SUBTITLE,
    TITLE,
    UPRIGHT,
)
from app.record.papers.edges import below_bands, edged
from app.record.papers.plan_sheet_content import PlanSheet
from app.record.papers.plan_sheet_lists import found, left_out, look, read_aloud
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


def plan_sheet_pages(sheet: PlanSheet) -> list[list[Mark]]:
    """Return every page of a plan sheet."""
    tried = (_front(sheet, width) for width in HANDS_WIDTHS)
    sheets = next((one for one in tried if len(one.pages) == 1), None) or _front(sheet, HANDS_WIDTHS[-1])
    if len(sheets.pages) == 1:
        # Page 1 stands by itself, to be read at the table; behind what runs over from it there is room.
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
    left_out(sheets, sheet)
    found(sheets, sheet)
    look(sheets, sheet)
    read_aloud(sheets, sheet)
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
    _found_keys(sheets, sheet)


def _found_keys(sheets: Sheets, sheet: PlanSheet) -> None:
    """Put down how the kinds of what was found are drawn on the hands above; nothing where nothing was."""
    if not sheet.found_keys:
        return
    x, y = LEFT, sheets.y + SIGN
    words = say("found.keys")
    sheets.say(x, y, words, NOTE)
    x += width_of(words, NOTE.weight, NOTE.size) + 10
    for key in sheet.found_keys:
        sheets.put(found_sign(key, x, y))
        x += SIGN + 4
        sheets.say(x, y, key.words, NOTE)
        x += width_of(key.words, NOTE.weight, NOTE.size) + 14
    sheets.y = y + 5
