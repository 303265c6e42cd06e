"""How sure a value of a protocol file is, and the measures of its criteria, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import assert_never

from app import wording
from injection_plan.criteria import Bound, DateMeasure, Measure, NumberMeasure, ReferenceMeasure
from injection_plan.protocol import OpenPoint, Protocol, Status

DOMAIN = "protocol_view"


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure something is, in words, and whether somebody still has to confirm or decide it."""

    words: str
    is_open: bool


def name_of(point: OpenPoint) -> str:
    """Return the words of an open point as one name: in small letters, with a line for everything between them."""
    return "_".join(re.findall("[a-z0-9]+", point.point.lower()))


def sure_of(protocol: Protocol, point: str) -> Sure | None:
    """Return how sure the file is of an open point of that name, or None where it has no such point."""
    found = next((one for one in protocol.open_points if name_of(one) == point), None)
    return None if found is None else sure(found)


def sure(point: OpenPoint) -> Sure:
    """Return how sure an open point is: proposed, our reading, or confirmed and by whom."""
    if point.confirmed_by is not None:
        return Sure(wording.say(DOMAIN, "status.confirmed_by", name=point.confirmed_by), is_open=False)
    return Sure(_status(point.status), point.status is not Status.CONFIRMED)


def _status(status: Status) -> str:
    return wording.say(DOMAIN, f"status.{status.value.replace(' ', '_')}")


def measure_words(measure: Measure) -> str:
    """Return what is compared for a criterion, with its limits and unit."""
    match measure:
        case NumberMeasure():
            unit = f"\N{NO-BREAK SPACE}{measure.unit}" if measure.unit else ""
            return wording.say(
                DOMAIN, "measure.number", label=measure.label, bounds=_bounds(measure.bounds), unit=unit
            )
        case ReferenceMeasure():
            return wording.say(DOMAIN, "measure.times", label=measure.label, bounds=_bounds(measure.bounds))
        case DateMeasure():
            near = wording.say(DOMAIN, f"measure.{measure.within.value.replace(' ', '_')}")
            return wording.say(DOMAIN, "measure.date", label=measure.label, months=measure.months, near=near)
        case _:
            assert_never(measure)


def _bounds(bounds: tuple[Bound, ...]) -> str:
    return ", ".join(
        wording.say(DOMAIN, f"bound.{one.relation.value.replace(' ', '_')}", limit=one.limit)
        for one in bounds
    )
