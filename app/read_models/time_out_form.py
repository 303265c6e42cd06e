"""The time-out before a hand: what is read aloud, who answers, what is not planned, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.drawing.shapes import Picture
from app.read_models.expiry_lines import ExpiryLine, expiry_lines
from app.read_models.hand_alone import hand_alone
from app.read_models.rooms import time_out_due
from app.read_models.time_out_facts import (
    OtherHand,
    SyringeAtHand,
    approved_with,
    finding_lines,
    left_out_lines,
    on_hand,
    other_hand,
    second_person_lines,
    syringes_at_hand,
)
from injection_plan.anatomy import Hand
from injection_plan.commands import PassTimeOut
from injection_plan.events import (
    Continued,
    Entry,
    Given,
    HandedOver,
    PlanApproved,
    ProductDescribed,
    Reopened,
    Resumed,
    TimeOutPassed,
)
from injection_plan.procedure import Procedure
from injection_plan.protocol import CheckLine, Protocol
from injection_plan.rules import gates
from injection_plan.terms import Role, Standing
from injection_plan.volume import total

DOMAIN = "cases"


@dataclass(frozen=True, slots=True)
class TimeOutForm:
    """One time-out as it is shown: its lines, and beside them everything about the hand that is read aloud.

    `which` says whether this is the whole time-out or the short one, and why; only with the whole one there are the
    `other` hand and the `warnings` that the plan was approved with. `first` is what is given first on this hand.
    `may_go_back` says whether the plan may still be changed. What depends on the time of day is asked with `expiry`.
    """

    hand: Hand
    hand_name: str
    occasion: str
    which: str
    participant: str
    practice: bool
    performer: str
    verifier: str
    planned: str
    not_planned: tuple[str, ...]
    lines: tuple[CheckLine, ...]
    protocol: Protocol
    findings: tuple[str, ...] = ()
    syringes: tuple[SyringeAtHand, ...] = ()
    second_person: tuple[str, ...] = ()
    product: ProductDescribed | None = None
    picture: Picture | None = None
    view: str = ""
    may_go_back: bool = False
    first: str = ""
    other: OtherHand | None = None
    warnings: tuple[str, ...] = ()

    def expiry(self, now: Reading) -> tuple[ExpiryLine, ...]:
        """Return what can be said at this moment about how long the product may be used."""
        return expiry_lines(self.product, self.protocol, now)

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
    is_whole = procedure.time_out_lines == procedure.protocol.time_out
    return TimeOutForm(
        hand=hand,
        hand_name=wording.hand(hand),
        occasion=wording.say(DOMAIN, f"time_out.{_occasion(entries)}"),
        which=_which(procedure, entries),
        participant=procedure.participant,
        practice=procedure.practice,
        performer=procedure.performer.name if procedure.performer is not None else "",
        verifier=procedure.verifier.name if procedure.verifier is not None else "",
        planned=_planned(procedure, hand),
        not_planned=left_out_lines(procedure, hand),
        lines=procedure.time_out_lines,
        protocol=procedure.protocol,
        findings=finding_lines(procedure, hand),
        syringes=syringes_at_hand(procedure, hand),
        second_person=second_person_lines(procedure, hand),
        product=procedure.product,
        picture=hand_alone(procedure, hand),
        view=wording.say(
            DOMAIN, f"time_out.view.{procedure.view.face.value}.{procedure.view.standpoint.value}"
        ),
        may_go_back=gates.before_start(procedure) is None,
        first=_first(procedure),
        other=other_hand(procedure, hand) if is_whole else None,
        warnings=approved_with(procedure, entries) if is_whole else (),
    )


def _occasion(entries: tuple[Entry, ...]) -> str:
    """Return why this time-out stands here, by what happened last that asks for one."""
    for place, entry in reversed(tuple(enumerate(entries))):
        match entry.event:
            case Resumed(another_day=True) | Continued(another_day=True):
                return "another_day"
            case Reopened():
                return "reopened"
            case HandedOver(role=Role.PERFORMER):
                return "new_surgeon"
            case TimeOutPassed() | Given():
                return "second_hand"
            case PlanApproved():
                passed = any(isinstance(one.event, TimeOutPassed) for one in entries[:place])
                return "changed_plan" if passed else "first_hand"
            case _:
                pass
    return "first_hand"


def _which(procedure: Procedure, entries: tuple[Entry, ...]) -> str:
    """Return whether the whole time-out is due, or the short one, and since when that is enough."""
    whole = _last_whole(procedure.protocol, entries)
    if whole is None or procedure.time_out_lines == procedure.protocol.time_out:
        return wording.say(DOMAIN, "time_out.whole")
    time = wording.short_time(whole.stamp.recorded, whole.stamp.offset_minutes)
    return wording.say(DOMAIN, "time_out.short", time=time)


def _last_whole(protocol: Protocol, entries: tuple[Entry, ...]) -> Entry | None:
    asked = {line.line for line in protocol.time_out}
    for entry in reversed(entries):
        if isinstance(entry.event, TimeOutPassed) and asked <= {one.line for one in entry.event.lines}:
            return entry
    return None


def _planned(procedure: Procedure, hand: Hand) -> str:
    waiting = [one for one in on_hand(procedure, hand) if one.standing is Standing.PLANNED]
    volume = total(one.planned for one in waiting if one.planned is not None)
    return wording.say(DOMAIN, "time_out.planned", count=len(waiting), volume=wording.volume(volume))


def _first(procedure: Procedure) -> str:
    one = procedure.current
    if one is None or one.planned is None:
        return ""
    return wording.say(
        DOMAIN,
        "time_out.first",
        aliquot=wording.aliquot(one.code),
        volume=wording.volume(one.planned),
        syringe=one.syringe,
    )
