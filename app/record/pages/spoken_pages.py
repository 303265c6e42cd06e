"""What was answered aloud with both people present: time-outs, syringes as they were taken up, the sign-out."""

from __future__ import annotations

from app.drawing.shapes import Align
from app.read_models.preparation_summary import (
    AloudRow,
    SignOutRow,
    SpokenSummary,
    TimeOutRow,
    keyboards,
)
from app.record.content.words import say
from app.record.pages.parts import NAME, WHEN, part, who_and_when
from app.record.pages.sheet import Sheets
from app.record.pages.styles import SMALL, SMALL_LOUD, SMALL_MEDIUM, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row


def spoken_pages(sheets: Sheets, spoken: SpokenSummary) -> int:
    """Lay out what was answered aloud, behind the preparation; return on which page the sign-out begins."""
    _time_outs(sheets, spoken.time_outs)
    _read_aloud(sheets, spoken.read_aloud)
    return _sign_out(sheets, spoken) if spoken.signed_out else len(sheets.pages)


def _time_outs(sheets: Sheets, rows: tuple[TimeOutRow, ...]) -> None:
    columns = (
        Column(say("spoken.before"), 82.0),
        Column(say("spoken.form"), 74.0),
        Column(say("spoken.present"), 156.0),
        Column(say("spoken.entered_for"), NAME),
        Column(say("preparation.when"), WHEN),
    )
    part(
        sheets,
        columns,
        map(_time_out, rows),
        title=say("spoken.time_outs"),
        lead=" ".join(filter(None, (say("spoken.time_outs.lead"), keyboards(one.by for one in rows)))),
        none=say("spoken.time_outs.none"),
    )


def _time_out(one: TimeOutRow) -> Row:
    cells = (Cell(one.hand, SMALL_MEDIUM), Cell(one.form, SMALL_STRONG), Cell(one.present, SMALL))
    return Row((*cells, *who_and_when(one.by)), (Cell(one.lines, SMALL_QUIET),))


def _read_aloud(sheets: Sheets, rows: tuple[AloudRow, ...]) -> None:
    columns = (
        Column(say("syringe.number"), 40.0, Align.END),
        Column(say("spoken.said"), 272.0),
        Column(say("spoken.entered_for"), NAME),
        Column(say("preparation.when"), WHEN),
    )
    part(
        sheets,
        columns,
        map(_aloud, rows),
        title=say("spoken.aloud"),
        lead=" ".join(filter(None, (say("spoken.aloud.lead"), keyboards(one.by for one in rows)))),
        none=say("spoken.aloud.none"),
    )


def _aloud(one: AloudRow) -> Row:
    said = Cell(one.text, SMALL_LOUD if one.by is None else SMALL)
    return Row((Cell(one.number, SMALL_STRONG), said, *who_and_when(one.by)))


def _sign_out(sheets: Sheets, spoken: SpokenSummary) -> int:
    columns = (Column(say("spoken.line"), 190.0), Column(say("spoken.answer"), 321.3))
    lead = say("spoken.sign_out.by", who=spoken.signed_out) if spoken.sign_out else ""
    rows = map(_line, spoken.sign_out)
    return part(sheets, columns, rows, title=say("spoken.sign_out"), lead=lead, none=spoken.signed_out)


def _line(one: SignOutRow) -> Row:
    return Row((Cell(one.text, SMALL_MEDIUM), Cell(one.answer, SMALL_LOUD if one.is_loud else SMALL)))
