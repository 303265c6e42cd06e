"""How the syringes of a plan are taken up one after the other, each with the passes that it serves on end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from app import wording
from app.read_models.plan_rows import PlanRow, PlanRows
from injection_plan.anatomy import Finger
from injection_plan.protocol import Protocol


@dataclass(frozen=True, slots=True)
class SyringeTurn:
    """The passes that one syringe serves on end, and those of its finger that are not planned.

    `again` says that the syringe had been laid down unfinished before. A finger of which nothing is planned has a
    turn without `rows`.
    """

    syringe: int
    finger: Finger
    heading: str
    size: str
    again: bool
    rows: tuple[PlanRow, ...]
    left_out: tuple[PlanRow, ...]


def turns(protocol: Protocol, plan: PlanRows) -> tuple[SyringeTurn, ...]:
    """Return how the syringes are taken up one after the other; every row of the plan stands in one turn, once."""
    served = [(number, tuple(rows)) for number, rows in groupby(plan.rows, key=lambda row: row.syringe)]
    for number in dict.fromkeys(one.syringe for one in plan.left_out):
        if all(number != other for other, _ in served):
            served.insert(_end_of_hand(protocol, number, [other for other, _ in served]), (number, ()))
    last = {number: place for place, (number, _) in enumerate(served)}
    taken: set[int] = set()
    found: list[SyringeTurn] = []
    for place, (number, rows) in enumerate(served):
        syringe = protocol.syringe(number)
        found.append(
            SyringeTurn(
                syringe=number,
                finger=syringe.finger,
                heading=wording.finger(syringe.finger),
                size=wording.volume(syringe.size),
                again=number in taken,
                rows=rows,
                left_out=tuple(one for one in plan.left_out if one.syringe == number)
                if last[number] == place
                else (),
            )
        )
        taken.add(number)
    return tuple(found)


def _end_of_hand(protocol: Protocol, number: int, served: list[int]) -> int:
    """Return where a syringe stands that serves nothing: behind the others of its hand, so that it lies with them."""
    hand = protocol.syringe(number).hand
    behind = [place for place, other in enumerate(served, start=1) if protocol.syringe(other).hand is hand]
    return behind[-1] if behind else len(served)
