"""How the hands are shown: which face, and from where. It is a fact of the case and stands with the facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal


class Face(StrEnum):
    """Which face of the hands is drawn."""

    DORSAL = "dorsal"
    PALMAR = "palmar"


class Standpoint(StrEnum):
    """From where the hands are seen: as the patient sees them, or from across the table."""

    PATIENT = "patient"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class View:
    """A face and a standpoint, the same on every window of a case and on its record."""

    __pydantic_config__: ClassVar[dict[str, Literal["forbid"]]] = {"extra": "forbid"}

    face: Face
    standpoint: Standpoint

    @property
    def fingers_up(self) -> bool:
        """Whether the fingertips point to the picture's top."""
        return self.standpoint is Standpoint.PATIENT


FIRST_VIEW = View(Face.DORSAL, Standpoint.PATIENT)
"""The view of a case until somebody turns it."""

EVERY_VIEW = tuple(View(face, standpoint) for standpoint in Standpoint for face in Face)
"""All four views, in the order in which turning goes through them."""


def turned(view: View) -> View:
    """Return the view that follows this one when it is turned once."""
    return EVERY_VIEW[(EVERY_VIEW.index(view) + 1) % len(EVERY_VIEW)]
