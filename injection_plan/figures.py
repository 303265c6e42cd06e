"""Figures: exact decimal numbers that a person reads off a laboratory sheet, kept as text and never as floats."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from injection_plan.volume import Unreadable, split_number

_PLAIN = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
MOST_DIGITS = 12


def _plain(text: str) -> str:
    if _PLAIN.fullmatch(text) is None:
        raise ValueError("a figure is written as text such as '80', '1.5' or '0.9'")
    return text


Figure = Annotated[str, Field(max_length=MOST_DIGITS + 1), AfterValidator(_plain)]
"""A number of nothing or more as text: no sign, no leading zero, no trailing zero after the point."""


def value_of(figure: str) -> Decimal:
    """Return the exact number that a figure spells."""
    return Decimal(figure)


def read_figure(typed: str, *, decimals: int = 3) -> str | Unreadable:
    """Read a number typed with a decimal point or comma, exactly or not at all, and return it as a figure."""
    digits = split_number(typed, decimals=decimals, longest=MOST_DIGITS)
    if isinstance(digits, Unreadable):
        return digits
    whole, part = digits
    behind = part.rstrip("0")
    return f"{whole}.{behind}" if behind else whole
