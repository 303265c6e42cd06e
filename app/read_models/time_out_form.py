"""The time-out before a hand: what is read aloud, who answers, what is not planned, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.rooms import time_out_due
from injection_plan.anatomy import Hand
from injection_plan.commands import PassTimeOut
from injection_plan.events import Continued, Entry, Given, HandedOver, Resumed, TimeOutPassed
from injection_plan.procedure import Delivery, Procedure
from injection_plan.protocol import CheckLine
from injection_plan.terms import Role, Standing
from injection_plan.volume import total

DOMAIN = "cases"


@dataclass(frozen=True, slots=True)
class TimeOutForm:
    """One time-out as it is shown; `not_planned` are phrases with their reasons."""

    hand: Hand
    hand_name: str
    occasion: str
    participant: str
    practice: bool
    performer: str
    verifier: str
    planned: str
    not_planned: tuple[str, ...]
    lines: tuple[CheckLine, ...]

    def missing(self, answered: frozenset[str]) -> tuple[CheckLine, ...]:
        """Return the lines not answered yet, in order."""
        return tuple(line for line in self.lines if line.line not in answered)

    def why_not(self, answered: frozenset[str]) -> str:
        """Return the sentence that says which line is missing; an empty one when none is."""
        missing = self.missing(answered)
        if not missing:
            return ""
        if len(missing) == 1:
            return wording.say(DOMAIN, "time_out.missing_one", line=missing[0].text)
        return wording.say(DOMAIN, "time_out.missing", count=len(missing), line=missing[0].text)

    def passed(self) -> PassTimeOut:
        """Return the command that records every line of this time-out as answered."""
        return PassTimeOut(hand=self.hand, lines=self.lines)


def time_out_form(procedure: Procedure, entries: tuple[Entry, ...]) -> TimeOutForm | None:
    """Return the time-out that is due, or nothing when none is."""
    hand = time_out_due(procedure)
    if hand is None:
        return None
    return TimeOutForm(
        hand=hand,
        hand_name=wording.hand(hand),
        occasion=wording.say(DOMAIN, f"time_out.{_occasion(entries)}"),
        participant=procedure.participant,
        practice=procedure.practice,
        performer=procedure.performer.name if procedure.performer is not None else "",
        verifier=procedure.verifier.name if procedure.verifier is not None else "",
        planned=_planned(procedure, hand),
        not_planned=_not_planned(procedure, hand),
        lines=procedure.protocol.time_out,
    )


def _occasion(entries: tuple[Entry, ...]) -> str:
    """Return why this time-out stands here, by what happened last that asks for one."""
    for entry in reversed(entries):
        match entry.event:
            case Resumed(another_day=True) | Continued(another_day=True):
                return "another_day"
            case HandedOver(role=Role.PERFORMER):
                return "new_surgeon"
            case TimeOutPassed() | Given():
                return "second_hand"
            case _:
                pass
    return "first_hand"


def _on(procedure: Procedure, hand: Hand) -> tuple[Delivery, ...]:
    return tuple(
        one
        for one in procedure.deliveries
        if not one.is_extra and procedure.protocol.aliquot(one.code).path.finger.hand is hand
    )


def _planned(procedure: Procedure, hand: Hand) -> str:
    waiting = [one for one in _on(procedure, hand) if one.standing is Standing.PLANNED]
    volume = total(one.planned for one in waiting if one.planned is not None)
    return wording.say(DOMAIN, "time_out.planned", count=len(waiting), volume=wording.volume(volume))


def _not_planned(procedure: Procedure, hand: Hand) -> tuple[str, ...]:
    return tuple(
        wording.say(
            DOMAIN, "time_out.left_out", aliquot=wording.short_aliquot(one.code), reason=one.reason or ""
        )
        for one in _on(procedure, hand)
        if one.standing is Standing.NOT_PLANNED
    )
