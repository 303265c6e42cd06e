"""What is said of each syringe on the two sheets: everything on the first, and nothing of the first on the second."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app import wording
from app.read_models.field_said import Bearing, Said
from app.read_models.syringes_form import unplanned
from injection_plan.plan_checks import check_differs
from injection_plan.procedure import Procedure, SyringeState

DOMAIN = "syringes"


@dataclass(frozen=True, slots=True)
class SyringeWords:
    """How a syringe stands: in a word or two, as a whole phrase, and as a sentence where it asks for something."""

    short: str
    whole: str
    said: Said | None = None
    agrees: bool = False


def fill_states(procedure: Procedure) -> dict[int, SyringeWords]:
    """Return how each syringe stands on the first sheet, with both figures where the two readings differ."""
    idle = unplanned(procedure)
    return {
        state.syringe.number: _fill_state(procedure, state, is_idle=state.syringe.number in idle)
        for state in procedure.syringes
    }


def reading_states(procedure: Procedure) -> dict[int, SyringeWords]:
    """Return how each syringe stands on the second sheet, without a figure of either reading."""
    return {state.syringe.number: _reading_state(procedure, state) for state in procedure.syringes}


def _fill_state(procedure: Procedure, state: SyringeState, *, is_idle: bool) -> SyringeWords:
    if state.fill is None or state.filled is None:
        return _words("nothing_planned" if is_idle else "empty")
    filler = state.filled.acted_by.name
    if state.checked is None:
        return _words("filled", person=filler)
    checker = state.checked.stamp.acted_by.name
    if not check_differs(procedure, state):
        return replace(_words("agrees", filler=filler, person=checker), agrees=True)
    words = {"filled": wording.volume(state.fill.mark), "read": wording.volume(state.checked.check.mark)}
    differs = _words("differs", filler=filler, checker=checker, **words)
    return replace(differs, said=Said(differs.whole, Bearing.WARNS))


def _reading_state(procedure: Procedure, state: SyringeState) -> SyringeWords:
    if state.fill is None:
        return _words("blind_not_filled")
    if state.checked is None:
        return _words("blind_to_read")
    if check_differs(procedure, state):
        differs = _words("blind_differs")
        return replace(differs, said=Said(differs.whole, Bearing.WARNS))
    return replace(_words("blind_agrees", person=state.checked.stamp.acted_by.name), agrees=True)


def _words(key: str, **fields: str | int) -> SyringeWords:
    whole = wording.say(DOMAIN, f"state.{key}", **fields)
    return SyringeWords(wording.say(DOMAIN, f"short.{key}"), whole)


def counts(procedure: Procedure) -> tuple[str, str]:
    """Return how many syringes are filled, and how many of those a second person has read, as n of all."""
    wanted = len(procedure.syringes) - len(unplanned(procedure))
    filled = sum(state.fill is not None for state in procedure.syringes)
    read = sum(state.checked is not None for state in procedure.syringes)
    return (
        wording.say(DOMAIN, "count", done=filled, all=max(wanted, filled)),
        wording.say(DOMAIN, "count", done=read, all=max(wanted, filled)),
    )


def team_names(procedure: Procedure) -> tuple[str, ...]:
    """Return the people who are named already, for whoever would rather press than type."""
    people = (procedure.verifier, procedure.performer)
    return tuple(person.name for person in people if person is not None)
