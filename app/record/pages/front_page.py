"""Page 1: what a person needs who reads only one page; its lists go on behind it when they are long."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.record.content.record_content import RecordContent
from app.record.content.words import say
from app.record.pages.boxes import figure_boxes, signature_row
from app.record.pages.chart import chart
from app.record.pages.fingers import finger_rows
from app.record.pages.furniture import BAND_HEIGHT, band, banner_ink
from app.record.pages.marks import Figure, Line, Style
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
    SMALL,
    SMALL_QUIET,
    SUBTITLE,
    TITLE,
    TOP,
)

HANDS_HEIGHT = 186.0
HANDS_LEAST = 120.0
SIGNATURES_HEIGHT = 104.0
PRODUCT_SHARE = 0.5
COLUMN_GAP = 22.0
FACT_LABEL = 68.0


def front_page(sheets: Sheets, content: RecordContent) -> None:
    """Lay out page 1; the signatures stand at its foot, and long lists continue on the next."""
    _head(sheets, content)
    _facts(sheets, content)
    figure_boxes(sheets, content.boxes)
    _hands(sheets, content)
    finger_rows(sheets, content.fingers, content.hand_order)
    _product_and_curve(sheets, content)
    signatures_at = BOTTOM - SIGNATURES_HEIGHT
    rest = _put_lists(sheets, _lists(content), signatures_at - 2)
    if sheets.y > signatures_at + 4:
        sheets.turn()
        signatures_at = sheets.y
    signature_row(sheets, content, signatures_at)
    if rest:
        sheets.turn()
        for text, style in rest:
            sheets.write(text, style)


def _head(sheets: Sheets, content: RecordContent) -> None:
    identity = content.identity
    product = say("title.product", product=content.product_name)
    sheets.say(LEFT, TOP + 15, say("title"), TITLE)
    right = (
        say("head.protocol", protocol=identity.protocol, version=identity.protocol_version),
        identity.record_line,
        say("head.last_entry", time=identity.last_entry),
    )
    for number, text in enumerate(right):
        sheets.say(RIGHT, TOP + 5 + number * 11.2, text, SUBTITLE, Align.END)
    sheets.say(LEFT, TOP + 27.4, set_lines(product, SUBTITLE, ACROSS * 0.66)[0], SUBTITLE)
    y = TOP + 34
    sheets.rule(y, INK, 1.4)
    y += 6
    if identity.banner:
        sheets.put(*band(y, identity.banner, banner_ink(identity)))
        y += BAND_HEIGHT + 3
    sheets.put(*band(y, identity.unblinding, "banner"))
    sheets.y = y + BAND_HEIGHT + 5


def _facts(sheets: Sheets, content: RecordContent) -> None:
    half = len(content.facts) // 2
    width = ACROSS / 2 - FACT_LABEL - 8
    top = sheets.y
    ends = []
    for column in range(2):
        x, y = LEFT + column * ACROSS / 2, top
        for label, text in content.facts[column * half : (column + 1) * half]:
            sheets.say(x, y + 9, label, LABEL)
            for line in set_lines(text, FACT, width):
                sheets.say(x + FACT_LABEL, y + 9, line, FACT)
                y += FACT.leading
        ends.append(y)
    sheets.y = max(ends) + 5


def _hands(sheets: Sheets, content: RecordContent) -> None:
    """Put the hands in the middle, a little smaller where the facts above them took more lines."""
    picture = content.hands
    height = max(HANDS_LEAST, HANDS_HEIGHT - max(sheets.y - 190.0, 0.0))
    width = height * picture.width / picture.height
    if width > ACROSS:
        width, height = ACROSS, ACROSS * picture.height / picture.width
    sheets.put(Figure(LEFT + (ACROSS - width) / 2, sheets.y + 3, width, picture))
    sheets.y += height + 5


def _product_and_curve(sheets: Sheets, content: RecordContent) -> None:
    top = sheets.y + 8
    width = ACROSS * PRODUCT_SHARE - COLUMN_GAP / 2
    sheets.say(LEFT, top + 10, say("product.title"), HEADING)
    y = top + 14
    for line in content.product.lines:
        y += CELL.leading + 1.3
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


def _lists(content: RecordContent) -> list[tuple[str, Style]]:
    """Return the lists of page 1 line by line: deviations, events in free text, unexplained volumes."""
    deviations = content.deviations or (say("deviation.none"),)
    groups = (
        (say("deviation.title"), deviations),
        (say("occurrence.title"), content.occurrences),
        (say("product.remarks"), content.product.remarks),
    )
    lines: list[tuple[str, Style]] = []
    for title, texts in groups:
        if texts:
            lines.append((title, HEADING))
            lines += [(line, SMALL) for text in texts for line in set_lines(text, SMALL, ACROSS)]
    return lines


def _put_lists(sheets: Sheets, lines: list[tuple[str, Style]], until: float) -> list[tuple[str, Style]]:
    """Put down what fits above `until`, and return what is left for the next page."""
    sheets.y += 4
    room, fitting = until - sheets.y, 0
    for _, style in lines:
        if room < style.leading:
            break
        room -= style.leading
        fitting += 1
    if fitting < len(lines):
        fitting = max(fitting - 1, 0)
        while fitting and lines[fitting - 1][1] is HEADING:
            fitting -= 1
    for text, style in lines[:fitting]:
        sheets.write(text, style)
    if fitting < len(lines):
        sheets.write(say("continued"), SMALL_QUIET)
    return lines[fitting:]
