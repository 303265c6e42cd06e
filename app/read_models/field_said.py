"""What is said at a field of a form: one sentence, and how it bears on recording what stands there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Bearing(StrEnum):
    """How a sentence at a field bears on recording it; what is wrong or in question holds it back."""

    WRONG = "wrong"
    QUESTIONED = "questioned"
    WARNS = "warns"
    AGREES = "agrees"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence at a field; a questioned one goes on only when somebody says that it is right as it stands."""

    sentence: str
    bearing: Bearing = Bearing.WRONG

    @property
    def holds_back(self) -> bool:
        """Whether what stands in the field cannot be recorded yet."""
        return self.bearing in {Bearing.WRONG, Bearing.QUESTIONED}


class SaidAtFields:
    """Gathers sentences while a form is looked at; the first that holds a field back is the one that is kept."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self.said: dict[str, Said] = {}

    def say(self, where: str, sentence: str, bearing: Bearing = Bearing.WRONG) -> None:
        """Say this at a field, unless something that holds it back was said there before."""
        before = self.said.get(where)
        if before is None or not before.holds_back:
            self.said[where] = Said(sentence, bearing)

    @property
    def hold_back(self) -> tuple[str, ...]:
        """The fields at which something stands against recording."""
        return tuple(name for name, one in self.said.items() if one.holds_back)
