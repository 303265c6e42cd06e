"""What every page carries around its content: who it is about, that it unblinds, that it may be no final record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.drawing.shapes import Align
from app.record.content.identity import Identity
from app.record.content.words import say
from app.record.pages.glyphs import printable
from app.record.pages.marks import Line, Mark, Panel, Style, Watermark, Words
from app.record.pages.setting import set_lines
from app.record.pages.styles import (
    ACROSS,
    BAND,
    BOTTOM,
    FOOT,
    FOOT_STRONG,
    LEFT,
    RIGHT,
    RULE,
    TOP,
    UPRIGHT,
    Paper,
)

BAND_HEIGHT = 16.0
HEAD_TOP = TOP - 8
LOUD_SIGN = "! "
"""How a text begins that wants a second look."""


def furnished(pages: list[list[Mark]], identity: Identity, *, spelt_out: bool) -> list[list[Mark]]:
    """Return the pages with their heads, feet and watermarks; the first page brings its own head."""
    count = len(pages)
    whole: list[list[Mark]] = []
    for number, page in enumerate(pages, start=1):
        head = [] if number == 1 else list(_running_head(identity))
        foot = _foot(identity, number, count, _notes(page, spelt_out=spelt_out))
        whole.append([*_watermark(identity), *head, *page, *foot])
    return whole


def below_head(identity: Identity) -> float:
    """Return where the content of a page with a running head begins, in points from the top."""
    bands = 2 if identity.banner else 1
    return HEAD_TOP + bands * (BAND_HEIGHT + 2) + 4


def band(y: float, text: str, fill: str, right: str = "", paper: Paper = UPRIGHT) -> Iterator[Mark]:
    """Yield a dark band from margin to margin with its upper edge at `y`, with words in it."""
    yield Panel(paper.left, y, paper.across, BAND_HEIGHT, fill, None, 2.5)
    baseline = y + BAND_HEIGHT / 2 + BAND.size * 0.36
    yield Words(paper.left + 7, baseline, printable(text), BAND)
    if right:
        yield Words(paper.right - 7, baseline, printable(right), BAND, Align.END)


def framed_band(y: float, text: str, ink: str, right: str = "", paper: Paper = UPRIGHT) -> Iterator[Mark]:
    """Yield a band like the other but white, in a frame: what says draft must not look like what says unblinding."""
    style = Style(BAND.weight, BAND.size, ink, BAND.leading)
    yield Panel(paper.left + 0.4, y + 0.4, paper.across - 0.8, BAND_HEIGHT - 0.8, None, ink, 2.5)
    yield Panel(paper.left + 2.2, y + 2.2, paper.across - 4.4, BAND_HEIGHT - 4.4, None, ink, 1.5)
    baseline = y + BAND_HEIGHT / 2 + BAND.size * 0.36
    yield Words(paper.left + 9, baseline, printable(text), style)
    if right:
        yield Words(paper.right - 9, baseline, printable(right), style, Align.END)


def banner_ink(identity: Identity) -> str:
    """Return the colour of the band that says practice or draft."""
    return "practice" if identity.practice else "danger"


def _watermark(identity: Identity) -> Iterator[Mark]:
    if identity.practice:
        yield Watermark(say("mark.practice"), "practice")
    elif not identity.signed:
        yield Watermark(say("mark.draft"), "quiet")


def _running_head(identity: Identity) -> Iterator[Mark]:
    participant = say("page.participant", participant=identity.participant)
    yield from band(HEAD_TOP, identity.unblinding, "banner", participant)
    if identity.banner:
        yield from framed_band(
            HEAD_TOP + BAND_HEIGHT + 2, identity.banner, banner_ink(identity), identity.record_line
        )


def _notes(page: Iterable[Mark], *, spelt_out: bool) -> Iterator[str]:
    """Yield what is said at the foot of a page about signs that stand on it."""
    if any(mark.text.startswith(LOUD_SIGN) for mark in page if isinstance(mark, Words)):
        yield say("loud.note")
    if spelt_out:
        yield say("glyphs.note")


def _foot(identity: Identity, number: int, count: int, notes: Iterable[str]) -> Iterator[Mark]:
    y = BOTTOM + 8
    yield Line(((LEFT, y), (RIGHT, y)), 0.5, RULE)
    first, second = identity.foot_lines
    second = " ".join((second, *notes))
    y += FOOT.leading + 2
    yield Words(LEFT, y, printable(first), FOOT_STRONG)
    yield Words(RIGHT, y, say("foot.page", page=number, pages=count), FOOT_STRONG, Align.END)
    for line in set_lines(second, FOOT, ACROSS):
        y += FOOT.leading
        yield Words(LEFT, y, line, FOOT)
