"""Case: drives the procedure as a session would, without disk or screen, and remembers every entry."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Self

from app.practice import practice_allocation
from app.practice_answers import agreeing_checks, clear_day, decisions_in_favour, plain_sign_out
from injection_plan import commands
from injection_plan.acting import acting_person, acting_role
from injection_plan.anatomy import Hand
from injection_plan.commands import Command
from injection_plan.decide import decide
from injection_plan.events import Entry, Event
from injection_plan.people import Person
from injection_plan.plan import LeftOut, Plan
from injection_plan.procedure import Delivery, Procedure, SyringeState, apply
from injection_plan.product import SyringeFill
from injection_plan.protocol import Protocol
from injection_plan.reconciliation import case_balance, marks_that_differ
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.rules.verification import owed_marks, seen_mark
from injection_plan.settling import MarkExplained, Settlement, SyringeLoss
from injection_plan.terms import TEAM, Injected, Role, Standing
from injection_plan.volume import NOTHING, Volume
from tests.stories.people import INVESTIGATOR, NURSE, SURGEON, Moment, shipped_protocol

A_SECOND = timedelta(seconds=1)


def ul(microlitres: int) -> Volume:
    return Volume(microlitres)


class Case:
    """One case. Verbs happen, or fail the test; `why` asks without doing, `to_...` words a command."""

    def __init__(self, protocol: Protocol | None = None) -> None:
        self.protocol = protocol or shipped_protocol()
        self.entries: list[Entry] = []
        self.state: Procedure | None = None
        self.moment = Moment()

    # What it is.

    @property
    def procedure(self) -> Procedure:
        assert self.state is not None
        return self.state

    @property
    def current(self) -> str:
        assert self.procedure.current is not None
        return self.procedure.current.code

    @property
    def last(self) -> Event:
        return self.entries[-1].event

    def delivery(self, code: str) -> Delivery:
        delivery = self.procedure.delivery(code)
        assert delivery is not None
        return delivery

    def standing(self, code: str) -> Standing:
        return self.delivery(code).standing

    def syringe(self, number: int) -> SyringeState:
        return self.procedure.syringe(number)

    # Asking.

    def answer(self, command: Command, role: Role | None = None, by: Person | None = None) -> Event | Refusal:
        acting = role or acting_role(command)
        named = self.state.person(acting) if self.state is not None else None
        person = by or acting_person(command) or named or (SURGEON if acting is Role.PERFORMER else NURSE)
        return decide(self.state, command, self.moment.stamp(person, acting))

    def why(self, command: Command, role: Role | None = None, by: Person | None = None) -> Why | None:
        answer = self.answer(command, role, by)
        return answer.why if isinstance(answer, Refusal) else None

    def do(self, command: Command, role: Role | None = None, by: Person | None = None) -> Self:
        assert self.tried(command, role, by) is None
        return self

    def tried(self, command: Command, role: Role | None = None, by: Person | None = None) -> Why | None:
        """Ask, and take in what happens unless it is refused; a second passes either way."""
        self.moment = self.moment.later(A_SECOND)
        answer = self.answer(command, role, by)
        if isinstance(answer, Refusal):
            return answer.why
        acting = role or acting_role(command)
        named = self.state.person(acting) if self.state is not None else None
        person = by or acting_person(command) or named or (SURGEON if acting is Role.PERFORMER else NURSE)
        version = len(self.entries) + 1
        entry = Entry(
            case="PRACTICE-1",
            version=version,
            key=f"entry-{version:04}",
            stamp=self.moment.stamp(person, acting),
            event=answer,
        )
        self.state = apply(self.state, entry)
        self.entries.append(entry)
        return None

    def wait(self, **passed: int) -> Self:
        self.moment = self.moment.later(timedelta(**passed))
        return self

    def restarted(self) -> Self:
        self.moment = replace(self.moment, run="second", tick_ms=0)
        return self.do(commands.ContinueCase())

    # Preparing.

    def to_open(self) -> commands.OpenCase:
        return commands.OpenCase(
            case="PRACTICE-1",
            participant="01-0107",
            centre="Practice centre",
            practice=True,
            allocation=practice_allocation(self.protocol, self.moment.utc),
            protocol=self.protocol,
            protocol_digest="0" * 64,
            software="0.1.0",
        )

    def opened(self) -> Self:
        return self.do(self.to_open())

    def with_team(self) -> Self:
        return self.opened().do(commands.NameTeam(performer=SURGEON, verifier=NURSE))

    def with_product(self, prepared: int = 10_000) -> Self:
        return self.with_team().do(commands.DescribeProduct(prepared=ul(prepared), lot=None, ready_at=None))

    def filled(self) -> Self:
        return self.with_product().fill()

    def fill(self, fills: tuple[SyringeFill, ...] | None = None) -> Self:
        """Have the syringes filled by one person and read by another."""
        fills = self.fills() if fills is None else fills
        self.do(commands.FillSyringes(fills=fills, by=self.filler))
        return self.do(commands.CheckSyringes(checks=agreeing_checks(fills), by=self.second_reader))

    @property
    def filler(self) -> Person:
        return NURSE

    @property
    def second_reader(self) -> Person:
        return SURGEON

    @property
    def investigator(self) -> Person:
        return INVESTIGATOR

    def eligible(self) -> Self:
        """Decide every criterion in favour, sign the sheet off and ask the questions of the day."""
        decisions = decisions_in_favour(self.protocol)
        self.do(commands.DecideCriteria(decisions=decisions, by=self.investigator))
        self.sign_off()
        return self.do(commands.CheckDay(answers=clear_day(self.protocol)))

    def sign_off(self) -> Self:
        return self.do(commands.SignOffEligibility(by=self.investigator, seen=self.procedure.version))

    def fills(self, drawn_up: int = 1000, mark: int = 1000) -> tuple[SyringeFill, ...]:
        return tuple(
            SyringeFill(syringe=syringe.number, drawn_up=ul(drawn_up), mark=ul(mark))
            for syringe in self.protocol.syringes
        )

    def plan(self, *leaving_out: str) -> Plan:
        codes = [aliquot.aliquot for aliquot in self.protocol.aliquots]
        return Plan(
            order=tuple(code for code in codes if code not in leaving_out),
            not_planned=tuple(LeftOut(aliquot=code, reason="ulcer") for code in leaving_out),
        )

    def approve(self) -> Self:
        """Approve the plan, for a participant who was found eligible."""
        if self.procedure.prepared.signed_off is None:
            self.eligible()
        return self.do(commands.ApprovePlan(seen=self.procedure.version))

    def approved(self, *leaving_out: str) -> Self:
        return self.filled().do(commands.DraftPlan(plan=self.plan(*leaving_out))).approve()

    def time_out(self, hand: Hand) -> Self:
        return self.do(self.to_pass_time_out(hand))

    def to_pass_time_out(self, hand: Hand) -> commands.PassTimeOut:
        return commands.PassTimeOut(hand=hand, lines=self.protocol.time_out)

    def ready(self, *leaving_out: str) -> Self:
        return self.approved(*leaving_out).time_out(Hand.RIGHT).time_out(Hand.LEFT)

    # Giving.

    def to_give(self, code: str | None = None, volume: int | None = None) -> commands.Give:
        code = code or self.current
        planned = self.protocol.aliquot(code).volume
        return commands.Give(
            aliquot=code,
            volume=planned if volume is None else ul(volume),
            seen=self.procedure.seen(code),
        )

    def give(self, code: str | None = None) -> Self:
        return self.do(self.to_give(code))

    def choose(self, code: str) -> Self:
        return self.do(commands.ChooseNext(aliquot=code, seen=self.procedure.seen(code)))

    def to_omit(self, code: str | None = None) -> commands.Omit:
        code = code or self.current
        return commands.Omit(aliquot=code, reason="vein in the way", seen=self.procedure.seen(code))

    def omit(self, code: str | None = None) -> Self:
        return self.do(self.to_omit(code))

    def to_differ(
        self,
        code: str | None = None,
        *,
        syringe: int | None = None,
        volume: int = 250,
        place: str | None = None,
        happened_at: datetime | None = None,
    ) -> commands.RecordDifference:
        number = syringe or (self.protocol.aliquot(code).syringe if code is not None else 1)
        return commands.RecordDifference(
            aliquot=code,
            syringe=number,
            volume=ul(volume),
            place=place,
            happened_at=happened_at,
            reason="resistance",
        )

    def differ(
        self,
        code: str | None = None,
        *,
        syringe: int | None = None,
        volume: int = 250,
        place: str | None = None,
        happened_at: datetime | None = None,
    ) -> Self:
        return self.do(
            self.to_differ(code, syringe=syringe, volume=volume, place=place, happened_at=happened_at)
        )

    def to_void(
        self,
        code: str,
        injected: Injected,
        *,
        volume: int | None = None,
        place: str | None = None,
        happened_at: datetime | None = None,
    ) -> commands.Void:
        return commands.Void(
            about=code,
            injected=injected,
            reason="wrong entry",
            seen=self.procedure.seen(code),
            volume=None if volume is None else ul(volume),
            place=place,
            happened_at=happened_at,
        )

    def void(
        self,
        code: str,
        injected: Injected,
        *,
        volume: int | None = None,
        place: str | None = None,
        happened_at: datetime | None = None,
    ) -> Self:
        return self.do(self.to_void(code, injected, volume=volume, place=place, happened_at=happened_at))

    # Reading.

    def to_read(self, mark: int | None = None) -> commands.ReadMark:
        owed = owed_marks(self.procedure)[0]
        expected = self.syringe(owed.syringe).expected
        assert expected is not None
        return commands.ReadMark(
            occasion=owed.occasion,
            syringe=owed.syringe,
            about=owed.about,
            mark=max(expected, NOTHING) if mark is None else ul(mark),
            seen=seen_mark(self.procedure, owed),
        )

    def read(self, mark: int | None = None) -> Self:
        return self.do(self.to_read(mark))

    def to_leave_unread(self) -> commands.LeaveMarkUnread:
        owed = owed_marks(self.procedure)[0]
        return commands.LeaveMarkUnread(
            occasion=owed.occasion,
            syringe=owed.syringe,
            about=owed.about,
            seen=seen_mark(self.procedure, owed),
        )

    def leave_unread(self) -> Self:
        return self.do(self.to_leave_unread())

    def give_all(self) -> Self:
        while self.procedure.current is not None:
            self.give().read()
        return self.sign_out()

    def read_all(self) -> Self:
        while owed_marks(self.procedure):
            self.read()
        return self

    # Stopping and closing.

    def stop(self) -> Self:
        return self.do(commands.Stop(reason="pain"))

    def pause(self) -> Self:
        return self.do(commands.Pause())

    def resume(self) -> Self:
        return self.do(commands.Resume())

    def hand_over(self, role: Role, person: Person) -> Self:
        return self.do(commands.HandOver(role=role, person=person))

    def losses(self, priming: int | None = None) -> tuple[SyringeLoss, ...]:
        known = None if priming is None else ul(priming)
        return tuple(
            SyringeLoss(syringe=state.syringe.number, priming=known, discarded=NOTHING, spilled=NOTHING)
            for state in self.procedure.syringes
            if state.fill is not None
        )

    def settlements(
        self, losses: tuple[SyringeLoss, ...], sample: int = 0, not_drawn_up: int = 0
    ) -> tuple[Settlement, ...]:
        balance = case_balance(self.procedure, losses, ul(sample), ul(not_drawn_up))
        return tuple(
            Settlement(line=line, unexplained=volume.microlitres, explanation="stayed in the hub")
            for line, volume in balance.unexplained
        )

    def to_reconcile(self, losses: tuple[SyringeLoss, ...] | None = None) -> commands.Reconcile:
        losses = self.losses() if losses is None else losses
        return commands.Reconcile(
            losses=losses,
            sample=NOTHING,
            not_drawn_up=NOTHING,
            settlements=self.settlements(losses),
            seen=self.procedure.version,
            marks=tuple(
                MarkExplained(aliquot=code, explanation="read at an angle")
                for code in marks_that_differ(self.procedure)
            ),
        )

    def sign_out(self) -> Self:
        """Answer the sign-out, once nothing is left to give."""
        return self.do(commands.PassSignOut(lines=plain_sign_out(self.procedure)))

    def reconcile(self) -> Self:
        if self.procedure.prepared.sign_out is None:
            self.sign_out()
        return self.do(self.to_reconcile())

    def to_sign(self) -> commands.Sign:
        return commands.Sign(meaning="I was there", seen=self.procedure.version)

    def sign(self) -> Self:
        for role in TEAM:
            self.do(self.to_sign(), role)
        return self

    def signed(self) -> Self:
        return self.read_all().reconcile().sign()
