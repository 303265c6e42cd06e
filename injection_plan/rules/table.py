"""What may be asked of one aliquot: the table of the procedure, as data that a test walks cell by cell."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from injection_plan.procedure import Delivery, Procedure
from injection_plan.rules.refusal import Why
from injection_plan.terms import Standing


class Row(StrEnum):
    """What an aliquot is, as the rows of the table tell it apart."""

    NOT_PLANNED = "not planned"
    SHOWN = "planned, and the one shown"
    NOT_SHOWN = "planned, not the one shown"
    MARK_OWED = "given, mark owed"
    NOT_READ = "given, not read"
    READ = "verified or mark differs"
    OMITTED = "omitted"
    UNKNOWN = "unknown whether injected"


class Asked(StrEnum):
    """What is asked of it, as the columns of the table."""

    GIVE = "Give"
    READ_MARK = "Read mark"
    OMIT = "Omit"
    VOID = "Void"


TABLE: dict[Row, dict[Asked, Why | None]] = {
    Row.NOT_PLANNED: {
        Asked.GIVE: Why.NOT_PLANNED,
        Asked.READ_MARK: Why.NOTHING_TO_READ,
        Asked.OMIT: Why.NOT_PLANNED,
        Asked.VOID: Why.NOTHING_TO_VOID,
    },
    Row.SHOWN: {
        Asked.GIVE: None,
        Asked.READ_MARK: Why.NOT_GIVEN_YET,
        Asked.OMIT: None,
        Asked.VOID: Why.NOTHING_TO_VOID,
    },
    Row.NOT_SHOWN: {
        Asked.GIVE: Why.NOT_SHOWN,
        Asked.READ_MARK: Why.NOT_GIVEN_YET,
        Asked.OMIT: None,
        Asked.VOID: Why.NOTHING_TO_VOID,
    },
    Row.MARK_OWED: {
        Asked.GIVE: Why.ALREADY_GIVEN,
        Asked.READ_MARK: None,
        Asked.OMIT: Why.VOID_IT_FIRST,
        Asked.VOID: None,
    },
    Row.NOT_READ: {
        Asked.GIVE: Why.ALREADY_GIVEN,
        Asked.READ_MARK: Why.ONLY_A_LATER_MARK,
        Asked.OMIT: Why.VOID_IT_FIRST,
        Asked.VOID: None,
    },
    Row.READ: {
        Asked.GIVE: Why.ALREADY_GIVEN,
        Asked.READ_MARK: Why.ALREADY_READ,
        Asked.OMIT: Why.VOID_IT_FIRST,
        Asked.VOID: None,
    },
    Row.OMITTED: {
        Asked.GIVE: Why.VOID_IT_FIRST,
        Asked.READ_MARK: Why.NOT_GIVEN_YET,
        Asked.OMIT: Why.ALREADY_OMITTED,
        Asked.VOID: None,
    },
    Row.UNKNOWN: {
        Asked.GIVE: Why.FATE_UNKNOWN,
        Asked.READ_MARK: Why.FATE_UNKNOWN,
        Asked.OMIT: Why.FATE_UNKNOWN,
        Asked.VOID: None,
    },
}
"""The reason against each request, or nothing where it may be asked."""


def row_of(procedure: Procedure, delivery: Delivery) -> Row:
    """Return the row of the table in which a delivery stands now."""
    match delivery.standing:
        case Standing.NOT_PLANNED:
            return Row.NOT_PLANNED
        case Standing.PLANNED:
            current = procedure.current
            shown = current is not None and current.code == delivery.code
            return Row.SHOWN if shown else Row.NOT_SHOWN
        case Standing.MARK_OWED:
            return Row.MARK_OWED
        case Standing.NOT_READ:
            return Row.NOT_READ
        case Standing.VERIFIED | Standing.MARK_DIFFERS:
            return Row.READ
        case Standing.OMITTED:
            return Row.OMITTED
        case Standing.UNKNOWN:
            return Row.UNKNOWN
        case _:
            assert_never(delivery.standing)


def against(procedure: Procedure, code: str, asked: Asked) -> Why | None:
    """Return what the table has against a request of an aliquot; an unknown code is not planned."""
    delivery = procedure.delivery(code)
    row = Row.NOT_PLANNED if delivery is None else row_of(procedure, delivery)
    return TABLE[row][asked]
