"""The two sheets of the syringes as they are typed: the fills by one person, and the blind reading by another.

The second sheet knows nothing of the first: neither label, nor volume, nor sum is in its text or its words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app import wording
from app.read_models.entered_volume import read_entered
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure, SyringeState

FILLER = "filler"
CHECKER = "checker"
IN_ALL = "in_all"
UNPRIMED = "unprimed"
"""Where it is asked about fill marks that leave nothing for the entered priming loss."""


def label_field(syringe: int) -> str:
    """Return the name of the field for a syringe's label."""
    return f"label.{syringe}"


def drawn_up_field(syringe: int) -> str:
    """Return the name of the field for what was drawn up into a syringe."""
    return f"drawn_up.{syringe}"


def mark_field(syringe: int) -> str:
    """Return the name of the field for the mark that a syringe starts at."""
    return f"mark.{syringe}"


def unprimed_field(syringe: int) -> str:
    """Return the name under which it is confirmed that a fill mark equals what was drawn up."""
    return f"{UNPRIMED}.{syringe}"


def reading_field(syringe: int) -> str:
    """Return the name of the field for what the second person reads."""
    return f"reading.{syringe}"


@dataclass(frozen=True, slots=True)
class FillText:
    """What is typed for one syringe: its label, what was drawn up, and the mark it starts at."""

    syringe: int
    label: str = ""
    drawn_up: str = ""
    mark: str = ""

    @property
    def volumes(self) -> str:
        """Both figures letter by letter, as a confirmation of the two together holds for them."""
        return f"{self.drawn_up}|{self.mark}"

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is typed for it."""
        return not (self.label.strip() or self.drawn_up.strip() or self.mark.strip())


@dataclass(frozen=True, slots=True)
class FillsText:
    """The first sheet as it stands; `confirmed` are fields with the text that is right as it stands."""

    fills: tuple[FillText, ...]
    filler: str = ""
    confirmed: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadingText:
    """What the second person typed for one syringe, and the fill that stood when they began to type."""

    syringe: int
    mark: str = ""
    of: Stamp | None = None


@dataclass(frozen=True, slots=True)
class ReadingsText:
    """The second sheet as it stands; `confirmed` are fields with the text that is right as it stands."""

    readings: tuple[ReadingText, ...]
    checker: str = ""
    confirmed: frozenset[tuple[str, str]] = frozenset()


def stored_fills(procedure: Procedure) -> FillsText:
    """Return the first sheet as what is stored fills it; the filler is who filled last."""
    stamps = [state.filled for state in procedure.syringes if state.filled is not None]
    last = max(stamps, key=lambda stamp: stamp.recorded, default=None)
    return FillsText(
        tuple(_fill_text(state) for state in procedure.syringes),
        last.acted_by.name if last is not None else "",
    )


def _fill_text(state: SyringeState) -> FillText:
    number, fill = state.syringe.number, state.fill
    if fill is None:
        return FillText(number)
    return FillText(number, fill.label or "", wording.number(fill.drawn_up), wording.number(fill.mark))


def kept_fills(typed: FillsText, before: FillsText, stored: FillsText) -> FillsText:
    """Return the first sheet after something was stored: what was typed since `before` stays, all else is as stored."""
    was = {one.syringe: one for one in before.fills}
    now = {one.syringe: one for one in typed.fills}
    fills = tuple(_kept(now.get(one.syringe), was.get(one.syringe), one) for one in stored.fills)
    filler = stored.filler if typed.filler == before.filler else typed.filler
    return FillsText(fills, filler, typed.confirmed)


def _kept(typed: FillText | None, before: FillText | None, stored: FillText) -> FillText:
    if typed is None or before is None:
        return stored
    touched = {
        name: getattr(typed, name)
        for name in ("label", "drawn_up", "mark")
        if getattr(typed, name) != getattr(before, name)
    }
    return replace(stored, **touched)


def kept_readings(typed: ReadingsText, before: Procedure | None, now: Procedure) -> ReadingsText:
    """Return the second sheet after something was stored: a reading that is recorded now leaves it blank again."""

    def after(one: ReadingText) -> ReadingText:
        checked = now.syringe(one.syringe).checked
        was = before.syringe(one.syringe).checked if before is not None else None
        is_recorded = checked is not None and checked != was and read_entered(one.mark) == checked.check.mark
        return ReadingText(one.syringe) if is_recorded else one

    return replace(typed, readings=tuple(after(one) for one in typed.readings))


def same_for_all(text: FillsText, drawn_up: str, mark: str, procedure: Procedure | None) -> FillsText:
    """Return the sheet with these texts in every field that is empty, of syringes for which something is planned.

    What is typed is never written over; without a plan every syringe is wanted.
    """
    idle = unplanned(procedure) if procedure is not None else frozenset[int]()
    fills = tuple(
        one
        if one.syringe in idle
        else replace(
            one,
            drawn_up=one.drawn_up if one.drawn_up.strip() else drawn_up.strip(),
            mark=one.mark if one.mark.strip() else mark.strip(),
        )
        for one in text.fills
    )
    return replace(text, fills=fills)


def unplanned(procedure: Procedure) -> frozenset[int]:
    """Return the syringes for which the plan has nothing; none while there is no plan."""
    if procedure.plan is None:
        return frozenset()
    wanted = {procedure.protocol.aliquot(code).syringe for code in procedure.plan.order}
    return frozenset(state.syringe.number for state in procedure.syringes) - wanted
