"""A case at the desk: a real journal, a counted clock, a session, and the review screen that is wired to it."""

import atexit
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from app.cases import resume_session
from app.clock import Reading
from app.edition import Edition
from app.practice import Room, ready_practice_case
from app.practice_answers import plain_sign_out
from app.session import Session
from injection_plan.anatomy import Hand
from injection_plan.commands import (
    Command,
    Give,
    LeaveMarkUnread,
    Omit,
    PassSignOut,
    PassTimeOut,
    ReadMark,
    RecordDifference,
    Stop,
)
from injection_plan.events import Entry, Event
from injection_plan.procedure import Procedure
from injection_plan.rules.verification import owed_marks, seen_mark
from injection_plan.terms import Role
from injection_plan.volume import NOTHING, Volume
from tests.app.journal.story import small_journal
from tests.stories.people import shipped_protocol


class CountedClock:
    """Every look at it is twenty seconds later, so that no lock-out stands in the way."""

    def __init__(self, hours: int = 0) -> None:
        start = datetime(2026, 11, 22, 2, 0, tzinfo=UTC) + timedelta(hours=hours)
        self.reading = Reading(start, 480, 5_000 + hours * 3_600_000, "first")

    def now(self) -> Reading:
        later = self.reading.utc + timedelta(seconds=20)
        self.reading = replace(self.reading, utc=later, tick_ms=self.reading.tick_ms + 20_000)
        return self.reading


class Desk:
    """Drives a practice case by commands up to where the screen takes over.

    Giving everything costs a hundred synced entries: each such case is stored once, and every story gets a copy.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journal = small_journal(folder)
        edition = Edition(shipped_protocol(), "0" * 64, "0.1.0", practice=True)
        room = Room(self.journal, CountedClock(), "desk 1")
        self.session: Session = ready_practice_case(room, edition)

    def close(self) -> None:
        self.journal.close()

    def _take_up(self, stored: Path) -> "Desk":
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(stored, self.folder)
        self.journal = small_journal(self.folder)
        self.session = resume_session(self.journal, CountedClock(hours=1), "desk 1", self.session.case)
        return self

    def give_all(self) -> "Desk":
        """Take up a case with everything given and read, and its sign-out answered."""
        self.give_all_without_sign_out()
        self.sign_out()
        return self

    def give_all_without_sign_out(self) -> "Desk":
        return self._take_up(_stored("all"))

    def sign_out(self) -> None:
        self.do(PassSignOut(lines=plain_sign_out(self.procedure)))

    def give_with_troubles(self) -> "Desk":
        return self._take_up(_stored("troubles"))

    @property
    def procedure(self) -> Procedure:
        assert self.session.procedure is not None
        return self.session.procedure

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.session.entries

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


@cache
def _stored(story: str) -> Path:
    """Return the folder of a case that was told to its end of giving, made once in a run."""
    folder = Path(mkdtemp(prefix="closing-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = Desk(folder)
    if story == "all":
        _give_all(desk)
    else:
        _give_with_troubles(desk)
    desk.close()
    return folder


def _give_all(desk: Desk) -> None:
    while desk.procedure.current is not None:
        desk.give()
        desk.read()


def _give_with_troubles(desk: Desk) -> None:
    """One omission, one other volume, a mark that differs, one not read, and a stop before the last finger."""
    for turn in range(32):
        current = desk.procedure.current
        assert current is not None
        if turn == 5:
            seen = desk.procedure.seen(current.code)
            desk.do(Omit(aliquot=current.code, reason="ulcer at the site", seen=seen))
            continue
        if turn == 9:
            desk.differ(current.code, 200)
            desk.read()
            continue
        desk.give()
        if turn == 12:
            desk.read(60)
            desk.read(60)
        elif turn == 17:
            desk.leave_unread()
        else:
            desk.read()
    desk.do(Stop(reason="the participant asked to stop"))
