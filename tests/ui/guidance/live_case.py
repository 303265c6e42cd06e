"""A live case for the tests of its screen: a real session on a real journal, with a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from app.clock import Reading
from app.journal import Journal
from app.practice import practice_allocation
from app.practice_answers import agreeing_checks, clear_day, decisions_in_favour
from app.protocol_file import ReadProtocol, read_shipped_protocol
from app.session import Session
from injection_plan.anatomy import Hand
from injection_plan.commands import (
    ApprovePlan,
    CheckDay,
    CheckSyringes,
    Command,
    DecideCriteria,
    DescribeProduct,
    DraftPlan,
    FillSyringes,
    Give,
    NameTeam,
    OpenCase,
    PassTimeOut,
    ReadMark,
    SignOffEligibility,
)
from injection_plan.people import Person
from injection_plan.plan import LeftOut, Plan, plan_as_the_protocol_says
from injection_plan.procedure import Procedure
from injection_plan.product import SyringeFill
from injection_plan.protocol import Protocol
from injection_plan.rules.verification import owed_marks, seen_mark
from injection_plan.volume import Volume

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SURGEON, NURSE = Person(name="Ana Ferreira"), Person(name="Tom Beck")
ML = Volume(1000)


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.passed = timedelta(hours=1)

    def now(self) -> Reading:
        ticks = self.passed // timedelta(milliseconds=1)
        return Reading(START + self.passed, 60, ticks, "one-run")

    def wait(self, seconds: float = 5.0) -> None:
        self.passed += timedelta(seconds=seconds)


@cache
def shipped() -> ReadProtocol:
    read = read_shipped_protocol()
    assert isinstance(read, ReadProtocol)
    return read


def plan_without(protocol: Protocol, left_out: tuple[str, ...]) -> Plan:
    whole = plan_as_the_protocol_says(protocol)
    return Plan(
        order=tuple(code for code in whole.order if code not in left_out),
        not_planned=tuple(LeftOut(aliquot=code, reason="an ulcer") for code in left_out),
    )


@dataclass
class LiveCase:
    """A case ready at its first aliquot, both time-outs passed."""

    folder: Path
    marks: Mapping[int, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    time_outs: tuple[Hand, ...] = tuple(Hand)

    def __post_init__(self) -> None:
        self.clock = HandClock()
        self.journal = Journal.open(self.folder, clock=self.clock, reserve_bytes=0, log_bytes=0)
        self.session = Session(self.journal, self.clock, "theatre-2", holder=NURSE, case="01-0107-1")
        read = shipped()
        protocol = read.protocol
        fills = tuple(
            SyringeFill(
                syringe=one.number,
                drawn_up=max(Volume(self.marks.get(one.number, 1000)), ML),
                mark=Volume(self.marks.get(one.number, 1000)),
            )
            for one in protocol.syringes
        )
        self.must(
            OpenCase(
                case="01-0107-1", participant="01-0107", centre="01", practice=False,
                allocation=practice_allocation(protocol, START), protocol=protocol,
                protocol_digest=read.digest, software="test",
            ),
            NameTeam(performer=SURGEON, verifier=NURSE),
            DescribeProduct(prepared=Volume(10_000), lot="A7", ready_at=START + timedelta(minutes=10)),
            FillSyringes(fills=fills, by=NURSE),
            CheckSyringes(checks=agreeing_checks(fills), by=SURGEON),
            DecideCriteria(decisions=decisions_in_favour(protocol), by=SURGEON),
            CheckDay(answers=clear_day(protocol)),
            DraftPlan(plan=plan_without(protocol, self.left_out)),
        )  # fmt: skip
        self.must(SignOffEligibility(by=SURGEON, seen=self.procedure.version))
        self.must(ApprovePlan(seen=self.procedure.version))
        for hand in self.time_outs:
            self.must(PassTimeOut(hand=hand, lines=self.procedure.time_out_lines))

    @property
    def procedure(self) -> Procedure:
        procedure = self.session.procedure
        assert procedure is not None
        return procedure

    @property
    def given(self) -> list[str]:
        return [one.code for one in self.procedure.deliveries if one.is_given]

    def must(self, *commands: Command) -> None:
        for command in commands:
            assert self.session.submit(command) is None, command

    def give(self) -> str:
        """Give the next aliquot, past the lock-out."""
        self.clock.wait()
        current = self.procedure.current
        assert current is not None
        assert current.planned is not None
        self.must(Give(aliquot=current.code, volume=current.planned, seen=self.procedure.seen(current.code)))
        return current.code

    def read(self, off_by: int = 0) -> Volume:
        """Read the owed mark as it should stand, or off by so many microlitres."""
        self.clock.wait(2)
        owed = owed_marks(self.procedure)[0]
        expected = self.procedure.syringe(owed.syringe).expected
        assert expected is not None
        mark = Volume(max(expected.microlitres + off_by, 0))
        seen = seen_mark(self.procedure, owed)
        self.must(
            ReadMark(occasion=owed.occasion, syringe=owed.syringe, about=owed.about, mark=mark, seen=seen)
        )
        return mark
