"""The names of the people of a case as typed: two different people, and in a real case never the practice people."""

from __future__ import annotations

from app import wording
from injection_plan.people import Person

LONGEST = 120
LEAST_NAME = 2


def practice_people() -> tuple[str, str]:
    """Return the names of the built-in surgeon and nurse, who act in practice cases and nowhere else."""
    return wording.say("procedure", "practice.surgeon"), wording.say("procedure", "practice.nurse")


def is_practice_person(name: str) -> bool:
    """Say whether a typed name is that of a built-in person, whatever its case and spacing."""
    known = person_named(name)
    return known is not None and any(known.is_same_as(Person(name=one)) for one in practice_people())


def person_named(typed: str) -> Person | None:
    """Return the person whom a typed name names, or nothing where it is too short or too long for one."""
    name = " ".join(typed.split())
    return Person(name=name) if LEAST_NAME <= len(name) <= LONGEST else None
