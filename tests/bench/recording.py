"""How long a record takes: read again, checked, laid out and put in place, against reportlab alone."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, LongTable, PageBreak, Paragraph, SimpleDocTemplate, TableStyle

from app.drawing.shapes import Weight
from app.record.checked_case import SoundCase, read_sound_case
from app.record.content.record_content import record_content
from app.record.pages.marks import Mark, Words
from app.record.pages.record_pages import record_pages
from app.record.pdf import write_record
from app.record.typeface import font_name
from app.version import SOFTWARE
from tests.app.record.told import closed, eventful
from tests.bench.measure import Figure, in_turn, milliseconds, ratio

WORDS_A_ROW = 7


def record_against_bare_reportlab() -> Figure:
    """A record of a full case, against a plain reportlab document of as many pages with the same words in tables."""
    case = closed(eventful())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with case.store(folder) as journal:
            sound = read_sound_case(journal, case.case_id)
            assert isinstance(sound, SoundCase)
            pages = record_pages(record_content(sound, SOFTWARE))
            ours, theirs = in_turn(
                lambda: milliseconds(lambda: write_record(journal, case.case_id, folder)),
                lambda: milliseconds(lambda: bare(pages, folder / "bare.pdf")),
            )
    return ratio("record against bare reportlab", ours, theirs, "ms", 2.0)


def bare(pages: Sequence[Sequence[Mark]], path: Path) -> None:
    """Write the same words page by page in tables, as reportlab's own examples do; no hands, no check, no sync."""
    font = font_name(Weight.REGULAR)
    style = ParagraphStyle("plain", fontName=font, fontSize=4, leading=4.6)
    grid = TableStyle([("FONTNAME", (0, 0), (-1, -1), font), ("TOPPADDING", (0, 0), (-1, -1), 0),
                       ("BOTTOMPADDING", (0, 0), (-1, -1), 0)])  # fmt: skip
    flow: list[Flowable] = []
    for page in pages:
        words = [Paragraph(_escaped(mark.text), style) for mark in page if isinstance(mark, Words)]
        rows = [words[at : at + WORDS_A_ROW] for at in range(0, len(words), WORDS_A_ROW)]
        rows[-1] += [Paragraph("", style)] * (WORDS_A_ROW - len(rows[-1]))
        flow += [LongTable(rows, style=grid), PageBreak()]
    flow.pop()
    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        topMargin=20,
        bottomMargin=20,
        leftMargin=20,
        rightMargin=20,
        initialFontName=font,
    )
    document.build(flow)
    assert document.page == len(pages), "both sides write the same number of pages"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
