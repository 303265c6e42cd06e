"""The worksheet laid out: people, product and time-outs first, then the passes by syringe, sign-out, what else was."""

from __future__ import annotations

from app.record.pages.marks import Mark
from app.record.pages.sheet import Sheets
from app.record.papers.edges import below_bands, edged
from app.record.papers.hand_written import Box, box_row
from app.record.papers.words import say
from app.record.papers.worksheet_columns import column_heads
from app.record.papers.worksheet_content import Worksheet
from app.record.papers.worksheet_ends import closing, front
from app.record.papers.worksheet_rows import put_turn
from app.record.papers.worksheet_sign_out import sign_out
from app.record.papers.worksheet_styles import GAP, LYING, STRIP
from injection_plan.anatomy import Hand


def worksheet_pages(sheet: Worksheet) -> list[list[Mark]]:
    """Return every page of a worksheet; each begins with whose it is, or with room to write that in."""
    whose = _whose(sheet)
    sheets = Sheets(whose.y + GAP, whose.y + GAP, LYING)
    front(sheets, sheet)
    seen: set[Hand] = set()
    for turn in sheet.turns:
        if turn.finger.hand not in seen:
            # Each hand begins on a sheet of its own, which can be laid beside it.
            sheets.turn()
            column_heads(sheets)
            seen.add(turn.finger.hand)
        put_turn(sheets, turn, is_read_aloud=sheet.syringe_check is not None)
    sign_out(sheets, sheet)
    closing(sheets)
    return edged([[*whose.pages[0], *page] for page in sheets.pages], sheet.carried, LYING)


def _whose(sheet: Worksheet) -> Sheets:
    """Return the strip that every page begins with, on a sheet of its own."""
    carried = sheet.carried
    strip = Sheets(below_bands(carried), 0.0, LYING)
    boxes = (
        Box(say("fact.participant"), 1.4, carried.participant),
        Box(say("fact.case"), 1.4, carried.case),
        Box(say("fact.centre"), 1.4, carried.centre),
        Box(say("box.date")),
        Box(say("box.workplace")),
    )
    box_row(strip, boxes, STRIP)
    return strip
