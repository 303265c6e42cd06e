"""Volume: a whole number of microlitres, exact in every sum, read from text or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

MICROLITRES_IN_A_MILLILITRE = 1000
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


def _from_stored(value: object) -> Volume:
    if isinstance(value, Volume):
        return value
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("a volume is a whole number of microlitres")
    return Volume(value)


def _of_a_dose(value: object) -> Volume:
    volume = _from_stored(value)
    if volume <= NOTHING:
        raise ValueError("a dose is more than 0 microlitres")
    return volume


def _of_an_amount(value: object) -> Volume:
    volume = _from_stored(value)
    if volume < NOTHING:
        raise ValueError("an amount is never less than 0 microlitres")
    return volume


def _stored(volume: Volume) -> int:
    return volume.microlitres


Dose = Annotated[Volume, PlainValidator(_of_a_dose), PlainSerializer(_stored, return_type=int)]
"""A volume above nothing, as a field of a stored fact; in JSON it is a whole number of microlitres."""

Amount = Annotated[Volume, PlainValidator(_of_an_amount), PlainSerializer(_stored, return_type=int)]
"""A volume of nothing or more, as a field of a stored fact; in JSON it is a whole number of microlitres."""


class Unreadable(StrEnum):
    """Why a typed volume was refused; the words for it stand in the catalogue."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    LEADING_ZERO = "leading_zero"
    TOO_FINE = "too_fine"
    AMBIGUOUS_GROUP = "ambiguous_group"


def read_volume(text: str, *, decimals: int = 3) -> Volume | Unreadable:
    """Read millilitres typed by a person, with a decimal point or comma, exactly or not at all.

    `decimals` is the finest place accepted (2 for a syringe mark, 3 elsewhere). `05` is refused because a
    point may be missing after the zero, and `1,000` or `1.000` because it may mean a thousand.
    """
    typed = text.strip()
    if not typed:
        return Unreadable.EMPTY
    match = _DECIMAL_NUMBER.fullmatch(typed)
    if match is None or typed in {".", ","}:
        return Unreadable.NOT_A_NUMBER
    whole, part = match["whole"], match["part"] or ""
    if len(whole) > 1 and whole.startswith("0"):
        return Unreadable.LEADING_ZERO
    if len(part) > decimals:
        return Unreadable.TOO_FINE
    if len(part) == 3 and int(whole or "0") != 0:
        return Unreadable.AMBIGUOUS_GROUP
    return Volume(int(whole or "0") * MICROLITRES_IN_A_MILLILITRE + int(part.ljust(3, "0")))
