"""All pages of a record in order, as marks; and those pages as the bytes of a PDF."""

from __future__ import annotations

from dataclasses import dataclass

from app.record.content.record_content import RecordContent
from app.record.content.summary import Elsewhere
from app.record.pages.aliquot_pages import aliquot_pages
from app.record.pages.change_pages import change_pages
from app.record.pages.front_page import front_page
from app.record.pages.furniture import furnished
from app.record.pages.glyphs import SPELT_OUT
from app.record.pages.journal_pages import correction_pages, entry_pages
from app.record.pages.marks import Mark, Words
from app.record.pages.paint import paint
from app.record.pages.preparation_pages import preparation_pages
from app.record.pages.protocol_pages import protocol_pages
from app.record.pages.spoken_pages import spoken_pages
from app.record.pages.syringe_pages import syringe_pages


@dataclass(frozen=True, slots=True)
class PrintedRecord:
    """A record as a PDF: its bytes, and how many pages they are."""

    content: bytes
    pages: int


def record_pages(content: RecordContent) -> list[list[Mark]]:
    """Return every page of a record: summary, aliquots, syringes, preparation, corrections, entries, protocol."""
    sheets = front_page(content, begins={})
    aliquot_pages(sheets, content.aliquots)
    syringe_pages(sheets, content.syringes)
    preparation_on = preparation_pages(sheets, content.preparation)
    changes_on = change_pages(sheets, content.preparation.changes)
    sign_out_on = spoken_pages(sheets, content.preparation.spoken)
    corrections_on = correction_pages(sheets, content, changes_on)
    entry_pages(sheets, content)
    protocol_pages(sheets, content.protocol)
    # Page 1 names pages that are only known now; their numbers move nothing on it.
    begins = {
        Elsewhere.CORRECTIONS: corrections_on,
        Elsewhere.PREPARATION: preparation_on,
        Elsewhere.CHANGES: changes_on,
        Elsewhere.SIGN_OUT: sign_out_on,
    }
    sheets.pages[0] = front_page(content, begins).pages[0]
    return furnished(sheets.pages, content.identity, spelt_out=_has_spelt_out(sheets.pages))


def printed_record(content: RecordContent) -> PrintedRecord:
    """Return a record as the bytes of a PDF, the same for the same content and version of this software."""
    pages = record_pages(content)
    identity = content.identity
    return PrintedRecord(paint(pages, title=identity.title, software=identity.software), len(pages))


def _has_spelt_out(pages: list[list[Mark]]) -> bool:
    return any(SPELT_OUT.search(mark.text) for page in pages for mark in page if isinstance(mark, Words))
