"""The plan for one participant: which aliquots in which order, and which are left out for what reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from injection_plan.facts import Fact
from injection_plan.people import Written
from injection_plan.protocol import AliquotCode, Protocol
from injection_plan.volume import Volume, total

DeliveryCode = Annotated[
    str, Field(pattern=r"^([RL]H-[1-5]-(MCP|PIP)-(rad|uln)-(dis|prx)|extra-[1-9][0-9]*)$")
]
"""The code of a planned aliquot, or `extra-1`, `extra-2` … for passes that no plan had."""


class LeftOut(Fact):
    """An aliquot that is not planned, with the performer's reason; it is no deviation.

    `finding` is the number of the hand finding that it follows from, where one was recorded.
    """

    aliquot: AliquotCode
    reason: Written
    finding: Annotated[int, Field(ge=1)] | None = None


class Plan(Fact):
    """The aliquots to give, in order, and those not planned; together they are the protocol's, each once."""

    order: tuple[AliquotCode, ...]
    not_planned: tuple[LeftOut, ...] = ()


def plan_as_the_protocol_says(protocol: Protocol) -> Plan:
    """Return the plan that gives every aliquot in the protocol's own order."""
    return Plan(order=tuple(aliquot.aliquot for aliquot in protocol.aliquots))


def planned_volume(protocol: Protocol, plan: Plan) -> Volume:
    """Return what the plan asks for in all."""
    return total(protocol.aliquot(code).volume for code in plan.order)


def not_planned_volume(protocol: Protocol, plan: Plan) -> Volume:
    """Return what the plan leaves out of the protocol."""
    return total(protocol.aliquot(left_out.aliquot).volume for left_out in plan.not_planned)
