"""Rules of the product: described as it is known, drawn up by one person and read blind by another."""

from __future__ import annotations

import re

from injection_plan import commands, events
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.product import SyringeFill
from injection_plan.rules import gates
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.volume import total


def describe_product(
    procedure: Procedure, command: commands.DescribeProduct, stamp: Stamp
) -> events.ProductDescribed | Refusal:
    """Accept the product: no time of it ahead, processing in order, and a label that is this participant's."""
    if refusal := gates.before_start(procedure):
        return refusal
    process = command.process
    times = [process.started_at, process.ended_at, command.ready_at]
    known = [one for one in times if one is not None]
    if any(one > stamp.recorded for one in known):
        return Refusal(Why.IN_THE_FUTURE)
    if known != sorted(known):
        return Refusal(Why.TIMES_OUT_OF_ORDER)
    if process.label is not None and process.label != procedure.participant:
        return Refusal(Why.OTHER_PARTICIPANT, process.label)
    if process.sample is not None and process.sample > command.prepared:
        return Refusal(Why.SAMPLE_ABOVE_PREPARED)
    filled = total(state.fill.drawn_up for state in procedure.syringes if state.fill is not None)
    if filled > command.prepared:
        return Refusal(Why.TOO_MUCH_DRAWN_UP)
    return events.ProductDescribed(
        prepared=command.prepared, lot=command.lot, ready_at=command.ready_at, process=process
    )


def fill_syringes(procedure: Procedure, command: commands.FillSyringes) -> events.SyringesFilled | Refusal:
    """Accept fills of the syringes: no mark above what was drawn up, no more than was prepared, no label twice.

    A syringe for which nothing is planned may stay empty; approval asks for the others.
    """
    if refusal := gates.before_start(procedure):
        return refusal
    if procedure.product is None:
        return Refusal(Why.NO_PRODUCT)
    sizes = {state.syringe.number: state.syringe.size for state in procedure.syringes}
    filled = {state.syringe.number: state.fill for state in procedure.syringes if state.fill}
    for fill in command.fills:
        number = str(fill.syringe)
        if fill.syringe not in sizes:
            return Refusal(Why.SYRINGE_MISSING, number)
        if fill.mark > sizes[fill.syringe]:
            return Refusal(Why.ABOVE_SYRINGE_SIZE, number)
        if fill.mark > fill.drawn_up:
            return Refusal(Why.MARK_ABOVE_DRAWN_UP, number)
        if refusal := _label_refused(procedure, fill):
            return refusal
        filled[fill.syringe] = fill
    if total(fill.drawn_up for fill in filled.values()) > procedure.product.prepared:
        return Refusal(Why.TOO_MUCH_DRAWN_UP)
    labels = [fill.label for fill in filled.values() if fill.label is not None]
    if twice := [label for label in labels if labels.count(label) > 1]:
        return Refusal(Why.LABEL_TWICE, twice[0])
    return events.SyringesFilled(fills=command.fills)


def _label_refused(procedure: Procedure, fill: SyringeFill) -> Refusal | None:
    if fill.label is None or not names_another(
        procedure.protocol.participant_code, procedure.participant, fill.label
    ):
        return None
    return Refusal(Why.OTHER_PARTICIPANT, fill.label)


def names_another(pattern: str, participant: str, label: str) -> bool:
    """Say whether a label carries a participant code, and none that is this participant's.

    A code within a longer number is none: the lot C800-2231 names nobody.
    """
    codes = [found.group() for found in re.finditer(rf"(?<![0-9])(?:{pattern})(?![0-9])", label)]
    return bool(codes) and participant not in codes


def check_syringes(procedure: Procedure, command: commands.CheckSyringes) -> events.SyringesChecked | Refusal:
    """Accept the blind reading of filled syringes by somebody who did not fill them; whether it agrees is derived."""
    if refusal := gates.before_start(procedure):
        return refusal
    states = {state.syringe.number: state for state in procedure.syringes}
    for check in command.checks:
        number = str(check.syringe)
        state = states.get(check.syringe)
        if state is None or state.fill is None or state.filled is None:
            return Refusal(Why.SYRINGE_MISSING, number)
        if state.filled.acted_by.is_same_as(command.by):
            return Refusal(Why.CHECKED_BY_THE_FILLER, command.by.name)
        if check.mark > state.syringe.size:
            return Refusal(Why.ABOVE_SYRINGE_SIZE, number)
    return events.SyringesChecked(checks=command.checks)


def enter_handling(procedure: Procedure, command: commands.EnterHandling) -> events.HandlingEntered | Refusal:
    """Accept expected losses and counts, of items that the protocol lists, each once."""
    if refusal := gates.before_start(procedure):
        return refusal
    known = [supply.supply for supply in procedure.protocol.supplies]
    counted = [one.supply for one in command.handling.supplies]
    if strange := [name for name in counted if name not in known or counted.count(name) > 1]:
        return Refusal(Why.NO_SUCH_LINE, strange[0])
    return events.HandlingEntered(handling=command.handling)
