"""The edges of every page of a paper: bands at its head, two lines at its foot, a word across a practice page."""

from __future__ import annotations

from collections.abc import Iterator

from app.drawing.shapes import Align
from app.record.content.words import say as say_of_record
from app.record.pages.furniture import BAND_HEIGHT, HEAD_TOP, band, framed_band
from app.record.pages.glyphs import SPELT_OUT, printable
from app.record.pages.marks import Line, Mark, Watermark, Words
from app.record.pages.setting import set_lines
from app.record.pages.styles import FOOT, FOOT_STRONG, RULE, Paper
from app.record.papers.carried import Carried
from app.record.papers.words import say

BAND_STEP = BAND_HEIGHT + 2
BELOW_BANDS = 4


def below_bands(carried: Carried) -> float:
    """Return where the content of a page begins, in points from the top."""
    bands = 1 + carried.practice + bool(carried.warning)
    return HEAD_TOP + bands * BAND_STEP + BELOW_BANDS


def edged(pages: list[list[Mark]], carried: Carried, paper: Paper) -> list[list[Mark]]:
    """Return the pages with their heads, feet and watermarks."""
    count = len(pages)
    spelt_out = any(SPELT_OUT.search(mark.text) for page in pages for mark in page if isinstance(mark, Words))
    return [
        [
            *([Watermark(say_of_record("mark.practice"), "practice")] if carried.practice else []),
            *_bands(carried, paper),
            *page,
            *_foot(carried, paper, say("foot.page", page=number, pages=count), spelt_out=spelt_out),
        ]
        for number, page in enumerate(pages, start=1)
    ]


def _bands(carried: Carried, paper: Paper) -> Iterator[Mark]:
    y = HEAD_TOP
    yield from band(y, carried.unblinding, "banner", carried.whose, paper)
    if carried.practice:
        y += BAND_STEP
        yield from framed_band(y, say_of_record("banner.practice"), "practice", carried.paper, paper)
    if carried.warning:
        y += BAND_STEP
        yield from framed_band(y, carried.warning, "danger", carried.paper, paper)


def _foot(carried: Carried, paper: Paper, page: str, *, spelt_out: bool) -> Iterator[Mark]:
    y = paper.bottom + 8
    yield Line(((paper.left, y), (paper.right, y)), 0.5, RULE)
    first, second = carried.foot_lines
    if spelt_out:
        second = f"{second} {say_of_record('glyphs.note')}"
    y += FOOT.leading + 2
    yield Words(paper.left, y, printable(first), FOOT_STRONG)
    yield Words(paper.right, y, page, FOOT_STRONG, Align.END)
    for line in set_lines(second, FOOT, paper.across):
        y += FOOT.leading
        yield Words(paper.left, y, line, FOOT)
