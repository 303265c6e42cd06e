"""A case prepared with everything that can be recorded before it: values, findings, lots, labels, a fallen approval."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Self

from app.practice_answers import clear_day, plain_sign_out
from injection_plan import commands
from injection_plan.anatomy import Hand
from injection_plan.answers import DayAnswer
from injection_plan.arrangement import Arrangement, arranged, arrangement_of
from injection_plan.eligibility import Decision, MeasuredValue
from injection_plan.hand_findings import HandFinding
from injection_plan.people import Person
from injection_plan.plan import LeftOut
from injection_plan.product import (
    Cells,
    Handling,
    Harvest,
    Lot,
    Process,
    SupplyCount,
    SyringeFill,
)
from injection_plan.settling import Settlement, SyringeLoss
from injection_plan.terms import EndsAt, FindingKind, Verdict
from tests.app.record.told import SURGEON, ToldCase
from tests.stories.case import ul

PHARMACIST = Person(name="Tomasz Wilk")
SCORES = {"mrss": "23.719", "chfs": "61.357"}
"""Outcome scores as nobody would enter them, so that they can be looked for on paper."""

SAMPLE = ul(150)
VALUES = {"age": ("54", None), "bmi": ("22.4", None), "haemoglobin": ("78", None), "ast": ("31", "40")}
RING_TIP = ("RH-4-PIP-rad-dis", "RH-4-PIP-uln-dis")
LITTLE_ULNAR = ("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
MISSING = HandFinding(
    where="RH-4", kind=FindingKind.MISSING, ends_at=EndsAt.DIP, note="Old amputation, healed"
)
ULCER = HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="Digital ulcer, 4 mm, dry")
WRONG_ULCER = ULCER.model_copy(update={"where": "LH-4-PIP-uln"})
SAID = "Syringe {number}, its finger and its fill mark 1 mL"


class PreparedCase(ToldCase):
    """The case of the planning issue: the right ring finger ends at the DIP joint, the left little one has an ulcer."""

    @property
    def filler(self) -> Person:
        return PHARMACIST

    @property
    def second_reader(self) -> Person:
        return self.nurse

    def fills(self, drawn_up: int = 1000, mark: int = 1000) -> tuple[SyringeFill, ...]:
        return tuple(
            one.model_copy(update={"label": f"01-0107/S{one.syringe:02}" if one.syringe != 7 else None})
            for one in super().fills(drawn_up, mark)
        )

    def decisions(self) -> tuple[Decision, ...]:
        """Every criterion in favour, with values where VALUES and SCORES have one."""
        return tuple(
            Decision(
                criterion=one.criterion,
                verdict=Verdict.MET if one.kind.value == "inclusion" else Verdict.NOT_MET,
                values=tuple(
                    self.value(measure.measure, measure.unit)
                    for measure in one.measures
                    if measure.kind != "date" and measure.measure in VALUES | SCORES
                ),
                note=NOTES.get(one.criterion),
            )
            for one in self.protocol.criteria
        )

    def value(self, measure: str, unit: str) -> MeasuredValue:
        if measure in SCORES:
            return MeasuredValue(measure=measure, value=SCORES[measure], unit=unit, outcome_score=True)
        value, upper = VALUES[measure]
        day = date(2026, 11, 3)
        return MeasuredValue(measure=measure, value=value, unit=unit, upper_limit=upper, on=day)

    def eligible(self) -> Self:
        self.do(commands.DateScreening(on=date(2026, 10, 20)))
        wrong = Decision(criterion="consent", verdict=Verdict.NOT_MET)
        self.do(commands.DecideCriteria(decisions=(wrong,), by=self.investigator)).wait(minutes=1)
        self.do(commands.DecideCriteria(decisions=self.decisions(), by=self.investigator)).sign_off()
        return self.do(commands.CheckDay(answers=self.day()))

    def day(self) -> tuple[DayAnswer, ...]:
        return tuple(
            one.model_copy(update={"clear": False, "note": "Graze on the palm, dry; the surgeon goes on"})
            if one.line == "infection"
            else one
            for one in clear_day(self.protocol)
        )

    def with_product(self, prepared: int = 10_000) -> Self:
        now = self.moment.utc
        process = Process(
            harvest=Harvest(sites="abdomen and both flanks", volume=ul(172_000)),
            lots=(
                Lot(what="Celution 800/CRS", number="SN-20871", expires=None),
                Lot(what="Celase reagent", number="CR-5512", expires=date(2027, 4, 30)),
                Lot(what="Lactated Ringer's", number="LR-0098", expires=date(2026, 11, 20)),
            ),
            started_at=now - timedelta(hours=3, minutes=10),
            ended_at=now - timedelta(minutes=50),
            cells=Cells(count="41.3 million", viability_percent="91.5"),
            sample=SAMPLE,
            released_by="Agnieszka Nowak",
            label="01-0107",
            confirmed=("harvest",),
        )
        product = commands.DescribeProduct(
            prepared=ul(prepared + 150),
            lot="C800-2231",
            ready_at=now - timedelta(minutes=28),
            process=process,
        )
        return self.with_team().do(product)

    def with_findings(self) -> Self:
        """Note what is found; one at the wrong finger first, and taken back."""
        self.do(commands.NoteHandFinding(finding=MISSING)).wait(minutes=1)
        self.do(commands.NoteHandFinding(finding=WRONG_ULCER)).wait(minutes=1)
        self.do(commands.WithdrawHandFinding(number=2, reason="It is the little finger"))
        return self.do(commands.NoteHandFinding(finding=ULCER))

    def planned(self) -> Self:
        """Leave out what the findings are about, and begin with the left hand, the ulnar side first."""
        reasons = [(code, 1, "Nothing beyond the DIP joint") for code in RING_TIP]
        reasons += [(code, 3, "Ulcer at the entry site") for code in LITTLE_ULNAR]
        left_out = tuple(LeftOut(aliquot=code, finding=number, reason=why) for code, number, why in reasons)
        own = arrangement_of(one.aliquot for one in self.protocol.aliquots)
        mine: Arrangement = replace(own, hands=own.hands[::-1], sides=own.sides[::-1])
        return self.do(commands.DraftPlan(plan=arranged(self.protocol, mine, left_out)))

    def handled(self, priming: int) -> Self:
        supplies = (SupplyCount(supply="syringe", count=12), SupplyCount(supply="blunt_cannula", count=21))
        return self.do(
            commands.EnterHandling(handling=Handling(priming=ul(priming), changes=2, supplies=supplies))
        )

    def prepared(self) -> Self:
        """Everything up to an approved plan: approved once, changed, and approved again."""
        self.with_product().fill().eligible().with_findings().planned().handled(66).approve()
        self.wait(minutes=2).handled(120).wait(minutes=1)
        return self.approve()

    def ready(self, *leaving_out: str) -> Self:
        assert not leaving_out
        return self.prepared().wait(minutes=4).time_out(Hand.LEFT)

    def time_out(self, hand: Hand) -> Self:
        return self.do(commands.PassTimeOut(hand=hand, lines=self.procedure.time_out_lines))

    def aloud(self) -> Self:
        """Read the syringe aloud that is now taken up, unless it was; the left thumb's is forgotten."""
        current = self.procedure.current
        assert current is not None
        number = current.syringe
        if number not in self.procedure.prepared.read_aloud and number != 6:
            self.do(commands.ReadSyringeAloud(syringe=number, text=SAID.format(number=number)))
        return self

    def give_rest(self) -> Self:
        while self.procedure.current is not None:
            if self.current.startswith("RH") and not self.procedure.time_outs & {Hand.RIGHT}:
                self.time_out(Hand.RIGHT)
            self.aloud().give_on()
        return self

    def to_reconcile(self, losses: tuple[SyringeLoss, ...] | None = None) -> commands.Reconcile:
        """Account for the volumes with the sample that was taken."""
        losses = self.losses() if losses is None else losses
        settlements = self.settlements(losses)
        command = super().to_reconcile(losses)
        return command.model_copy(update={"sample": SAMPLE, "settlements": settlements})

    def settlements(
        self, losses: tuple[SyringeLoss, ...], sample: int = 150, not_drawn_up: int = 0
    ) -> tuple[Settlement, ...]:
        return super().settlements(losses, sample, not_drawn_up)

    def sign_out(self) -> Self:
        lines = tuple(
            one.model_copy(update={"remark": "White for 2 min, then pink"})
            if one.line == "perfusion-LH-3"
            else one
            for one in plain_sign_out(self.procedure)
        )
        return self.do(commands.PassSignOut(lines=lines))


NOTES = {
    "laboratory": "Haemoglobin repeated on 10 Nov: 84 g/L",
    "unsuitable": "Seen by the investigator in person",
}


def prepared() -> PreparedCase:
    """The case through its injections, not closed yet."""
    return PreparedCase(surgeon=SURGEON).ready().wait(minutes=6).give_rest()
