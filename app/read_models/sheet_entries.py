"""The list beside the eligibility page: every criterion under its group, the questions of the day, the sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app import wording
from app.read_models.day_form import DayState
from app.read_models.eligibility_sheet import Bearing, CriterionLine, Sheet, group_name
from injection_plan.criteria import CriterionKind

DOMAIN = "eligibility"


class Part(StrEnum):
    """What an entry of the list leads to; a heading leads nowhere."""

    HEADING = "heading"
    CRITERION = "criterion"
    DAY = "day"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One entry of the list; `otherwise` stands instead of the text where a value says the opposite."""

    part: Part
    title: str
    criterion: str = ""
    text: str = ""
    state: str = ""
    bearing: Bearing = Bearing.OPEN
    otherwise: str = ""
    without_value: bool = False

    @property
    def spoken(self) -> str:
        """The whole entry in one phrase."""
        return ", ".join(one for one in (self.title, self.state, self.otherwise, self.text) if one)


def sheet_entries(sheet: Sheet, day: DayState | None, typed: frozenset[str]) -> tuple[SheetEntry, ...]:
    """Return the list; `typed` are the criteria with something typed that is not decided yet."""
    return tuple(_entries(sheet, day, typed))


def _entries(sheet: Sheet, day: DayState | None, typed: frozenset[str]) -> Iterator[SheetEntry]:
    for kind in CriterionKind:
        of_kind = [one for one in sheet.lines if one.kind is kind]
        if of_kind:
            yield SheetEntry(Part.HEADING, group_name(kind))
        yield from (_criterion(one, is_typed=one.criterion in typed) for one in of_kind)
    yield SheetEntry(Part.HEADING, wording.say(DOMAIN, "group.closing"))
    if day is not None:
        title = wording.say(DOMAIN, "day_check.title")
        yield SheetEntry(Part.DAY, title, text=day.told, state=day.state, bearing=day.bearing)
    sign = sheet.sign_off
    yield SheetEntry(
        Part.SIGN_OFF,
        wording.say(DOMAIN, "sign.title"),
        text=sign.signed or sign.told,
        state=wording.say(DOMAIN, "sign.done" if sign.signed else "sign.open"),
        bearing=sign.bearing,
    )


def _criterion(line: CriterionLine, *, is_typed: bool) -> SheetEntry:
    return SheetEntry(
        part=Part.CRITERION,
        title=line.number,
        criterion=line.criterion,
        text=line.text,
        state=wording.say(DOMAIN, "state.typed") if is_typed else line.state,
        bearing=line.bearing,
        otherwise=line.otherwise,
        without_value=line.without_value,
    )


def first_due(entries: tuple[SheetEntry, ...], about: str, day_lines: frozenset[str]) -> int:
    """Return which entry a finding about a criterion, a question of the day or the page itself leads to.

    A criterion and a question may have one name: the criterion is meant unless nothing is left to do there.
    """
    own = [
        place
        for place, one in enumerate(entries)
        if one.part is Part.CRITERION and one.criterion == about and (one.otherwise or not _is_done(one))
    ]
    day = [place for place, one in enumerate(entries) if one.part is Part.DAY and about in day_lines]
    named = [place for place, one in enumerate(entries) if one.criterion == about and about]
    due = [place for place, one in enumerate(entries) if one.part is not Part.HEADING and not _is_done(one)]
    closing = [place for place, one in enumerate(entries) if one.part is not Part.HEADING]
    return (own or day or named or due or closing)[0]


def _is_done(entry: SheetEntry) -> bool:
    return entry.bearing is Bearing.FOR
