"""The syringes as they were filled: label, what was drawn up, the fill mark, and what a second person read of it."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.preparation_summary.words import Doer, doer, or_not_recorded, say
from injection_plan.plan_checks import check_differs
from injection_plan.procedure import Procedure, SyringeState


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One syringe; texts for its columns, volumes in millilitres without their unit.

    `second` is the mark that the second person read on a sheet without the first reading; `agrees` says how it turned
    out. Loud where the two lie outside the tolerance.
    """

    number: str
    finger: str
    label: str
    drawn_up: str
    mark: str
    filled: Doer | None
    second: str
    read: Doer | None
    agrees: str
    is_loud: bool


def filled_rows(procedure: Procedure) -> tuple[FilledRow, ...]:
    """Return every syringe of the protocol by its number, filled or not."""
    return tuple(_row(procedure, state) for state in procedure.syringes)


def _row(procedure: Procedure, state: SyringeState) -> FilledRow:
    fill, checked = state.fill, state.checked
    finger = state.syringe.finger
    number = str(state.syringe.number)
    name = say("finger", hand=wording.short_hand(finger.hand), digit=wording.digit(finger.digit))
    if fill is None:
        return FilledRow(number, name, say("not_filled"), "", "", None, "", None, "", is_loud=False)
    differs = check_differs(procedure, state)
    return FilledRow(
        number=number,
        finger=name,
        label=or_not_recorded(fill.label),
        drawn_up=wording.number(fill.drawn_up),
        mark=wording.number(fill.mark),
        filled=None if state.filled is None else doer(state.filled),
        second=or_not_recorded(None if checked is None else wording.number(checked.check.mark)),
        read=None if checked is None else doer(checked.stamp),
        agrees="" if checked is None else say("differs" if differs else "agrees"),
        is_loud=differs,
    )
