"""Cases told for the record: real people's names, a real journal, hours and minutes that pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from app.journal import Journal
from app.practice_answers import clear_day, decisions_in_favour
from app.session import index_row
from injection_plan import commands
from injection_plan.acting import acting_person, acting_role
from injection_plan.answers import Allocation
from injection_plan.commands import Command
from injection_plan.events import Entry
from injection_plan.people import Person, Stamp
from injection_plan.plan import LeftOut, Plan
from injection_plan.procedure import apply
from injection_plan.product import SyringeFill
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.settling import Settlement, SyringeLoss
from injection_plan.terms import TEAM, Injected, Role
from injection_plan.volume import NOTHING, Volume
from tests.stories.case import Case, ul
from tests.stories.people import Moment

SURGEON = Person(name="Amelia Hartmann")
NURSE = Person(name="Johanna Lindqvist")
INVESTIGATOR = Person(name="Ines Okafor")
DIGEST = "3f9ac2d1" * 8


class ToldCase(Case):
    """A case of its own participant and people, real or practice, that can be put into a journal."""

    def __init__(self, *, practice: bool = False, surgeon: Person = SURGEON, nurse: Person = NURSE) -> None:
        super().__init__()
        self.case_id = "PRACTICE-1" if practice else "01-0107-1"
        self.practice = practice
        self.surgeon, self.nurse = surgeon, nurse
        self.moment = Moment(utc=datetime(2026, 11, 22, 1, 40, tzinfo=UTC), offset_minutes=480)

    def tried(self, command: Command, role: Role | None = None, by: Person | None = None) -> Why | None:
        self.moment = self.moment.later(timedelta(seconds=1))
        acting = role or acting_role(command)
        person = (
            by
            or acting_person(command)
            or (self.state.person(acting) if self.state is not None else None)
            or self.nurse
        )
        answer = self.answer(command, acting, person)
        if isinstance(answer, Refusal):
            return answer.why
        version = len(self.entries) + 1
        stamp = self._stamp(person, acting)
        entry = Entry(
            case=self.case_id, version=version, key=f"entry-{version:04}", stamp=stamp, event=answer
        )
        self.state = apply(self.state, entry)
        self.entries.append(entry)
        return None

    def _stamp(self, person: Person, role: Role) -> Stamp:
        holder = self.state.verifier if self.state is not None else None
        return self.moment.stamp(person, role).model_copy(
            update={"entered_by": holder or self.nurse, "workstation": "Theatre 3"}
        )

    def to_open(self) -> commands.OpenCase:
        return commands.OpenCase(
            case=self.case_id,
            participant="00-0000" if self.practice else "01-0107",
            centre="01",
            practice=self.practice,
            allocation=Allocation(
                arm=self.protocol.arms.treatment,
                told_by="Interactive response system, to Mara Weiss",
                told_at=self.moment.utc - timedelta(days=3),
                reference="R-48-017",
            ),
            protocol=self.protocol,
            protocol_digest=DIGEST,
            software="injection-guidance 0.1.0",
        )

    def with_team(self) -> Self:
        return self.opened().do(commands.NameTeam(performer=self.surgeon, verifier=self.nurse))

    def with_product(self, prepared: int = 10_000) -> Self:
        ready = self.moment.utc - timedelta(minutes=28)
        return self.with_team().do(
            commands.DescribeProduct(prepared=ul(prepared), lot="C800-2231", ready_at=ready)
        )

    @property
    def filler(self) -> Person:
        return self.nurse

    @property
    def second_reader(self) -> Person:
        return self.surgeon

    @property
    def investigator(self) -> Person:
        return INVESTIGATOR

    def eligible(self) -> Self:
        """Decide every criterion in favour without any value, sign the sheet off, ask the questions of the day."""
        plain = tuple(one.model_copy(update={"note": None}) for one in decisions_in_favour(self.protocol))
        self.do(commands.DecideCriteria(decisions=plain, by=self.investigator)).sign_off()
        return self.do(commands.CheckDay(answers=clear_day(self.protocol)))

    def fills(self, drawn_up: int = 1000, mark: int = 1000) -> tuple[SyringeFill, ...]:
        return super().fills(drawn_up, mark)

    def plan(self, *leaving_out: str) -> Plan:
        plan = super().plan(*leaving_out)
        left_out = tuple(
            LeftOut(aliquot=one.aliquot, reason="Digital ulcer at the ulnar side") for one in plan.not_planned
        )
        return plan.model_copy(update={"not_planned": left_out})

    def give_on(self, mark_off: int = 0) -> Self:
        """Give the next aliquot after a while, and read its mark, off by so many microlitres."""
        self.wait(seconds=62).give().wait(seconds=9)
        if not mark_off:
            self.read()
            return self.read() if self.procedure.owed is not None else self
        expected = self.to_read().mark
        return self.read((expected + Volume(mark_off)).microlitres)

    def give_rest(self) -> Self:
        while self.procedure.current is not None:
            self.give_on()
        return self

    def with_figures(self) -> Self:
        """Reconcile with figures of all kinds: priming in part unknown, something spilled, something accepted."""
        losses = tuple(
            SyringeLoss(syringe=one.syringe, priming=None if one.syringe == 4 else NOTHING,
                        discarded=NOTHING, spilled=ul(30) if one.syringe == 10 else NOTHING)
            for one in self.losses()
        )  # fmt: skip
        self.sign_out()
        command = self.to_reconcile()
        settlements = tuple(
            Settlement(line=one.line, unexplained=one.unexplained, accepted_by=self.surgeon)
            if place == 0
            else Settlement(
                line=one.line, unexplained=one.unexplained, explanation="Bubble in the hub, seen by both"
            )
            for place, one in enumerate(self.settlements(losses))
        )
        return self.do(command.model_copy(update={"losses": losses, "settlements": settlements}))

    def sign(self) -> Self:
        meanings = ("I gave the volumes recorded here.", "I read the marks recorded here.")
        for role, meaning in zip(TEAM, meanings, strict=True):
            self.wait(minutes=3).do(self.to_sign().model_copy(update={"meaning": meaning}), role)
        return self

    def store(self, folder: Path) -> Journal:
        """Put every entry into a journal in that folder, and return it open."""
        journal = Journal.open(folder, reserve_bytes=0, log_bytes=0)
        state = None
        for entry in self.entries:
            state = apply(state, entry)
            journal.append(entry.case, entry.version, entry.key, entry.model_dump_json(), index_row(state))
        return journal

    def set_clock(self, utc: datetime) -> Self:
        self.moment = replace(self.moment, utc=utc)
        return self


def eventful(*, practice: bool = False, surgeon: Person = SURGEON, nurse: Person = NURSE) -> ToldCase:
    """A case in which nearly everything happened: all of it stands in its record."""
    case = ToldCase(practice=practice, surgeon=surgeon, nurse=nurse)
    case.ready("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx").wait(minutes=12)
    case.give_on().give_on().give_on().give_on()
    case.differ("RH-2-PIP-uln-dis", volume=200).read()
    case.give_on(mark_off=20)
    case.do(
        commands.NoteOccurrence(text="Participant feels faint, pulse 52, legs raised; better after 4 min")
    )
    case.do(commands.Pause(reason="Participant feels faint")).wait(minutes=5).resume()
    case.give_on().omit()
    case.wait(seconds=50).give().read(400).read(400)
    case.wait(seconds=45).give().wait(seconds=5).leave_unread().give_on()
    pressed_too_early = case.current
    case.wait(seconds=45).give().void(pressed_too_early, Injected.NO).give_on()
    case.void("RH-3-PIP-rad-dis", Injected.YES, volume=260)
    case.give_rest()
    return case


def closed(case: ToldCase) -> ToldCase:
    """The same case, its marks read, its volumes accounted for, signed by both."""
    case.read_all()
    case.wait(minutes=6).with_figures().sign()
    return case
