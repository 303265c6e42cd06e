"""Practice: a case with two built-in people and an invented product, apart from every real one.

Everything about it says PRACTICE: its id, its people, its lot. What is prepared for the person who practises is
entered as ordinary entries, acted by the practice people, so that a practice record reads like a real one.
"""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.cases import new_session
from app.clock import Clock
from app.journal import Journal
from app.read_models.new_case_steps import Edition, NewCase, next_step
from app.session import Session
from injection_plan.anatomy import Hand
from injection_plan.commands import Command, PassTimeOut
from injection_plan.events import SyringeFill
from injection_plan.people import Person
from injection_plan.protocol import Protocol
from injection_plan.rules.refusal import Refusal

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
    """What a practice case needs of its surroundings: where it is stored, the clock, and the workstation's name."""

    journal: Journal
    clock: Clock
    workstation: str


def practice_surgeon() -> Person:
    """Return the built-in performer of every practice case."""
    return Person(name=wording.say(DOMAIN, "practice.surgeon"))


def practice_nurse() -> Person:
    """Return the built-in verifier of every practice case."""
    return Person(name=wording.say(DOMAIN, "practice.nurse"))


def ready_practice_case(room: Room, edition: Edition) -> Session:
    """Return a practice case ready at its first aliquot: planned, approved, product entered, both time-outs passed."""
    session = new_session(
        room.journal, room.clock, room.workstation, practice_nurse(), PARTICIPANT, practice=True
    )
    wanted = _practice_case(edition.protocol)
    while command := next_step(wanted, session.procedure, session.case, edition):
        _must(session, command)
    for hand in Hand:
        _must(session, PassTimeOut(hand=hand, lines=edition.protocol.time_out))
    return session


def _practice_case(protocol: Protocol) -> NewCase:
    """Each syringe is filled to its size and its start mark is its size: the untroubled case of the protocol."""
    return NewCase(
        participant=PARTICIPANT,
        centre=CENTRE,
        performer=practice_surgeon(),
        verifier=practice_nurse(),
        prepared=protocol.limits.total,
        lot=wording.say(DOMAIN, "practice.lot"),
        ready_at=None,
        fills=tuple(
            SyringeFill(syringe=syringe.number, drawn_up=syringe.size, mark=syringe.size)
            for syringe in protocol.syringes
        ),
    )


def _must(session: Session, command: Command) -> None:
    refusal = session.submit(command)
    if refusal is not None:
        raise PracticeRefusedError(refusal)
