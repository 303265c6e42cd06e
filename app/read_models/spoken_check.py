"""The spoken check: a syringe taken up for the first time is named aloud with finger, fill mark and what is to give.

What is planned from a syringe is known to the nurse before anything is given, and stays the same while it is said: it
tells no mark. It keeps a whole syringe from being emptied into a finger of which less is planned.

It holds nothing up. It is never asked of a syringe on return, whose mark is read blind, and never while any mark is
owed: then nothing on the nurse's side speaks of marks but her empty pad.
"""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.rooms import time_out_due
from app.read_models.time_out_facts import still_to_give
from injection_plan.commands import ReadSyringeAloud
from injection_plan.procedure import Procedure, SyringeState

DOMAIN = "live"


@dataclass(frozen=True, slots=True)
class SpokenCheck:
    """What is said aloud about the syringe that is taken up now, and the command once it is answered.

    `words` are empty and `answered` is nothing while nothing is to be said. `also` is what the protocol has said at
    every syringe, and stays the same for the whole case; `is_kept` is whether the protocol has the check at all.
    """

    is_kept: bool
    also: str = ""
    words: str = ""
    answered: ReadSyringeAloud | None = None


def spoken_check(procedure: Procedure) -> SpokenCheck:
    """Return the spoken check of a case as it stands."""
    check = procedure.protocol.syringe_check
    if check is None:
        return SpokenCheck(is_kept=False)
    also = " ".join(check.also)
    state = _taken_up(procedure)
    if state is None or state.fill is None:
        return SpokenCheck(is_kept=True, also=also)
    words = wording.say(
        DOMAIN,
        "spoken.syringe",
        number=state.syringe.number,
        finger=wording.finger(state.syringe.finger),
        mark=wording.volume(state.fill.mark),
        to_give=wording.volume(still_to_give(procedure, state.syringe.number)),
    )
    text = f"{words}. {also}" if also else words
    ask = wording.say(DOMAIN, "spoken.ask", words=words)
    return SpokenCheck(True, also, ask, ReadSyringeAloud(syringe=state.syringe.number, text=text))


def _taken_up(procedure: Procedure) -> SyringeState | None:
    """Return the syringe that is taken up now and was neither used nor read aloud before, where it is its turn."""
    current = procedure.current
    if current is None or procedure.owed is not None:
        return None
    if procedure.paused or time_out_due(procedure) is not None:
        return None
    state = procedure.syringe(current.syringe)
    return None if state.used or current.syringe in procedure.prepared.read_aloud else state
