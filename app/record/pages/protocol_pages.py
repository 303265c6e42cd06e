"""The protocol page, last: which protocol, and what its source leaves open, with how sure each answer is."""

from __future__ import annotations

from app.read_models.protocol_sections import Section, ViewRow
from app.record.content.protocol_page import ProtocolContent
from app.record.content.words import say
from app.record.pages.parts import FROM_THE_SECOND, part
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, SMALL, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row, Table

CRITERIA = "criteria"
STATUS_SHARE = 14
"""The part of the breadth for how sure a row is, in the measure of the section's own shares."""


def protocol_pages(sheets: Sheets, protocol: ProtocolContent) -> None:
    """Lay out the protocol, beginning on a page of its own."""
    sheets.turn()
    sheets.y += 8
    sheets.write(say("protocol.page.title"), HEADING)
    sheets.write(say("protocol.lead"), SMALL_QUIET)
    sheets.y += 3
    facts = Table(sheets, (Column(say("protocol.fact"), 80.0), Column(say("protocol.says"), 431.3)))
    facts.head()
    for label, text in protocol.facts:
        facts.row(Row((Cell(label, SMALL_STRONG), Cell(text, SMALL))))
    sheets.y += 10
    sheets.write(say("protocol.open"), HEADING)
    sheets.y += 3
    table = Table(
        sheets,
        (
            Column(say("protocol.point"), 150.0),
            Column(say("protocol.says"), 281.0),
            Column(say("protocol.status"), 80.3),
        ),
    )
    table.head()
    for one in protocol.open_points:
        style = SMALL_STRONG if one.is_open else SMALL
        table.row(Row((Cell(one.point, SMALL_STRONG), Cell(one.says, SMALL), Cell(one.status, style))))
    for section in protocol.sections:
        if section.name == CRITERIA:
            _criteria(sheets, section)
        else:
            _section(sheets, section)


def _criteria(sheets: Sheets, section: Section) -> None:
    """Put down the criteria word for word; what is compared stands under each, for most have nothing there."""
    number, words, compared = section.head
    columns = (Column(number, 58.0), Column(words, 383.3), Column(say("protocol.status"), 70.0))
    rows = (_criterion(row, compared) for row in section.rows)
    part(sheets, columns, rows, title=section.title, lead=_notes(section))


def _criterion(row: ViewRow, head: str) -> Row:
    number, words, compared = row.cells
    below = say("protocol.compared", head=head, compared="; ".join(compared.split("\n")))
    cells = (Cell(number, SMALL_QUIET), Cell(words, SMALL), _status(row))
    return Row(cells, (Cell(below, SMALL_QUIET),) if compared else (), FROM_THE_SECOND)


def _notes(section: Section) -> str:
    return "\n".join(say("protocol.note", status=one.sure.words, says=one.says) for one in section.notes)


def _status(row: ViewRow) -> Cell:
    return Cell("", SMALL) if row.sure is None else Cell(row.sure.words, SMALL_STRONG)


def _section(sheets: Sheets, section: Section) -> None:
    """Put down one part of the protocol; beside its title, or beside a row, stands what nobody has confirmed."""
    heads, shares = section.head, section.shares
    if section.has_status:
        heads, shares = (*heads, say("protocol.status")), (*shares, STATUS_SHARE)
    across = sheets.paper.across / sum(shares)
    columns = tuple(Column(head, share * across) for head, share in zip(heads, shares, strict=True))
    rows = (_row(row, has_status=section.has_status) for row in section.rows)
    part(sheets, columns, rows, title=section.title, lead=_notes(section))


def _row(row: ViewRow, *, has_status: bool) -> Row:
    cells = tuple(Cell(text, SMALL) for text in row.cells)
    return Row((*cells, _status(row)) if has_status else cells)
