"""Practice: a case with two built-in people and an invented product, apart from every real one.

Everything about it says PRACTICE: its id, its people, its lot. What is prepared for the person who practises is
entered as ordinary entries, acted by the practice people, so that a practice record reads like a real one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app import wording
from app.cases import new_session
from app.clock import Clock, Reading
from app.edition import Edition
from app.journal import Journal
from app.practice_answers import agreeing_checks, clear_day, decisions_in_favour, full_syringes
from app.session import Session
from injection_plan.anatomy import Hand
from injection_plan.answers import Allocation
from injection_plan.commands import (
    ApprovePlan,
    CheckDay,
    CheckSyringes,
    Command,
    DateScreening,
    DecideCriteria,
    DescribeProduct,
    DraftPlan,
    FillSyringes,
    NameTeam,
    OpenCase,
    PassTimeOut,
    SignOffEligibility,
)
from injection_plan.people import Person
from injection_plan.plan import plan_as_the_protocol_says
from injection_plan.plan_checks import Moment
from injection_plan.product import Process
from injection_plan.protocol import Protocol
from injection_plan.rules.refusal import Refusal
from injection_plan.terms import Role

DOMAIN = "procedure"
PARTICIPANT = "00-0000"
CENTRE = "00"


class PracticeRefusedError(RuntimeError):
    """A practice case could not be prepared under its protocol: a fault of the protocol or the program."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep why the procedure refused."""
        super().__init__(wording.refusal(refusal))
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Room:
    """What a practice case needs of its surroundings: where it is stored, the clock, and the workstation's settings."""

    journal: Journal
    clock: Clock
    workstation: str
    given_key: Role = Role.VERIFIER


def practice_surgeon() -> Person:
    """Return the built-in performer of every practice case."""
    return Person(name=wording.say(DOMAIN, "practice.surgeon"))


def practice_nurse() -> Person:
    """Return the built-in verifier of every practice case."""
    return Person(name=wording.say(DOMAIN, "practice.nurse"))


def practice_allocation(protocol: Protocol, told_at: datetime) -> Allocation:
    """Return the allocation of a practice case: the treatment arm, told by nobody real."""
    words = wording.say(DOMAIN, "practice.allocation")
    return Allocation(arm=protocol.arms.treatment, told_by=words, told_at=told_at, reference=words)


def ready_practice_case(room: Room, edition: Edition) -> Session:
    """Return a practice case ready at its first aliquot: every gate before it passed by the practice people."""
    session = new_session(
        room.journal,
        room.clock,
        room.workstation,
        practice_nurse(),
        PARTICIPANT,
        practice=True,
        given_key=room.given_key,
    )
    for command in _until_the_plan(session.case, room.clock.now(), edition):
        _must(session, command)
    _must(session, SignOffEligibility(by=practice_surgeon(), seen=_version(session)))
    _must(session, DraftPlan(plan=plan_as_the_protocol_says(edition.protocol)))
    _must(session, ApprovePlan(seen=_version(session)))
    for hand in Hand:
        due = session.procedure.time_out_lines if session.procedure is not None else ()
        _must(session, PassTimeOut(hand=hand, lines=due))
    return session


def _until_the_plan(case: str, now: Reading, edition: Edition) -> Iterator[Command]:
    protocol = edition.protocol
    fills = full_syringes(protocol)
    yield OpenCase(
        case=case,
        participant=PARTICIPANT,
        centre=CENTRE,
        practice=True,
        allocation=practice_allocation(protocol, now.utc),
        protocol=protocol,
        protocol_digest=edition.digest,
        software=edition.software,
    )
    yield NameTeam(performer=practice_surgeon(), verifier=practice_nurse())
    yield DateScreening(on=Moment(now.utc, now.offset_minutes).today)
    yield DecideCriteria(decisions=decisions_in_favour(protocol), by=practice_surgeon())
    yield CheckDay(answers=clear_day(protocol))
    process = Process(released_by=wording.say(DOMAIN, "practice.allocation"), label=PARTICIPANT)
    yield DescribeProduct(
        prepared=protocol.limits.total,
        lot=wording.say(DOMAIN, "practice.lot"),
        ready_at=None,
        process=process,
    )
    yield FillSyringes(fills=fills, by=practice_nurse())
    yield CheckSyringes(checks=agreeing_checks(fills), by=practice_surgeon())


def _version(session: Session) -> int:
    return session.procedure.version if session.procedure is not None else 0


def _must(session: Session, command: Command) -> None:
    refusal = session.submit(command)
    if refusal is not None:
        raise PracticeRefusedError(refusal)
