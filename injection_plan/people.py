"""Who does what: people by full name, their roles, and the stamp that every entry carries."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from injection_plan.facts import Fact
from injection_plan.terms import Role
from injection_plan.times import local_time

Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""Text that a person wrote: never empty, never only blanks."""

FullName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]
"""A person's printed name."""


class Person(Fact):
    """Somebody with a full name; later the staff register will say how that name was proved."""

    name: FullName

    def is_same_as(self, other: Person) -> bool:
        """Say whether two names are one person's, whatever their case and spacing."""
        return " ".join(self.name.casefold().split()) == " ".join(other.name.casefold().split())


class Stamp(Fact):
    """Who acted and who entered it, in which role, where and when it was recorded.

    `recorded` is UTC; `offset_minutes` is the workstation's local offset then. `tick_ms` counts milliseconds
    that no clock change moves, within one `run` of the program, so that a lock-out can be measured.
    """

    acted_by: Person
    role: Role
    entered_by: Person
    workstation: Annotated[str, Field(min_length=1, max_length=80)]
    recorded: AwareDatetime
    offset_minutes: Annotated[int, Field(ge=-1440, le=1440)]
    tick_ms: Annotated[int, Field(ge=0)]
    run: Annotated[str, Field(min_length=1, max_length=40)]


def is_same_local_day(stamp: Stamp, other: Stamp) -> bool:
    """Say whether two entries were recorded on one calendar day of the workstation that made them."""
    return _local_date(stamp) == _local_date(other)


def _local_date(stamp: Stamp) -> tuple[int, int, int]:
    local = local_time(stamp.recorded, stamp.offset_minutes)
    return local.year, local.month, local.day
