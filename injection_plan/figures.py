"""Figures: exact decimal numbers that a person reads off a laboratory sheet, kept as text and never as floats."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from injection_plan.volume import Unreadable

_TYPED = re.compile(r"(?P<whole>[0-9]*)(?:[.,](?P<part>[0-9]*))?")
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
    """Read a number typed with a decimal point or comma, exactly or not at all, and return it as a figure.

    `05` is refused because a point may be missing after the zero. Three digits after the mark are refused as
    ambiguous where they may mean thousands (`1,000` or `1.000`).
    """
    text = typed.strip()
    if not text:
        return Unreadable.EMPTY
    match = _TYPED.fullmatch(text)
    if match is None or text in {".", ","} or len(text) > MOST_DIGITS:
        return Unreadable.NOT_A_NUMBER
    whole, part = match["whole"], match["part"] or ""
    if len(whole) > 1 and whole.startswith("0"):
        return Unreadable.LEADING_ZERO
    if len(part) > decimals:
        return Unreadable.TOO_FINE
    if len(part) == 3 and whole.strip("0"):
        return Unreadable.AMBIGUOUS_GROUP
    behind = part.rstrip("0")
    return f"{whole or '0'}.{behind}" if behind else whole or "0"
