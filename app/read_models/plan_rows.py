"""A plan as rows: every pass of the protocol once, in the plan's order or left out with its reason, by syringe.

Made from a protocol and a plan alone, so that the planning screen, the plan sheet and the blank worksheet say the
same words of the same plan, also where no case exists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app import wording
from injection_plan.anatomy import Finger
from injection_plan.plan import LeftOut, Plan, not_planned_volume, planned_volume
from injection_plan.procedure import SyringeState
from injection_plan.procedure.prepared import Checked
from injection_plan.protocol import Protocol, Syringe
from injection_plan.volume import Volume, total

DOMAIN = "papers"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One pass: its place in the order (nothing where it is not planned), its words, and its dose in microlitres.

    `reason` says in one line why it is not planned, and is empty where it is; `finding` is the number of the hand
    finding that it follows from, where one was recorded.
    """

    number: int | None
    code: str
    phrase: str
    short_phrase: str
    finger: Finger
    syringe: int
    dose: Volume
    volume: str
    reason: str = ""
    finding: int | None = None

    @property
    def is_planned(self) -> bool:
        """Whether it stands in the order."""
        return self.number is not None


@dataclass(frozen=True, slots=True)
class SyringeLine:
    """One syringe: its finger and size, how it was filled and by whom, and what the second person read.

    Texts are empty where nobody entered anything. `is_short` says that less is planned from it than the protocol has.
    """

    number: int
    finger: Finger
    hand: str
    digit: str
    size: str
    label: str
    drawn_up: str
    mark: str
    filled_by: str
    checked: str
    planned: str
    is_short: bool


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The plan: what is given in order, what is left out, the syringes by number, and the sums in one phrase."""

    rows: tuple[PlanRow, ...]
    left_out: tuple[PlanRow, ...]
    syringes: tuple[SyringeLine, ...]
    totals: str

    @property
    def numbers(self) -> dict[str, int]:
        """The place of each planned pass in the order, by its code, as the picture is numbered."""
        return {row.code: row.number for row in self.rows if row.number is not None}

    @property
    def every_row(self) -> tuple[PlanRow, ...]:
        """What is planned, then what is not."""
        return (*self.rows, *self.left_out)


def plan_rows(protocol: Protocol, plan: Plan, states: Iterable[SyringeState] = ()) -> PlanRows:
    """Return the rows of a plan; `states` tell how the syringes of a case were filled, where there is a case."""
    rows = tuple(_row(protocol, code, number) for number, code in enumerate(plan.order, start=1))
    by_number = {state.syringe.number: state for state in states}
    return PlanRows(
        rows=rows,
        left_out=tuple(_left_out(protocol, one) for one in plan.not_planned),
        syringes=tuple(_line(one, rows, protocol, by_number.get(one.number)) for one in protocol.syringes),
        totals=_totals(protocol, plan),
    )


def _row(
    protocol: Protocol, code: str, number: int | None, reason: str = "", finding: int | None = None
) -> PlanRow:
    aliquot = protocol.aliquot(code)
    return PlanRow(
        number=number,
        code=code,
        phrase=wording.aliquot(code),
        short_phrase=wording.short_aliquot(code),
        finger=aliquot.path.finger,
        syringe=aliquot.syringe,
        dose=aliquot.volume,
        volume=wording.volume(aliquot.volume),
        reason=reason,
        finding=finding,
    )


def _left_out(protocol: Protocol, one: LeftOut) -> PlanRow:
    return _row(protocol, one.aliquot, None, " ".join(one.reason.split()), one.finding)


def _line(
    syringe: Syringe, rows: tuple[PlanRow, ...], protocol: Protocol, state: SyringeState | None
) -> SyringeLine:
    fill = state.fill if state is not None else None
    mine = [row for row in rows if row.syringe == syringe.number]
    planned = total(row.dose for row in mine)
    whole = total(one.volume for one in protocol.aliquots if one.syringe == syringe.number)
    words = wording.say(DOMAIN, "syringe.planned", count=len(mine), volume=wording.volume(planned))
    return SyringeLine(
        number=syringe.number,
        finger=syringe.finger,
        hand=wording.short_hand(syringe.hand),
        digit=wording.digit(syringe.digit),
        size=wording.volume(syringe.size),
        label="" if fill is None or fill.label is None else fill.label,
        drawn_up="" if fill is None else wording.volume(fill.drawn_up),
        mark="" if fill is None else wording.number(fill.mark),
        filled_by="" if state is None or state.filled is None else state.filled.acted_by.name,
        checked="" if state is None or state.checked is None else _checked(state.checked),
        planned=words if mine else wording.say(DOMAIN, "syringe.nothing_planned"),
        is_short=planned != whole,
    )


def _checked(checked: Checked) -> str:
    mark = wording.volume(checked.check.mark)
    return wording.say(DOMAIN, "syringe.checked", mark=mark, person=checked.stamp.acted_by.name)


def _totals(protocol: Protocol, plan: Plan) -> str:
    planned = wording.say(
        DOMAIN,
        "totals.planned",
        count=len(plan.order),
        all=len(protocol.aliquots),
        volume=wording.volume(planned_volume(protocol, plan)),
    )
    if not plan.not_planned:
        return planned
    left_out = wording.say(
        DOMAIN,
        "totals.not_planned",
        count=len(plan.not_planned),
        volume=wording.volume(not_planned_volume(protocol, plan)),
    )
    return wording.say(DOMAIN, "totals", planned=planned, left_out=left_out)
