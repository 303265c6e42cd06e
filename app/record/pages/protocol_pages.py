"""The protocol page, last: which protocol, and what its source leaves open, with how sure each answer is."""

from __future__ import annotations

from app.record.content.protocol_page import ProtocolContent
from app.record.content.words import say
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, SMALL, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row, Table


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
    sheets.y += 10
    sheets.need(HEADING.leading + len(protocol.time_out) * SMALL.leading)
    sheets.write(say("protocol.time_out"), HEADING)
    for line in protocol.time_out:
        sheets.write(f"· {line}", SMALL)
