"""Who a rehearsal is about and who takes part in it: what is typed into the set-up and wherever a name is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.people_form import practice_people

DOMAIN = "command_line"


@dataclass(frozen=True, slots=True)
class Cast:
    """The participant's code, the centre, and the three people."""

    participant: str
    centre: str
    surgeon: str
    nurse: str
    investigator: str


def practice_cast() -> Cast:
    """Return who plays in a practice case: the built-in people, and an investigator who is as little real."""
    surgeon, nurse = practice_people()
    return Cast("00-0001", "00", surgeon, nurse, wording.say(DOMAIN, "play.typed.investigator"))
