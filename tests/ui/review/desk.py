"""A case at the desk: a real journal, a counted clock, a session, and the review screen that is wired to it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.clock import Reading
from app.journal import Journal
from app.practice import Room, ready_practice_case
from app.read_models.new_case_steps import Edition
from app.session import Session
from injection_plan.anatomy import Hand
from injection_plan.commands import (
    Command,
    Give,
    LeaveMarkUnread,
    Omit,
    PassTimeOut,
    ReadMark,
    RecordDifference,
    Stop,
)
from injection_plan.events import Entry, Event
from injection_plan.people import Role
from injection_plan.procedure import Procedure
from injection_plan.rules.verification import owed_marks, seen_mark
from injection_plan.volume import NOTHING, Volume
from tests.stories.people import shipped_protocol


@dataclass
class CountedClock:
    """Every look at it is twenty seconds later, so that no lock-out stands in the way."""

    reading: Reading = Reading(datetime(2026, 11, 22, 2, 0, tzinfo=UTC), 480, 5_000, "first")

    def now(self) -> Reading:
        later = self.reading.utc + timedelta(seconds=20)
        self.reading = replace(self.reading, utc=later, tick_ms=self.reading.tick_ms + 20_000)
        return self.reading


class Desk:
    """Drives a practice case by commands up to where the screen takes over."""

    def __init__(self, folder: Path) -> None:
        self.journal = Journal.open(folder, reserve_bytes=65_536)
        edition = Edition(shipped_protocol(), "0" * 64, "0.1.0", practice=True)
        room = Room(self.journal, CountedClock(), "desk 1")
        self.session: Session = ready_practice_case(room, edition)

    @property
    def procedure(self) -> Procedure:
        assert self.session.procedure is not None
        return self.session.procedure

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.session.entries

    @property
    def last(self) -> Event:
        return self.entries[-1].event

    def do(self, command: Command, role: Role | None = None) -> None:
        refusal = self.session.submit(command, role=role)
        assert refusal is None, refusal

    def give(self) -> None:
        current = self.procedure.current
        assert current is not None
        hand = self.procedure.protocol.aliquot(current.code).path.finger.hand
        if hand not in self.procedure.time_outs:
            self.time_out(hand)
        assert current.planned is not None
        self.do(Give(aliquot=current.code, volume=current.planned, seen=self.procedure.seen(current.code)))

    def time_out(self, hand: Hand) -> None:
        self.do(PassTimeOut(hand=hand, lines=self.procedure.protocol.time_out))

    def read(self, off: int = 0) -> None:
        owed = owed_marks(self.procedure)[0]
        expected = self.procedure.syringe(owed.syringe).expected
        assert expected is not None
        mark = max(expected + Volume(off), NOTHING)
        self.do(
            ReadMark(
                occasion=owed.occasion,
                syringe=owed.syringe,
                about=owed.about,
                mark=mark,
                seen=seen_mark(self.procedure, owed),
            )
        )

    def leave_unread(self) -> None:
        owed = owed_marks(self.procedure)[0]
        self.do(
            LeaveMarkUnread(
                occasion=owed.occasion,
                syringe=owed.syringe,
                about=owed.about,
                seen=seen_mark(self.procedure, owed),
            )
        )

    def give_all(self) -> "Desk":
        while self.procedure.current is not None:
            self.give()
            self.read()
        return self

    def give_with_troubles(self) -> "Desk":
        """One omission, one other volume, one mark that differs, one not read, and a stop before the last finger."""
        for turn in range(32):
            current = self.procedure.current
            assert current is not None
            if turn == 5:
                reason = "ulcer at the site"
                self.do(Omit(aliquot=current.code, reason=reason, seen=self.procedure.seen(current.code)))
                continue
            if turn == 9:
                self.differ(current.code, 200)
                self.read()
                continue
            self.give()
            if turn == 12:
                self.read(60)
                self.read(60)
            elif turn == 17:
                self.leave_unread()
            else:
                self.read()
        self.do(Stop(reason="the participant asked to stop"))
        return self

    def differ(self, code: str, microlitres: int) -> None:
        self.do(
            RecordDifference(
                aliquot=code,
                syringe=self.procedure.protocol.aliquot(code).syringe,
                volume=Volume(microlitres),
                place=None,
                happened_at=None,
                reason="resistance",
            )
        )
