"""Page 1: what a person needs who reads only one page; its lists go on behind it when they are long."""

from __future__ import annotations

from collections.abc import Mapping

from app.drawing.shapes import Align
from app.record.content.record_content import RecordContent
from app.record.content.summary import Elsewhere
from app.record.content.words import say
from app.record.pages.boxes import figure_boxes, signature_height, signature_row
from app.record.pages.chart import chart
from app.record.pages.fingers import finger_rows
from app.record.pages.front_lists import front_lists, put_lists, write_lists
from app.record.pages.furniture import BAND_HEIGHT, band, banner_ink, below_head, framed_band
from app.record.pages.hands_row import hands_row
from app.record.pages.marks import Line
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    ACROSS,
    BOTTOM,
    CELL,
    CELL_LOUD,
    CELL_STRONG,
    FACT,
    HEADING,
    INK,
    LABEL,
    LEFT,
    RIGHT,
    RULE,
    SMALL_QUIET,
    SUBTITLE,
    TITLE,
    TOP,
)

HANDS_HEIGHTS = (212.0, 198.0, 184.0, 170.0, 156.0, 148.0, 134.0)
"""How tall the hands may be, the best first: they make way for a list that would else leave page 1."""
PRODUCT_SHARE = 0.5
COLUMN_GAP = 22.0
FACT_LABELS = (52.0, 68.0)
FACTS_SPLIT = 218.0


def front_page(content: RecordContent, begins: Mapping[Elsewhere, int]) -> Sheets:
    """Lay out page 1, its hands as tall as its lists allow; the longest lists continue on the next page.

    `begins` has the number of the page on which another part begins. Nothing moves for it, whatever it is.
    """
    for height in HANDS_HEIGHTS:
        sheets = _front_page(content, height, begins)
        if len(sheets.pages) == 1:
            return sheets
    return _front_page(content, HANDS_HEIGHTS[-1], begins)


def _front_page(content: RecordContent, hands_height: float, begins: Mapping[Elsewhere, int]) -> Sheets:
    sheets = Sheets(TOP, below_head(content.identity))
    _head(sheets, content)
    _facts(sheets, content)
    figure_boxes(sheets, content.boxes, begins)
    hands_row(sheets, content.hands, hands_height)
    finger_rows(sheets, content.fingers, content.hands.order)
    _product_and_curve(sheets, content)
    signatures_at = BOTTOM - signature_height(content)
    rest = put_lists(sheets, front_lists(content, begins), signatures_at - 5)
    if sheets.y > signatures_at + 4:
        sheets.turn()
        signatures_at = sheets.y
    signature_row(sheets, content, signatures_at)
    if rest:
        sheets.turn()
        write_lists(sheets, rest)
    return sheets


def _head(sheets: Sheets, content: RecordContent) -> None:
    identity = content.identity
    sheets.say(LEFT, TOP + 15, say("title"), TITLE)
    protocol = say("head.protocol", protocol=identity.protocol, version=identity.protocol_version)
    last_entry = say("head.last_entry", time=identity.last_entry)
    for number, text in enumerate((protocol, identity.record_line, last_entry)):
        sheets.say(RIGHT, TOP + number * SUBTITLE.leading * 0.9, text, SUBTITLE, Align.END)
    sheets.y = TOP + 21
    sheets.write(say("title.product", product=content.product_name), SUBTITLE)
    y = sheets.y + 5
    sheets.rule(y, INK, 1.4)
    y += 6
    if identity.banner:
        sheets.put(*framed_band(y, identity.banner, banner_ink(identity)))
        y += BAND_HEIGHT + 3
    sheets.put(*band(y, identity.unblinding, "banner"))
    sheets.y = y + BAND_HEIGHT + 5


def _facts(sheets: Sheets, content: RecordContent) -> None:
    half = len(content.facts) // 2
    top = sheets.y
    ends = []
    for column in range(2):
        x, y = LEFT + column * FACTS_SPLIT, top
        width = (ACROSS - FACTS_SPLIT if column else FACTS_SPLIT - 8) - FACT_LABELS[column]
        for label, text in content.facts[column * half : (column + 1) * half]:
            sheets.say(x, y + 9, label, LABEL)
            for line in set_lines(text, FACT, width):
                sheets.say(x + FACT_LABELS[column], y + 9, line, FACT)
                y += FACT.leading
        ends.append(y)
    sheets.y = max(ends) + 5


def _product_and_curve(sheets: Sheets, content: RecordContent) -> None:
    top = sheets.y + 8
    width = ACROSS * PRODUCT_SHARE - COLUMN_GAP / 2
    sheets.say(LEFT, top + 10, say("product.title"), HEADING)
    y = top + 14
    for line in content.product.lines:
        y += CELL.leading + 0.5
        style = CELL_LOUD if line.is_loud else CELL
        sheets.say(LEFT, y - 3.2, line.label, style)
        strong = CELL_LOUD if line.is_loud else CELL_STRONG
        sheets.say(LEFT + width, y - 3.2, line.figure, strong, Align.END)
        sheets.put(Line(((LEFT, y), (LEFT + width, y)), 0.35, RULE))
    x = LEFT + width + COLUMN_GAP
    sheets.say(x, top + 10, say("curve.title"), HEADING)
    if content.curve is None:
        sheets.say(x, top + 24, say("curve.none"), SMALL_QUIET)
    else:
        sheets.put(*chart(content.curve, x, top + 17, RIGHT - x, max(y - top - 17, 90.0)))
    sheets.y = max(y, top + 107) + 2
