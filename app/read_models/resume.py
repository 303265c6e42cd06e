"""The question before a case goes on that the program left in its middle: whose it is, and what is stored last."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.read_models.case_list import day
from injection_plan.events import Differed, Entry, Given
from injection_plan.procedure import Procedure

DOMAIN = "cases"


@dataclass(frozen=True, slots=True)
class ResumeQuestion:
    """What is shown before going on: each text ready to read."""

    case: str
    participant: str
    practice: bool
    last_aliquot: str
    last_aliquot_time: str
    next_aliquot: str
    last_entry: str
    standing: tuple[str, ...]
    people: str


def resume_question(procedure: Procedure, entries: tuple[Entry, ...], now: Reading) -> ResumeQuestion:
    """Return the question for a stored case, as it stands at this moment."""
    last = _last_delivery(procedure, entries)
    return ResumeQuestion(
        case=procedure.case,
        participant=procedure.participant,
        practice=procedure.practice,
        last_aliquot=wording.say(DOMAIN, "resume.no_aliquot") if last is None else _named(procedure, last[0]),
        last_aliquot_time="" if last is None else _told(last[1], now),
        next_aliquot=_next(procedure),
        last_entry=_told(entries[-1], now),
        standing=_standing(procedure),
        people=_people(procedure),
    )


def _last_delivery(procedure: Procedure, entries: tuple[Entry, ...]) -> tuple[str, Entry] | None:
    """Return the last entry by which an aliquot or extra pass came to count as given, and its code."""
    extras = procedure.extras
    for entry in reversed(entries):
        match entry.event:
            case Given(aliquot=code):
                pass
            case Differed(aliquot=None):
                code = f"extra-{extras}"
                extras -= 1
            case Differed(aliquot=str() as code):
                pass
            case _:
                continue
        delivery = procedure.delivery(code)
        if delivery is not None and delivery.is_given:
            return code, entry
    return None


def _named(procedure: Procedure, code: str) -> str:
    delivery = procedure.delivery(code)
    assert delivery is not None, "a delivery that counts as given is in the case"
    volume = wording.volume(delivery.counted)
    return wording.say(DOMAIN, "resume.aliquot", aliquot=wording.aliquot(code), volume=volume)


def _next(procedure: Procedure) -> str:
    """Return what is given next, or that nothing is left to give."""
    current = procedure.current
    if current is None or current.planned is None:
        return wording.say(DOMAIN, "resume.nothing_next")
    phrase, volume = wording.aliquot(current.code), wording.volume(current.planned)
    return wording.say(DOMAIN, "resume.aliquot", aliquot=phrase, volume=volume)


def _told(entry: Entry, now: Reading) -> str:
    moment = entry.stamp.recorded
    clock = wording.clock_time(moment, now.offset_minutes)
    ago = wording.duration(now.utc - moment)
    return wording.say(DOMAIN, "resume.time", day=day(moment, now), clock=clock, ago=ago)


def _standing(procedure: Procedure) -> tuple[str, ...]:
    """Return what waits in this case, one sentence each."""
    given = sum(one.is_given for one in procedure.planned)
    told = [wording.say(DOMAIN, "resume.given", given=given, planned=len(procedure.planned))]
    owed = procedure.owed
    told.append(
        wording.say(DOMAIN, "resume.no_mark_owed")
        if owed is None
        else wording.say(DOMAIN, "resume.mark_owed", syringe=owed.syringe)
    )
    if procedure.paused:
        told.append(wording.say(DOMAIN, "resume.paused"))
    return tuple(told)


def _people(procedure: Procedure) -> str:
    if procedure.performer is None or procedure.verifier is None:
        return ""
    return wording.say(
        DOMAIN, "resume.people", performer=procedure.performer.name, verifier=procedure.verifier.name
    )
