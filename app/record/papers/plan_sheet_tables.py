"""The tables of the plan sheet: each syringe with what is planned from it, and the numbered path in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.drawing.shapes import Align
from app.read_models.plan_rows import PlanRow, PlanRows, SyringeLine
from app.record.pages.label_cell import label_cells
from app.record.pages.marks import Style
from app.record.pages.sheet import Sheets
from app.record.pages.styles import (
    HEADING,
    LIST,
    SMALL,
    SMALL_LOUD,
    SMALL_MEDIUM,
    SMALL_QUIET,
    SMALL_STRONG,
)
from app.record.pages.table import Cell, Column, Row, Table
from app.record.papers.plan_sheet_content import numbers_of
from app.record.papers.words import say
from app.wording import UNIT, number

ROOM_FOR_A_HEADING = 90.0


@dataclass(frozen=True, slots=True)
class SyringeColumn:
    """One column of the syringes: its head, what stands in it, and how it is set."""

    column: Column
    text: Callable[[SyringeLine], str]
    style: Style = SMALL


SYRINGE_COLUMNS = (
    SyringeColumn(Column("column.number", 24.0, Align.END), lambda line: str(line.number), SMALL_STRONG),
    SyringeColumn(
        Column("column.finger", 64.0),
        lambda line: say("syringe.finger", hand=line.hand, digit=line.digit),
        SMALL_MEDIUM,
    ),
    SyringeColumn(Column("column.size", 28.0), lambda line: line.size),
    SyringeColumn(Column("column.drawn_up", 40.0), lambda line: line.drawn_up or say("not_entered")),
    SyringeColumn(
        Column("column.fill_mark", 38.0), lambda line: line.mark or say("not_entered"), SMALL_STRONG
    ),
    SyringeColumn(Column("column.filled_by", 50.0), lambda line: line.filled_by or say("not_entered")),
    SyringeColumn(Column("column.checked", 60.0), lambda line: line.checked or say("not_checked"), SMALL),
)
"""The heads are named here, and said when the table is laid out."""

LABEL_AT = 3
"""Before which of these columns the label stands, which sets itself."""

LABEL = 66.0
PLANNED = 76.0
READ_ALOUD = 65.2


def syringe_table(sheets: Sheets, plan: PlanRows) -> None:
    """Put down the syringes by number; the last column is empty, for who read it aloud."""
    sheets.need(ROOM_FOR_A_HEADING)
    sheets.y += 6
    sheets.write(say("syringes.title"), HEADING)
    sheets.write(say("syringes.lead"), SMALL_QUIET)
    sheets.y += 3
    told = [Column(say(one.column.head), one.column.width, one.column.align) for one in SYRINGE_COLUMNS]
    told.insert(LABEL_AT, Column(say("column.label"), LABEL))
    planned, aloud = (
        Column(say("column.planned_from_it"), PLANNED),
        Column(say("column.read_aloud"), READ_ALOUD),
    )
    table = Table(sheets, (*told, planned, aloud))
    table.head()
    for line in plan.syringes:
        table.row(_syringe(line, tuple(row for row in plan.rows if row.syringe == line.number)))


def _syringe(line: SyringeLine, rows: tuple[PlanRow, ...]) -> Row:
    # The second line, empty or not, makes each row tall enough to write in.
    numbers = say("syringe.numbers", numbers=numbers_of(rows)) if rows else ""
    planned = Cell(f"{line.planned}\n{numbers}", SMALL_LOUD if line.is_short else SMALL)
    label, below = label_cells(line.label or say("not_entered"), LABEL)
    before = (Cell(one.text(line), one.style) for one in SYRINGE_COLUMNS[:LABEL_AT])
    behind = (Cell(one.text(line), one.style) for one in SYRINGE_COLUMNS[LABEL_AT:])
    return Row((*before, label, *behind, planned, Cell("", SMALL)), below, LABEL_AT)


def path_table(sheets: Sheets, plan: PlanRows) -> None:
    """Put down the path in words, in two columns: the first half of the order, and the second beside it."""
    sheets.need(ROOM_FOR_A_HEADING)
    sheets.y += 8
    sheets.write(say("path.title"), HEADING)
    sheets.y += 3
    if not plan.rows:
        sheets.write(say("path.none"), SMALL)
        return
    table = Table(sheets, (*_path_columns(), *_path_columns()))
    table.head()
    half = (len(plan.rows) + 1) // 2
    for place in range(half):
        left, other = _step(plan.rows[place]), place + half
        right = _step(plan.rows[other]) if other < len(plan.rows) else (Cell("", SMALL),) * len(left)
        table.row(Row((*left, *right)))


def _path_columns() -> tuple[Column, ...]:
    return (
        Column(say("column.number"), 19.0, Align.END),
        Column(say("column.code"), 68.0),
        Column(say("column.pass"), 144.0),
        Column(UNIT, 24.6, Align.END),
    )


def _step(row: PlanRow) -> tuple[Cell, ...]:
    return (
        Cell(str(row.number), SMALL_STRONG),
        Cell(row.code, SMALL_QUIET),
        Cell(row.short_phrase, LIST),
        Cell(number(row.dose), SMALL),
    )
