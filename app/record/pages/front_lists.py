"""The lists of page 1: what is to be looked at, in lines; they go on behind it when they are long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from app.record.content.record_content import RecordContent
from app.record.content.summary import Elsewhere, Pointer
from app.record.content.words import say
from app.record.pages.furniture import LOUD_SIGN
from app.record.pages.marks import Style
from app.record.pages.setting import set_lines
from app.record.pages.sheet import Sheets
from app.record.pages.styles import ACROSS, LIST, LIST_HEADING, LIST_LOUD, SMALL_QUIET


@dataclass(frozen=True, slots=True)
class Item:
    """A heading or an entry of a list, set in its lines."""

    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        """How tall it is, in points."""
        return len(self.lines) * self.style.leading


def front_lists(content: RecordContent, begins: Mapping[Elsewhere, int]) -> list[Item]:
    """Return what page 1 lists, as lines: sign-out, deviations, what is not verified, events, what is unexplained."""
    groups = (
        (say("deviation.title"), content.deviations or (say("deviation.none"),)),
        (say("not_verified.title"), content.not_verified),
        (say("occurrence.title"), content.occurrences),
        (content.product.title, content.product.remarks),
    )
    items = list(_sign_out(content.sign_out, begins))
    for title, texts in groups:
        if texts:
            items.append(Item((title,), LIST_HEADING))
            items += [Item(set_lines(text, LIST, ACROSS), LIST) for text in texts]
    return items


def _sign_out(pointer: Pointer | None, begins: Mapping[Elsewhere, int]) -> Iterator[Item]:
    """Yield the line about the sign-out, first of the lists: it is no deviation, but to be looked at."""
    if pointer is not None:
        words = say(pointer.key, page=begins.get(pointer.to, 1), count=pointer.count)
        yield Item(set_lines(f"{LOUD_SIGN}{words}", LIST_LOUD, ACROSS), LIST_LOUD)


def put_lists(sheets: Sheets, items: list[Item], until: float) -> list[Item]:
    """Put down what fits above `until`, whole items only, and return what is left for the next page."""
    sheets.y += 4
    fitting = _fitting(items, until - sheets.y)
    if fitting < len(items):
        fitting = _fitting(items, until - sheets.y - SMALL_QUIET.leading)
        while fitting and items[fitting - 1].style is LIST_HEADING:
            fitting -= 1
    write_lists(sheets, items[:fitting])
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


def write_lists(sheets: Sheets, items: list[Item]) -> None:
    """Put down items, over as many pages as they take."""
    for item in items:
        for line in item.lines:
            sheets.write(line, item.style)
