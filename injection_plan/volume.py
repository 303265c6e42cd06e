"""Volume: a whole number of microlitres, exact in every sum, read from text or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MICROLITRES_IN_A_MILLILITRE = 1000
MOST_CHARACTERS = 20  # of a typed volume; what is longer is no volume that anybody measured
_DECIMAL_NUMBER = re.compile(r"(?P<whole>[0-9]*)(?:[.,](?P<part>[0-9]*))?")


@dataclass(frozen=True, slots=True, order=True)
class Volume:
    """An amount of product in whole microlitres; negative only as a difference, never as a dose."""

    microlitres: int

    def __add__(self, other: Volume) -> Volume:
        """Return the exact sum."""
        return Volume(self.microlitres + other.microlitres)

    def __sub__(self, other: Volume) -> Volume:
        """Return the exact difference, which may be negative."""
        return Volume(self.microlitres - other.microlitres)

    def __neg__(self) -> Volume:
        """Return the opposite amount, as the reversal of a posting needs it."""
        return Volume(-self.microlitres)

    def __abs__(self) -> Volume:
        """Return the size of a difference."""
        return Volume(abs(self.microlitres))

    def __bool__(self) -> bool:
        """Say whether there is anything at all."""
        return self.microlitres != 0


NOTHING = Volume(0)


def total(volumes: Iterable[Volume]) -> Volume:
    """Return the exact sum of any number of volumes; of none it is nothing."""
    return Volume(sum(volume.microlitres for volume in volumes))


class Unreadable(StrEnum):
    """Why a typed volume was refused; the words for it stand in the catalogue."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    LEADING_ZERO = "leading_zero"
    TOO_FINE = "too_fine"
    AMBIGUOUS_GROUP = "ambiguous_group"


def split_number(text: str, *, decimals: int, longest: int = MOST_CHARACTERS) -> tuple[str, str] | Unreadable:
    """Return the digits before and behind the decimal point or comma of what a person typed, or why it is refused.

    `05` is refused because a point may be missing after the zero, and `1,000` or `1.000` because it may mean a
    thousand.
    """
    typed = text.strip()
    if not typed:
        return Unreadable.EMPTY
    match = _DECIMAL_NUMBER.fullmatch(typed)
    if match is None or typed in {".", ","} or len(typed) > longest:
        return Unreadable.NOT_A_NUMBER
    whole, part = match["whole"], match["part"] or ""
    if len(whole) > 1 and whole.startswith("0"):
        return Unreadable.LEADING_ZERO
    if len(part) > decimals:
        return Unreadable.TOO_FINE
    if len(part) == 3 and whole.strip("0"):
        return Unreadable.AMBIGUOUS_GROUP
    return whole or "0", part


def read_volume(text: str, *, decimals: int = 3) -> Volume | Unreadable:
    """Read millilitres typed by a person, exactly or not at all.

    `decimals` is the finest place accepted (2 for a syringe mark, 3 elsewhere).
    """
    digits = split_number(text, decimals=decimals)
    if isinstance(digits, Unreadable):
        return digits
    whole, part = digits
    return Volume(int(whole) * MICROLITRES_IN_A_MILLILITRE + int(part.ljust(3, "0")))
