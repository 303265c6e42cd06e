"""A person's name as it is typed on a sheet, read or refused with one sentence; practice people stay in practice."""

from __future__ import annotations

from app import wording
from app.read_models.field_said import SaidAtFields
from app.read_models.people_form import LONGEST, is_practice_person, person_named
from injection_plan.people import Person
from injection_plan.procedure import Procedure

DOMAIN = "syringes"


def named_person(where: str, typed: str, procedure: Procedure, fields: SaidAtFields) -> Person | None:
    """Return who is named in a field, or say there why nobody is."""
    person = person_named(typed)
    if person is None and len(typed.strip()) > LONGEST:
        fields.say(where, wording.say(DOMAIN, "wrong.too_long", most=LONGEST))
    elif person is None:
        fields.say(where, wording.say(DOMAIN, f"missing.{where}"))
    elif not procedure.practice and is_practice_person(typed):
        fields.say(where, wording.say(DOMAIN, "wrong.practice_person"))
    return person
