"""The second sheet looked at: what another person reads, compared with nothing before it is recorded.

A reading is held against the size of the syringe and never against what was drawn up: a sentence that knew the
first reading would give it away. It belongs to the fill that stood when its first digit was typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models import syringes_form as form
from app.read_models.entered_volume import MARK_DECIMALS, has_slipped, read_entered
from app.read_models.field_said import Bearing, Said, SaidAtFields
from app.read_models.named_person import named_person
from app.read_models.syringes_form import ReadingsText, ReadingText, reading_field
from injection_plan.commands import CheckSyringes
from injection_plan.procedure import Procedure
from injection_plan.product import SyringeCheck
from injection_plan.volume import NOTHING, Volume

DOMAIN = "syringes"


@dataclass(frozen=True, slots=True)
class ReadingsCheck:
    """What came of looking at the second sheet; with nothing typed there is neither command nor sentence."""

    command: CheckSyringes | None
    said: dict[str, Said]

    @property
    def holds_back(self) -> bool:
        """Whether anything stands against recording the sheet."""
        return any(one.holds_back for one in self.said.values())


def check_readings(
    text: ReadingsText, procedure: Procedure, refilled: frozenset[int] = frozenset()
) -> ReadingsCheck:
    """Look at the second sheet as it stands; `refilled` are about to be recorded as filled anew."""
    typed = [one for one in text.readings if one.mark.strip()]
    if not typed:
        return ReadingsCheck(None, {})
    look = _Look(text, procedure, refilled)
    read = tuple(check for one in typed if (check := look.reading(one)) is not None)
    if look.checker is None or look.fields.hold_back:
        return ReadingsCheck(None, look.fields.said)
    return ReadingsCheck(CheckSyringes(checks=read, by=look.checker), look.fields.said)


class _Look:
    """One look at the second sheet."""

    def __init__(self, text: ReadingsText, procedure: Procedure, refilled: frozenset[int]) -> None:
        self._text = text
        self._refilled = refilled
        self._case = procedure
        self.fields = SaidAtFields()
        self.checker = named_person(form.CHECKER, text.checker, procedure, self.fields)

    def reading(self, typed: ReadingText) -> SyringeCheck | None:
        """Return what was read on a syringe that is filled, as it was filled when the reading was begun."""
        where, state = reading_field(typed.syringe), self._case.syringe(typed.syringe)
        if state.fill is None or state.filled is None:
            self._wrong(where, "wrong.not_filled")
            return None
        if typed.syringe in self._refilled or (typed.of is not None and typed.of != state.filled):
            self._wrong(where, "wrong.filled_anew")
            return None
        if self.checker is not None and state.filled.acted_by.is_same_as(self.checker):
            self._wrong(form.CHECKER, "wrong.by_the_filler", name=self.checker.name, syringe=typed.syringe)
        mark = read_entered(typed.mark, decimals=MARK_DECIMALS)
        if isinstance(mark, Volume):
            return self._within(where, typed, mark, state.syringe.size)
        self.fields.say(where, mark)
        return None

    def _within(self, where: str, typed: ReadingText, mark: Volume, size: Volume) -> SyringeCheck | None:
        if mark <= NOTHING:
            self._wrong(where, "wrong.no_volume")
            return None
        if mark > size:
            self._wrong(where, "wrong.mark_above_size", size=wording.volume(size))
            return None
        if has_slipped(mark, size) and (where, typed.mark) not in self._text.confirmed:
            words = {"volume": wording.volume(mark), "size": wording.volume(size)}
            self.fields.say(where, wording.say(DOMAIN, "question.slip", **words), Bearing.QUESTIONED)
        return SyringeCheck(syringe=typed.syringe, mark=mark)

    def _wrong(self, where: str, key: str, **words: str | int) -> None:
        self.fields.say(where, wording.say(DOMAIN, key, **words))
