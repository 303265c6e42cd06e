"""How the participant was found eligible: the questions of the day, and every criterion with its verdict."""

from __future__ import annotations

from app.read_models.preparation_summary import CriterionRow, EligibilitySummary, keyboards
from app.record.content.words import say
from app.record.pages.parts import FROM_THE_SECOND, NAME, WHEN, part, who_and_when
from app.record.pages.sheet import Sheets
from app.record.pages.styles import SMALL, SMALL_LOUD, SMALL_MEDIUM, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row


def eligibility_pages(sheets: Sheets, eligibility: EligibilitySummary) -> None:
    """Lay out what was asked on the day and the eligibility sheet, as far as the protocol has them."""
    if eligibility.day_asked:
        _day(sheets, eligibility)
    if eligibility.rows:
        _criteria(sheets, eligibility)


def _day(sheets: Sheets, eligibility: EligibilitySummary) -> None:
    columns = (
        Column(say("preparation.question"), 240.0),
        Column(say("preparation.answer"), 60.0),
        Column(say("preparation.what_was_found"), 211.3),
    )
    rows = (
        Row(
            (
                Cell(one.text, SMALL_MEDIUM),
                Cell(one.answer, SMALL_LOUD if one.is_loud else SMALL),
                Cell(one.note, SMALL),
            )
        )
        for one in eligibility.day
    )
    lead = say("preparation.day.by", who=eligibility.day_asked) if eligibility.day else ""
    part(sheets, columns, rows, title=say("preparation.day"), lead=lead, none=eligibility.day_asked)


def _criteria(sheets: Sheets, eligibility: EligibilitySummary) -> None:
    columns = (
        Column(say("preparation.criterion.number"), 58.0),
        Column(say("preparation.criterion"), 198.0),
        Column(say("preparation.verdict"), 56.0),
        Column(say("preparation.decided_by"), NAME),
        Column(say("preparation.when"), WHEN),
    )
    rows = map(_criterion, eligibility.rows)
    lead = (say("preparation.criteria.lead"), keyboards(one.by for one in eligibility.rows))
    part(sheets, columns, rows, title=say("preparation.criteria"), lead="\n".join(filter(None, lead)))


def _criterion(one: CriterionRow) -> Row:
    verdict = Cell(one.verdict, SMALL_STRONG)
    if one.is_loud:
        verdict = Cell(say("loud", figure=one.verdict), SMALL_LOUD)
    cells = (Cell(one.number, SMALL_QUIET), Cell(one.text, SMALL_MEDIUM), verdict)
    notes = tuple(Cell(note, SMALL if one.is_loud else SMALL_QUIET) for note in one.notes)
    return Row((*cells, *who_and_when(one.by)), notes, FROM_THE_SECOND)
