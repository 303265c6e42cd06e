"""From a checked form to a case ready for its time-out: the next command that is still missing, one by one.

Each step is stored by itself. If storing fails in the middle, or the program ends, the same question asked again
goes on with the first step that is not on disk; nothing is entered twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from injection_plan.commands import (
    ApprovePlan,
    Command,
    DescribeProduct,
    DraftPlan,
    FillSyringes,
    NameTeam,
    OpenCase,
)
from injection_plan.people import Person
from injection_plan.plan import plan_as_the_protocol_says
from injection_plan.procedure import Procedure
from injection_plan.product import SyringeFill
from injection_plan.protocol import Protocol
from injection_plan.volume import Volume


@dataclass(frozen=True, slots=True)
class NewCase:
    """What the form says, checked: who, where, which product, and how each syringe was filled."""

    participant: str
    centre: str
    performer: Person
    verifier: Person
    prepared: Volume
    lot: str | None
    ready_at: datetime | None
    fills: tuple[SyringeFill, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """Under what a case is opened: the protocol, its digest (64 hex digits), the software, practice or not."""

    protocol: Protocol
    digest: str
    software: str
    practice: bool = False


def next_step(wanted: NewCase, stored: Procedure | None, case: str, edition: Edition) -> Command | None:
    """Return the next command on the way to an approved plan, or nothing when the case has come that far."""
    if stored is None:
        return OpenCase(
            case=case,
            participant=wanted.participant,
            centre=wanted.centre,
            practice=edition.practice,
            protocol=edition.protocol,
            protocol_digest=edition.digest,
            software=edition.software,
        )
    if (stored.performer, stored.verifier) != (wanted.performer, wanted.verifier):
        return NameTeam(performer=wanted.performer, verifier=wanted.verifier)
    product = DescribeProduct(prepared=wanted.prepared, lot=wanted.lot, ready_at=wanted.ready_at)
    if _differs(stored, product):
        return product
    if tuple(state.fill for state in stored.syringes) != wanted.fills:
        return FillSyringes(fills=wanted.fills)
    plan = plan_as_the_protocol_says(stored.protocol)
    if stored.plan != plan:
        return DraftPlan(plan=plan)
    return None if stored.approved else ApprovePlan(seen=stored.version)


def _differs(stored: Procedure, product: DescribeProduct) -> bool:
    known = stored.product
    return known is None or (known.prepared, known.lot, known.ready_at) != (
        product.prepared,
        product.lot,
        product.ready_at,
    )
