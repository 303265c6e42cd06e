"""The volume plan: what is there, what is planned, what the entered dead space takes; it states and never advises."""

from __future__ import annotations

from dataclasses import dataclass

from injection_plan.procedure import Procedure
from injection_plan.product import Handling
from injection_plan.protocol import Syringe
from injection_plan.volume import NOTHING, Volume, total


@dataclass(frozen=True, slots=True)
class SyringePlan:
    """One syringe: what is planned from it, what was drawn up, and what is left of that after plan and dead space.

    `drawn_up` is nothing before it is filled; `left_over` then too. A `left_over` below nothing is short by so much.
    """

    syringe: Syringe
    planned: Volume
    drawn_up: Volume | None
    left_over: Volume | None


@dataclass(frozen=True, slots=True)
class VolumePlan:
    """The whole product. `dead_space` is nothing while no loss was entered; a `left_over` below nothing is short.

    `available` is what was prepared less the quality-control sample, or nothing before the product is described.
    """

    available: Volume | None
    planned: Volume
    used: int
    per_syringe: Volume | None
    dead_space: Volume | None
    left_over: Volume | None
    syringes: tuple[SyringePlan, ...]

    @property
    def short_by(self) -> Volume:
        """By how much the product falls short; nothing where it does not."""
        return -self.left_over if self.left_over is not None and self.left_over < NOTHING else NOTHING

    @property
    def is_filled(self) -> bool:
        """Whether every syringe from which something is planned is filled."""
        return all(one.drawn_up is not None for one in self.syringes if one.planned)

    @property
    def short(self) -> tuple[SyringePlan, ...]:
        """The filled syringes that fall short: what another one keeps is not given from these."""
        return tuple(one for one in self.syringes if one.left_over is not None and one.left_over < NOTHING)

    @property
    def keeping(self) -> tuple[SyringePlan, ...]:
        """The filled syringes in which something is left."""
        return tuple(one for one in self.syringes if one.left_over is not None and one.left_over > NOTHING)

    @property
    def not_drawn_up(self) -> Volume | None:
        """What is available and in no syringe; below nothing where more was drawn up than that."""
        if self.available is None:
            return None
        return self.available - total(one.drawn_up for one in self.syringes if one.drawn_up is not None)


def dead_space_of(handling: Handling) -> Volume | None:
    """Return what one syringe loses by what was entered; nothing where neither loss was."""
    changes = None
    if handling.changes is not None and handling.per_change is not None:
        changes = Volume(handling.changes * handling.per_change.microlitres)
    known = [loss for loss in (handling.priming, changes) if loss is not None]
    return total(known) if known else None


def volume_plan(procedure: Procedure) -> VolumePlan:
    """Return how the product meets the plan, in all and syringe by syringe; only syringes that are used lose."""
    per_syringe = dead_space_of(procedure.prepared.handling)
    planned = {state.syringe.number: NOTHING for state in procedure.syringes}
    for code in procedure.plan.order if procedure.plan is not None else ():
        aliquot = procedure.protocol.aliquot(code)
        planned[aliquot.syringe] += aliquot.volume
    used = sum(bool(volume) for volume in planned.values())
    dead_space = None if per_syringe is None else Volume(used * per_syringe.microlitres)
    in_all = total(planned.values())
    available = _available(procedure)
    return VolumePlan(
        available=available,
        planned=in_all,
        used=used,
        per_syringe=per_syringe,
        dead_space=dead_space,
        left_over=None if available is None else available - in_all - (dead_space or NOTHING),
        syringes=tuple(
            _of_a_syringe(state.syringe, planned[state.syringe.number], drawn_up, per_syringe or NOTHING)
            for state in procedure.syringes
            for drawn_up in [None if state.fill is None else state.fill.drawn_up]
        ),
    )


def _available(procedure: Procedure) -> Volume | None:
    product = procedure.product
    return None if product is None else product.prepared - (product.process.sample or NOTHING)


def _of_a_syringe(syringe: Syringe, planned: Volume, drawn_up: Volume | None, dead: Volume) -> SyringePlan:
    lost = dead if planned else NOTHING
    left_over = None if drawn_up is None else drawn_up - lost - planned
    return SyringePlan(syringe, planned, drawn_up, left_over)
