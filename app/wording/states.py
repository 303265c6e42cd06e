"""The words for states: phases of a case, standings of an aliquot, roles, views, answers."""

from __future__ import annotations

from functools import cache

from app.wording.catalogue import say
from injection_plan.terms import Injected, Occasion, Phase, Role, Standing
from injection_plan.views import View

DOMAIN = "procedure"


def _key(group: str, value: str) -> str:
    return f"{group}.{value.replace(' ', '_').replace('-', '_')}"


def phase(which: Phase) -> str:
    """Return where a case is in its life."""
    return say(DOMAIN, _key("phase", which.value))


@cache
def standing(which: Standing) -> str:
    """Return what an aliquot is."""
    return say(DOMAIN, _key("standing", which.value))


def role(which: Role) -> str:
    """Return a role as the room calls it: Surgeon, Nurse."""
    return say(DOMAIN, _key("role", which.value))


def occasion(which: Occasion) -> str:
    """Return on which occasion a mark is read."""
    return say(DOMAIN, _key("occasion", which.value))


def injected(which: Injected) -> str:
    """Return the answer to whether product was injected."""
    return say(DOMAIN, _key("injected", which.value))


def view(which: View) -> str:
    """Return how the hands are shown: Back of the hands, fingers up, as the patient sees them."""
    return say(DOMAIN, f"view.{which.face.value}.{which.standpoint.value}")
