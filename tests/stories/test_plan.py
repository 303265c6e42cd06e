"""A plan from the hands to its approval: what is left out, in which order, what it comes to, and what lets it fall."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from injection_plan import commands
from injection_plan.anatomy import FINGERS, PASSES, Hand
from injection_plan.answers import DayAnswer
from injection_plan.arrangement import Arrangement, arranged
from injection_plan.commands import Command
from injection_plan.eligibility import Decision
from injection_plan.hand_findings import HandFinding
from injection_plan.plan import LeftOut, Plan, not_planned_volume, planned_volume
from injection_plan.plan_checks import Found, Moment, plan_findings
from injection_plan.procedure import apply
from injection_plan.product import Handling, SupplyCount, SyringeCheck, SyringeFill
from injection_plan.rules.refusal import Why
from injection_plan.terms import EndsAt, FindingKind, Role, Standing, Verdict
from injection_plan.volume import Volume, total
from injection_plan.volume_plan import dead_space_of, volume_plan
from tests.injection_plan.test_arrangement import arrangements
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SURGEON, shipped_protocol

ULCER = HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="4 mm, dry")
ULNAR = ("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")


def plan_leaving_out(*codes: str, finding: int | None = None) -> Plan:
    left_out = tuple(LeftOut(aliquot=code, reason="ulcer", finding=finding) for code in codes)
    return Plan(order=Case().plan(*codes).order, not_planned=left_out)


def draft(plan: Plan) -> commands.DraftPlan:
    return commands.DraftPlan(plan=plan)


# The numbers.

some_findings = st.lists(
    st.builds(
        HandFinding,
        where=st.sampled_from([*FINGERS, *PASSES]),
        kind=st.sampled_from([kind for kind in FindingKind if kind is not FindingKind.MISSING]),
        note=st.just("seen"),
    ),
    max_size=4,
)
some_passes = st.sets(st.sampled_from(sorted(PASSES)))


@given(some_findings, some_passes, arrangements())
def test_for_any_findings_and_passes_left_out_the_plan_adds_up_three_ways(
    findings: list[HandFinding], codes: set[str], arrangement: Arrangement
) -> None:
    protocol = shipped_protocol()
    case = Case().filled()
    for finding in findings:
        case.do(commands.NoteHandFinding(finding=finding))
    left_out = tuple(LeftOut(aliquot=code, reason="seen") for code in sorted(codes))
    case.do(draft(arranged(protocol, arrangement, left_out)))
    plan, volumes = case.procedure.plan, volume_plan(case.procedure)
    assert plan is not None
    aliquots = total(protocol.aliquot(code).volume for code in plan.order)
    assert planned_volume(protocol, plan) == aliquots == volumes.planned
    assert total(one.planned for one in volumes.syringes) == aliquots
    assert aliquots + not_planned_volume(protocol, plan) == protocol.volume
    assert {*plan.order, *codes} == set(PASSES)
    assert len(plan.order) + len(codes) == len(PASSES)
    assert volumes.used == len({PASSES[code].finger for code in plan.order})
    planned = {one.code for one in case.procedure.deliveries if one.standing is Standing.PLANNED}
    assert planned == set(plan.order)


@pytest.mark.parametrize("priming,lost", [(66, 660), (120, 1200)])
def test_ten_millilitres_for_ten_fall_short_by_what_the_syringes_lose(priming: int, lost: int) -> None:
    case = Case().filled().do(draft(plan_leaving_out()))
    volumes = volume_plan(case.procedure)
    assert (volumes.planned, volumes.per_syringe, volumes.dead_space, volumes.short_by) == (
        ul(10_000), None, None, ul(0),
    )  # fmt: skip
    case.do(commands.EnterHandling(handling=Handling(priming=ul(priming))))
    volumes = volume_plan(case.procedure)
    assert (volumes.available, volumes.planned, volumes.used) == (ul(10_000), ul(10_000), 10)
    assert (volumes.dead_space, volumes.short_by, volumes.left_over) == (ul(lost), ul(lost), -ul(lost))
    assert {one.left_over for one in volumes.syringes} == {-ul(priming)}


def test_a_finger_of_which_nothing_is_planned_loses_nothing() -> None:
    little = [code for code in PASSES if code.startswith("LH-5-")]
    case = Case().filled().do(draft(plan_leaving_out(*little)))
    case.do(commands.EnterHandling(handling=Handling(priming=ul(66))))
    volumes = volume_plan(case.procedure)
    assert (volumes.used, volumes.dead_space, volumes.left_over) == (9, ul(594), ul(406))
    assert volumes.syringes[-1].left_over == ul(1000)


def test_syringes_that_fall_short_and_those_that_keep_something_are_told_apart() -> None:
    left_out = ("RH-4-PIP-rad-dis", "RH-4-PIP-uln-dis", *ULNAR)
    case = Case().with_product(10_500).do(draft(plan_leaving_out(*left_out)))
    assert not volume_plan(case.procedure).is_filled
    assert volume_plan(case.procedure).not_drawn_up == ul(10_500)
    case.fill().do(commands.EnterHandling(handling=Handling(priming=ul(66))))
    volumes = volume_plan(case.procedure)
    assert [one.syringe.number for one in volumes.short] == [1, 2, 3, 5, 6, 7, 8, 9]
    assert [one.syringe.number for one in volumes.keeping] == [4, 10]
    short = total(one.left_over for one in volumes.short if one.left_over is not None)
    kept = total(one.left_over for one in volumes.keeping if one.left_over is not None)
    assert (short, kept, volumes.not_drawn_up) == (-ul(528), ul(868), ul(500))
    assert volumes.is_filled
    assert volumes.left_over == short + kept + ul(500)
    assert volume_plan(Case().with_team().procedure).not_drawn_up is None


def test_the_handling_remembers_who_entered_it() -> None:
    case = Case().filled()
    assert case.procedure.prepared.handled is None
    case.do(commands.EnterHandling(handling=Handling()))
    assert case.procedure.prepared.handled == case.entries[-1].stamp


@pytest.mark.parametrize(
    "handling,lost",
    [
        (Handling(), None),
        (Handling(changes=2), None),
        (Handling(per_change=ul(50)), None),
        (Handling(priming=ul(66)), 66),
        (Handling(priming=ul(66), changes=2), 66),
        (Handling(changes=2, per_change=ul(50)), 100),
        (Handling(priming=ul(66), changes=2, per_change=ul(50)), 166),
        (Handling(priming=ul(0)), 0),
    ],
)
def test_what_a_syringe_loses_is_what_was_entered(handling: Handling, lost: int | None) -> None:
    assert dead_space_of(handling) == (None if lost is None else Volume(lost))


def test_before_product_and_plan_nothing_is_available_and_nothing_planned() -> None:
    volumes = volume_plan(Case().with_team().procedure)
    assert (volumes.available, volumes.planned, volumes.left_over) == (None, ul(0), None)
    assert {one.left_over for one in volumes.syringes} == {None}


def test_a_sample_for_quality_control_is_not_available() -> None:
    process = commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None).process
    sampled = process.model_copy(update={"sample": ul(300)})
    case = Case().with_team()
    case.do(commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None, process=sampled))
    assert volume_plan(case.procedure).available == ul(9_700)


# What is left out, and by whom.


def test_a_pass_left_out_carries_its_reason_its_finding_and_who_left_it_out() -> None:
    case = Case().with_team().do(commands.NoteHandFinding(finding=ULCER))
    case.do(draft(plan_leaving_out(ULNAR[0], finding=1)))
    first = case.procedure.prepared.left_out_by(ULNAR[0])
    assert first is not None
    assert (first.acted_by, first.role) == (SURGEON, Role.PERFORMER)
    assert case.delivery(ULNAR[0]).reason == "ulcer"
    case.do(draft(plan_leaving_out(*ULNAR, finding=1)))
    assert case.procedure.prepared.left_out_by(ULNAR[0]) == first
    second = case.procedure.prepared.left_out_by(ULNAR[1])
    assert second is not None
    assert second.recorded > first.recorded
    case.do(draft(plan_leaving_out()))
    assert case.procedure.prepared.left_out_by(ULNAR[0]) is None


# Before and after the plan.


def test_a_case_is_opened_for_the_treatment_arm_told_before_it_was_opened() -> None:
    case = Case()
    to_open = case.to_open()
    others = to_open.allocation.model_copy(update={"arm": case.protocol.arms.others[0]})
    later = to_open.allocation.model_copy(update={"told_at": case.moment.utc + timedelta(minutes=1)})
    assert case.why(to_open.model_copy(update={"allocation": others})) is Why.NOTHING_TO_INJECT
    assert case.why(to_open.model_copy(update={"allocation": later})) is Why.IN_THE_FUTURE
    assert case.why(to_open.model_copy(update={"participant": "1-107"})) is Why.CODE_DOES_NOT_FIT
    assert case.why(to_open) is None


def test_a_plan_approved_yesterday_goes_back_for_the_questions_of_the_day() -> None:
    case = Case().approved().wait(days=1)
    assert case.why(case.to_pass_time_out(Hand.RIGHT)) is Why.DAY_NOT_CHECKED
    answers = tuple(DayAnswer(line=one.line, text=one.text, clear=True) for one in case.protocol.day_check)
    case.do(commands.CheckDay(answers=answers)).approve().time_out(Hand.RIGHT)


def test_a_syringe_is_named_aloud_once_when_it_is_filled_and_the_plan_approved() -> None:
    aloud = commands.ReadSyringeAloud(syringe=3, text="Syringe 3")
    assert Case().filled().why(aloud) is Why.NO_PLAN
    case = Case().approved()
    assert case.why(commands.ReadSyringeAloud(syringe=11, text="Syringe 11")) is Why.SYRINGE_MISSING
    assert case.do(aloud).procedure.prepared.read_aloud == {3}
    assert case.why(aloud) is Why.ALREADY_READ_ALOUD


# Approval.

BMI = Decision(criterion="bmi", verdict=Verdict.NOT_MET, note="seen")


def changes(case: Case) -> dict[type[Command], Command]:
    """Everything that changes the preparation after an approval; a sheet that stands is not signed off again."""
    fill = SyringeFill(syringe=3, drawn_up=ul(1000), mark=ul(1000))
    answers = tuple(DayAnswer(line=one.line, text=one.text, clear=True) for one in case.protocol.day_check)
    everything: tuple[Command, ...] = (
        commands.NameTeam(performer=SURGEON, verifier=NURSE),
        commands.DateScreening(on=date(2026, 2, 20)),
        commands.DecideCriteria(decisions=(BMI,), by=case.investigator),
        commands.CheckDay(answers=answers),
        commands.NoteHandFinding(finding=ULCER),
        commands.WithdrawHandFinding(number=1, reason="wrong hand"),
        commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None),
        commands.FillSyringes(fills=(fill,), by=NURSE),
        commands.CheckSyringes(checks=(SyringeCheck(syringe=3, mark=ul(1000)),), by=SURGEON),
        commands.EnterHandling(handling=Handling(supplies=(SupplyCount(supply="syringe", count=10),))),
        draft(plan_leaving_out(ULNAR[0])),
    )
    return {type(one): one for one in everything}


PREPARING = sorted(changes(Case().with_team()), key=lambda one: one.__name__)


def approved_case() -> Case:
    case = Case().filled().eligible().do(commands.NoteHandFinding(finding=ULCER))
    return case.do(draft(plan_leaving_out(*ULNAR, finding=1))).approve()


@pytest.mark.parametrize("command", PREPARING, ids=lambda one: one.__name__)
def test_no_approval_survives_a_change(command: type[Command]) -> None:
    case = approved_case().time_out(Hand.RIGHT)
    approved_by = case.procedure.prepared.approved_by
    case.do(changes(case)[command])
    assert not case.procedure.approved
    assert case.procedure.prepared.approved_by is None
    assert case.procedure.prepared.was_approved == approved_by
    assert case.procedure.time_outs == frozenset()
    assert case.why(case.to_pass_time_out(Hand.LEFT)) is Why.NO_PLAN


@given(st.lists(st.sampled_from(PREPARING), min_size=1, max_size=5))
def test_however_many_changes_the_last_approval_that_fell_is_remembered(kinds: list[type[Command]]) -> None:
    case = approved_case()
    approved_by = case.procedure.prepared.approved_by
    accepted = [kind for kind in kinds if case.tried(changes(case)[kind]) is None]
    assert case.procedure.approved is (accepted == [])
    remembered = case.procedure.prepared.was_approved
    assert remembered == (approved_by if accepted else None)


def test_approved_again_after_a_change_the_fall_is_forgotten() -> None:
    fallen = approved_case().do(draft(plan_leaving_out(ULNAR[0], finding=1)))
    again = approved_case().do(draft(plan_leaving_out(ULNAR[0], finding=1))).approve()
    assert fallen.procedure.prepared.was_approved is not None
    assert again.procedure.prepared.was_approved is None
    assert again.procedure.prepared.approved_by == again.entries[-1].stamp


def test_only_the_performer_approves_and_only_what_was_seen() -> None:
    case = Case().filled().eligible().do(draft(plan_leaving_out()))
    seen = commands.ApprovePlan(seen=case.procedure.version)
    assert case.why(seen, Role.VERIFIER) is Why.NOT_YOUR_ROLE
    assert case.why(commands.ApprovePlan(seen=case.procedure.version - 1)) is Why.STALE
    case.do(seen)
    assert case.why(commands.ApprovePlan(seen=case.procedure.version)) is Why.ALREADY_APPROVED


def test_what_blocks_is_why_the_approval_is_refused() -> None:
    case = Case().with_team()
    assert case.why(commands.ApprovePlan(seen=case.procedure.version)) is Why.NO_PLAN
    case.do(draft(plan_leaving_out()))
    assert case.why(commands.ApprovePlan(seen=case.procedure.version)) is Why.CRITERIA_OPEN
    case.eligible()
    assert case.why(commands.ApprovePlan(seen=case.procedure.version)) is Why.NO_PRODUCT
    case.do(commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None))
    assert case.why(commands.ApprovePlan(seen=case.procedure.version)) is Why.SYRINGE_MISSING
    case.fill()
    twice = draft(Plan(order=(*case.plan().order, case.plan().order[0])))
    assert case.do(twice).why(commands.ApprovePlan(seen=case.procedure.version)) is Why.PLAN_FAULTY
    case.do(draft(plan_leaving_out())).approve()


def test_a_warning_is_the_performers_to_answer_for_and_stops_no_approval() -> None:
    case = Case().filled().eligible().do(draft(plan_leaving_out()))
    case.do(commands.EnterHandling(handling=Handling(priming=ul(66))))
    now = Moment(case.moment.utc, case.moment.offset_minutes)
    assert Found.SHORT_BY in {one.what for one in plan_findings(case.procedure, now)}
    assert case.approve().procedure.approved


def test_no_draft_is_taken_once_an_aliquot_was_given() -> None:
    case = Case().ready(*ULNAR).give()
    for command in (draft(plan_leaving_out()), commands.ApprovePlan(seen=case.procedure.version)):
        assert case.why(command) is Why.ALREADY_STARTED


def test_a_plan_is_the_same_whenever_its_entries_are_read_again() -> None:
    case = approved_case()
    again = None
    for entry in case.entries:
        again = apply(again, entry)
    assert again == case.procedure


def test_only_the_performer_drafts_and_only_for_a_finding_that_the_case_has() -> None:
    case = Case().with_team()
    asked = commands.DraftPlan(plan=case.plan())
    assert case.why(asked, Role.VERIFIER) is Why.NOT_YOUR_ROLE
    left_out = LeftOut(aliquot="RH-4-PIP-rad-dis", reason="Ends at the DIP joint", finding=1)
    order = tuple(code for code in case.plan().order if code != left_out.aliquot)
    asked = commands.DraftPlan(plan=Plan(order=order, not_planned=(left_out,)))
    assert case.why(asked) is Why.NO_SUCH_LINE
    finding = HandFinding(where="RH-4", kind=FindingKind.MISSING, ends_at=EndsAt.DIP, note="since 2019")
    assert case.do(commands.NoteHandFinding(finding=finding)).why(asked) is None
