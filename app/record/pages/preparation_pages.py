"""What was settled before the injections: allocation, eligibility, findings, plan, product and syringes, by whom."""

from __future__ import annotations

from collections.abc import Iterator

from app.drawing.shapes import Align
from app.read_models.preparation_summary import (
    Doer,
    FilledRow,
    FindingRow,
    HandsSummary,
    LeftOutRow,
    PreparationSummary,
    ProductSummary,
    Told,
    WarnedRow,
    keyboards,
)
from app.record.content.words import loud, say
from app.record.pages.eligibility_pages import eligibility_pages
from app.record.pages.label_cell import label_cells
from app.record.pages.parts import (
    FROM_THE_SECOND,
    NAME,
    WHEN,
    heading,
    lines_of,
    part,
    told_lines,
    told_pairs,
    who_and_when,
)
from app.record.pages.sheet import Sheets
from app.record.pages.styles import HEADING, SMALL, SMALL_LOUD, SMALL_MEDIUM, SMALL_QUIET, SMALL_STRONG
from app.record.pages.table import Cell, Column, Row

LABEL = 66.0
FROM_THE_LABEL = 2


def preparation_pages(sheets: Sheets, preparation: PreparationSummary) -> int:
    """Lay out the preparation on pages of its own behind the syringes; return on which it begins."""
    sheets.turn()
    begins_on = len(sheets.pages)
    sheets.y += 8
    sheets.write(say("preparation.title"), HEADING)
    sheets.write(say("preparation.lead"), SMALL_QUIET)
    sheets.y += 3
    eligibility = preparation.eligibility
    told_lines(
        sheets,
        (
            preparation.allocation,
            Told(say("preparation.screened"), eligibility.screened_on),
            Told(
                say("preparation.signed_off"),
                eligibility.signed_off,
                is_loud=bool(eligibility.rows) and not eligibility.is_signed_off,
            ),
            *preparation.approval.lines,
        ),
    )
    if preparation.approval.is_approved:
        _warned(sheets, preparation.approval.warned)
    _hands(sheets, preparation.hands)
    _product(sheets, preparation.product)
    _handling(sheets, preparation.product)
    _syringes(sheets, preparation.syringes)
    eligibility_pages(sheets, eligibility)
    return begins_on


def _warned(sheets: Sheets, warned: tuple[WarnedRow, ...]) -> None:
    rows = map(_warning, warned)
    none = say("preparation.warned.none")
    part(sheets, lines_of(sheets), rows, title=say("preparation.warned"), none=none)


def _warning(one: WarnedRow) -> Row:
    read = Cell(one.read, SMALL_QUIET if one.is_read else SMALL_STRONG)
    return Row((Cell(one.step, SMALL_QUIET), Cell(one.sentence, SMALL)), (read,), FROM_THE_SECOND)


def _hands(sheets: Sheets, hands: HandsSummary) -> None:
    columns = (
        Column(say("preparation.number"), 26.0, Align.END),
        Column(say("preparation.finding"), 286.0),
        Column(say("preparation.found_by"), NAME),
        Column(say("preparation.when"), WHEN),
    )
    findings = map(_finding, hands.findings)
    part(
        sheets,
        columns,
        findings,
        title=say("preparation.hands"),
        lead=keyboards(one.by for one in hands.findings),
        none=say("preparation.hands.none"),
    )
    if hands.has_plan:
        _not_planned(sheets, hands)
    heading(sheets, say("preparation.order"), hands.order_by)
    for line in hands.order:
        sheets.write(line, SMALL)


def _not_planned(sheets: Sheets, hands: HandsSummary) -> None:
    columns = (
        Column(say("preparation.pass"), 262.0),
        Column(say("preparation.volume"), 50.0, Align.END),
        Column(say("preparation.left_out_by"), NAME),
        Column(say("preparation.when"), WHEN),
    )
    left_out = (_left_out(one) for one in hands.left_out)
    part(
        sheets,
        columns,
        left_out,
        title=say("preparation.left_out"),
        lead=keyboards(one.by for one in hands.left_out),
        none=say("preparation.left_out.none"),
    )


def _finding(one: FindingRow) -> Row:
    words = Cell(one.phrase, SMALL if one.is_withdrawn else SMALL_MEDIUM, struck=one.is_withdrawn)
    notes = tuple(Cell(note, SMALL_STRONG if one.is_withdrawn else SMALL_QUIET) for note in one.notes)
    return Row((Cell(one.number, SMALL_QUIET), words, *who_and_when(one.by)), notes, FROM_THE_SECOND)


def _left_out(one: LeftOutRow) -> Row:
    cells = (Cell(one.phrase, SMALL_MEDIUM), Cell(one.volume, SMALL), *who_and_when(one.by))
    return Row(cells, (Cell(one.reason, SMALL),))


def _product(sheets: Sheets, product: ProductSummary) -> None:
    heading(sheets, say("preparation.product"))
    told_pairs(sheets, product.lines)
    columns = (
        Column(say("preparation.lot.what"), 240.0),
        Column(say("preparation.lot.number"), 150.0),
        Column(say("preparation.lot.expires"), 121.3),
    )
    lots = (
        Row(
            (
                Cell(lot.what, SMALL_MEDIUM),
                Cell(lot.number, SMALL),
                Cell(loud(lot.expires), SMALL_LOUD) if lot.is_loud else Cell(lot.expires, SMALL),
            )
        )
        for lot in product.lots
    )
    part(sheets, columns, lots, title=say("preparation.lots"), none=say("not_recorded"))


def _handling(sheets: Sheets, product: ProductSummary) -> None:
    heading(sheets, say("preparation.handling"))
    told_pairs(sheets, product.handling)
    sheets.y += 2
    sheets.write(product.covers.text, SMALL_LOUD if product.covers.is_loud else SMALL_STRONG)
    if product.supplies:
        heading(sheets, say("preparation.supplies"))
        told_pairs(sheets, product.supplies)


def _syringes(sheets: Sheets, rows: tuple[FilledRow, ...]) -> None:
    columns = (
        Column(say("syringe.number"), 34.0, Align.END),
        Column(say("syringe.finger.head"), 58.0),
        Column(say("preparation.label"), LABEL),
        Column(say("syringe.drawn_up"), 34.0, Align.END),
        Column(say("preparation.mark"), 28.0, Align.END),
        Column(say("preparation.filled_by"), WHEN),
        Column(say("preparation.second"), 39.0, Align.END),
        Column(say("preparation.read_by"), WHEN),
        Column(say("preparation.agrees"), 38.3),
    )
    part(
        sheets,
        columns,
        map(_filled, rows),
        title=say("preparation.syringes"),
        lead=" ".join(filter(None, (say("preparation.syringes.lead"), keyboards(_doers(rows))))),
    )


def _doers(rows: tuple[FilledRow, ...]) -> Iterator[Doer | None]:
    yield from (row.filled for row in rows)
    yield from (row.read for row in rows)


def _filled(row: FilledRow) -> Row:
    outcome = SMALL_LOUD if row.is_loud else SMALL
    label, below = label_cells(row.label, LABEL)
    cells = (
        Cell(row.number, SMALL_STRONG),
        Cell(row.finger, SMALL_MEDIUM),
        label,
        Cell(row.drawn_up, SMALL),
        Cell(row.mark, SMALL),
        _person(row.filled),
        Cell(loud(row.second) if row.is_loud else row.second, outcome),
        _person(row.read),
        Cell(row.agrees, outcome),
    )
    return Row(cells, below, FROM_THE_LABEL)


def _person(doer: Doer | None) -> Cell:
    return Cell("" if doer is None else f"{doer.name}\n{doer.when}", SMALL_QUIET)
