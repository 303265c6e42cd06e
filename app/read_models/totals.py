"""The sums of the case and the strip of its aliquots: one truth for the screen's foot and the record."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.blind import Blind
from injection_plan.anatomy import Finger
from injection_plan.procedure import Procedure
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING, Volume, total


@dataclass(frozen=True, slots=True)
class Cell:
    """One aliquot in the strip, in the plan's order; `starts_finger` and `starts_hand` set it apart."""

    code: str
    standing: Standing
    is_current: bool
    starts_finger: bool
    starts_hand: bool
    words: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums in microlitres as far as the reader may know, and the strip."""

    prepared: Volume
    given: Volume
    verified: Volume
    still_to_give: Volume
    omitted: Volume
    not_planned: Volume
    cells: tuple[Cell, ...]


def totals(procedure: Procedure, eyes: Blind) -> Totals:
    """Return the sums of the case; on the nurse's side they stand at the last mark read."""
    planned = total(one.planned or NOTHING for one in procedure.planned)
    omitted = [one for one in procedure.planned if one.standing is Standing.OMITTED]
    left_out = [one for one in procedure.deliveries if one.standing is Standing.NOT_PLANNED]
    unknown = [one for one in procedure.planned if one.standing is Standing.UNKNOWN]
    of_plan = [one for one in procedure.planned if one.is_given and one.code not in eyes.held_back]
    verified = [one for one in procedure.deliveries if one.standing is Standing.VERIFIED]
    done = total(one.planned or NOTHING for one in (*of_plan, *omitted, *unknown))
    return Totals(
        prepared=procedure.product.prepared if procedure.product is not None else NOTHING,
        given=eyes.counted(procedure.deliveries),
        verified=eyes.counted(verified),
        still_to_give=planned - done,
        omitted=total(one.planned or NOTHING for one in omitted),
        not_planned=total(one.planned or NOTHING for one in left_out),
        cells=_cells(procedure),
    )


def _cells(procedure: Procedure) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    before: Finger | None = None
    current = procedure.current
    for one in procedure.deliveries:
        if one.is_extra:
            continue
        finger = procedure.protocol.aliquot(one.code).path.finger
        cells.append(
            Cell(
                code=one.code,
                standing=one.standing,
                is_current=current is not None and current.code == one.code,
                starts_finger=finger != before,
                starts_hand=before is not None and finger.hand is not before.hand,
                words=f"{wording.aliquot(one.code)}: {wording.standing(one.standing)}",
            )
        )
        before = finger
    return tuple(cells)
