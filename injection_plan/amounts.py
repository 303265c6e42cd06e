"""Volumes as fields of stored facts: whole microlitres in JSON, refused when they are anything else."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

from injection_plan.volume import NOTHING, Volume


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
