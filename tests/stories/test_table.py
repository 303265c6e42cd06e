"""Every cell of the table of what may be asked of one aliquot, each in a really reached state."""

from collections.abc import Callable

import pytest

from injection_plan.commands import Command, LeaveMarkUnread, ReadMark
from injection_plan.events import Given, MarkRead, Omitted, Voided
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.rules.table import TABLE, Asked, Row, against, row_of
from injection_plan.terms import Injected, Occasion
from tests.stories.case import Case, ul

FIRST, SECOND, THIRD = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"

REACHED: dict[Row, tuple[Callable[[], Case], str]] = {
    Row.NOT_PLANNED: (lambda: Case().ready(THIRD), THIRD),
    Row.SHOWN: (lambda: Case().ready(), FIRST),
    Row.NOT_SHOWN: (lambda: Case().ready(), SECOND),
    Row.MARK_OWED: (lambda: Case().ready().give(), FIRST),
    Row.NOT_READ: (lambda: Case().ready().give().leave_unread(), FIRST),
    Row.READ: (lambda: Case().ready().give().read(), FIRST),
    Row.OMITTED: (lambda: Case().ready().omit(), FIRST),
    Row.UNKNOWN: (lambda: Case().ready().give().void(FIRST, Injected.NOT_SURE), FIRST),
}
HAPPENS = {Asked.GIVE: Given, Asked.READ_MARK: MarkRead, Asked.OMIT: Omitted, Asked.VOID: Voided}


def asked_of(case: Case, code: str, asked: Asked) -> Command:
    match asked:
        case Asked.GIVE:
            return case.to_give(code)
        case Asked.READ_MARK:
            return ReadMark(
                occasion=Occasion.AFTER,
                syringe=case.protocol.aliquot(code).syringe,
                about=code,
                mark=ul(500),
                seen=case.procedure.seen(code),
            )
        case Asked.OMIT:
            return case.to_omit(code)
        case Asked.VOID:
            return case.to_void(code, Injected.NO)


@pytest.mark.parametrize("asked", Asked)
@pytest.mark.parametrize("row", Row)
def test_each_cell_says_what_happens_or_why_not(row: Row, asked: Asked) -> None:
    reached, code = REACHED[row]
    case = reached()
    assert row_of(case.procedure, case.delivery(code)) is row
    answer = case.answer(asked_of(case, code, asked))
    if TABLE[row][asked] is None:
        assert isinstance(answer, HAPPENS[asked])
    else:
        assert answer == Refusal(TABLE[row][asked] or Why.STALE, code)


# The table of the procedure, written down a second time, from the protocol of the house and not from the code.
IN_WORDS = """
not planned                | not_planned    | nothing_to_read    | not_planned     | nothing_to_void
planned, and the one shown | -              | not_given_yet      | -               | nothing_to_void
planned, not the one shown | not_shown      | not_given_yet      | -               | nothing_to_void
given, mark owed           | already_given  | -                  | void_it_first   | -
given, not read            | already_given  | only_a_later_mark  | void_it_first   | -
verified or mark differs   | already_given  | already_read       | void_it_first   | -
omitted                    | void_it_first  | not_given_yet      | already_omitted | -
unknown whether injected   | fate_unknown   | fate_unknown       | fate_unknown    | -
"""


def test_the_table_is_the_one_that_was_agreed() -> None:
    lines = [[cell.strip() for cell in line.split("|")] for line in IN_WORDS.strip().splitlines()]
    agreed = {line[0]: line[1:] for line in lines}
    assert {row.value: [cells[asked] or "-" for asked in Asked] for row, cells in TABLE.items()} == agreed


def test_a_mark_that_differs_stands_in_the_row_of_what_is_read() -> None:
    case = Case().ready().give().read(600).read(600)
    assert row_of(case.procedure, case.delivery(FIRST)) is Row.READ


@pytest.mark.parametrize("asked", Asked)
def test_what_the_case_does_not_have_is_not_planned(asked: Asked) -> None:
    case = Case().ready()
    assert against(case.procedure, "extra-7", asked) is TABLE[Row.NOT_PLANNED][asked]


def test_an_extra_pass_is_asked_like_any_other() -> None:
    case = Case().ready().differ(volume=100, place="beside the nail")
    assert against(case.procedure, "extra-1", Asked.GIVE) is Why.ALREADY_GIVEN
    assert against(case.read(900).procedure, "extra-1", Asked.READ_MARK) is Why.ALREADY_READ


def test_a_mark_of_what_is_not_given_cannot_be_left_unread() -> None:
    case = Case().ready()
    unread = LeaveMarkUnread(occasion=Occasion.AFTER, syringe=1, about=FIRST, seen=0)
    assert case.why(unread) is Why.NOT_GIVEN_YET
