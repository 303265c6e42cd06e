"""Page 1: what a person needs who reads only one page; its lists go on behind it when they are long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from app.drawing.shapes import Align
from app.record.content.record_content import RecordContent
from app.record.content.summary import Elsewhere
from app.record.content.words import say
from app.record.pages.boxes import figure_boxes, signature_height, signature_row
from app.record.pages.chart import chart
from app.record.pages.fingers import finger_rows
from app.record.pages.furniture import BAND_HEIGHT, band, banner_ink, below_head, framed_band
from app.record.pages.hands_row import hands_row
from app.record.pages.marks import Line, Style
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
    LIST,
    LIST_HEADING,
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


@dataclass(frozen=True, slots=True)
class Item:
    """A heading or an entry of a list, set in its lines."""

    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        """How tall it is, in points."""
        return len(self.lines) * self.style.leading


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
    rest = _put_lists(sheets, _lists(content), signatures_at - 5)
    if sheets.y > signatures_at + 4:
        sheets.turn()
        signatures_at = sheets.y
    signature_row(sheets, content, signatures_at)
    if rest:
        sheets.turn()
        _write_groups(sheets, rest)
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


def _lists(content: RecordContent) -> list[Item]:
    """Return what page 1 lists, as lines: deviations, what is not verified, events, what is unexplained."""
    groups = (
        (say("deviation.title"), content.deviations or (say("deviation.none"),)),
        (say("not_verified.title"), content.not_verified),
        (say("occurrence.title"), content.occurrences),
        (content.product.title, content.product.remarks),
    )
    items: list[Item] = []
    for title, texts in groups:
        if texts:
            items.append(Item((title,), LIST_HEADING))
            items += [Item(set_lines(text, LIST, ACROSS), LIST) for text in texts]
    return items


def _put_lists(sheets: Sheets, items: list[Item], until: float) -> list[Item]:
    """Put down what fits above `until`, whole items only, and return what is left for the next page."""
    sheets.y += 4
    fitting = _fitting(items, until - sheets.y)
    if fitting < len(items):
        fitting = _fitting(items, until - sheets.y - SMALL_QUIET.leading)
        while fitting and items[fitting - 1].style is LIST_HEADING:
            fitting -= 1
    _write_groups(sheets, items[:fitting])
    if fitting < len(items):
        sheets.write(say("continued"), SMALL_QUIET)
    return _with_title(items, fitting)


def _with_title(items: list[Item], start: int) -> list[Item]:
    """Return the items from `start` on; in the middle of a list they come under its title once more."""
    rest = items[start:]
    titles = [item for item in items[:start] if item.style is LIST_HEADING]
    if not rest or not titles or rest[0].style is LIST_HEADING:
        return rest
    return [Item((say("continued.title", title=titles[-1].lines[0]),), LIST_HEADING), *rest]


def _fitting(items: list[Item], room: float) -> int:
    heights = accumulate(item.height for item in items)
    return sum(height <= room for height in heights)


def _write_groups(sheets: Sheets, items: list[Item]) -> None:
    for item in items:
        for line in item.lines:
            sheets.write(line, item.style)
