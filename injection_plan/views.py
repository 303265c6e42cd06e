"""How the hands are shown: which face, and from where. It is a fact of the case and stands with the facts."""

from __future__ import annotations

from enum import StrEnum

from injection_plan.facts import Fact


class Face(StrEnum):
    """Which face of the hands is drawn."""

    DORSAL = "dorsal"
    PALMAR = "palmar"


class Standpoint(StrEnum):
    """From where the hands are seen: as the patient sees them, or from across the table."""

    PATIENT = "patient"
    ACROSS = "across"


class View(Fact):
    """A face and a standpoint, the same on every window of a case and on its record."""

    face: Face
    standpoint: Standpoint


FIRST_VIEW = View(face=Face.DORSAL, standpoint=Standpoint.PATIENT)
"""The view of a case until somebody turns it."""

EVERY_VIEW = tuple(View(face=face, standpoint=standpoint) for standpoint in Standpoint for face in Face)
"""All four views, in the order in which turning goes through them."""


def turned(view: View) -> View:
    """Return the view that follows this one when it is turned once."""
    return EVERY_VIEW[(EVERY_VIEW.index(view) + 1) % len(EVERY_VIEW)]
