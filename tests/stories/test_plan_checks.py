"""Each check of a plan: what makes it speak, what it is about, and when it is silent."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from injection_plan import commands
from injection_plan.answers import DayAnswer
from injection_plan.eligibility import Decision, MeasuredValue
from injection_plan.hand_findings import HandFinding
from injection_plan.plan import LeftOut, Plan
from injection_plan.plan_checks import (
    PLAN_CHECKS,
    Finding,
    Found,
    Moment,
    against_approval,
    check_differs,
    is_today,
    plan_findings,
    unrecorded,
)
from injection_plan.procedure import Procedure
from injection_plan.product import Cells, Handling, Harvest, Lot, Process, SyringeCheck, SyringeFill
from injection_plan.protocol import Protocol
from injection_plan.terms import FindingKind, Severity, Step, Verdict
from injection_plan.volume import NOTHING, Volume
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SURGEON, shipped_protocol

ULNAR = ("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
RELEASED = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
WHOLE = Process(
    harvest=Harvest(sites="abdomen", volume=ul(180_000)),
    lots=(Lot(what="Reagent", number="R-1", expires=date(2026, 3, 2)),),
    started_at=RELEASED - timedelta(hours=2),
    ended_at=RELEASED - timedelta(minutes=10),
    cells=Cells(count="40 million", viability_percent="92"),
    sample=NOTHING,
    released_by="Laboratory",
    label="01-0107",
)


def plan(case: Case, *leaving_out: str, finding: int | None = None) -> Plan:
    whole = case.plan(*leaving_out)
    left_out = tuple(LeftOut(aliquot=code, reason="ulcer", finding=finding) for code in leaving_out)
    return Plan(order=whole.order, not_planned=left_out)


def untroubled(protocol: Protocol | None = None) -> Case:
    """A case about which nothing is found but that the values of criteria were not entered."""
    case = Case(protocol).with_team()
    case.do(commands.DescribeProduct(prepared=ul(10_000), lot="C1", ready_at=RELEASED, process=WHOLE))
    case.fill().eligible().do(commands.DraftPlan(plan=case.plan()))
    return case.do(commands.EnterHandling(handling=Handling(priming=NOTHING)))


def now(case: Case) -> Moment:
    return Moment(case.moment.utc, case.moment.offset_minutes)


def findings(case: Case) -> tuple[Finding, ...]:
    return plan_findings(case.procedure, now(case))


def said(case: Case, *what: Found) -> list[tuple[Found, Severity, Step, str]]:
    return [(one.what, one.severity, one.step, one.about) for one in findings(case) if one.what in what]


def described(case: Case, **changed: object) -> Case:
    process = WHOLE.model_copy(update=changed)
    return case.do(
        commands.DescribeProduct(prepared=ul(10_000), lot="C1", ready_at=RELEASED, process=process)
    ).fill()


def drafted(case: Case, order: tuple[str, ...], not_planned: tuple[LeftOut, ...] = ()) -> Case:
    return case.do(commands.DraftPlan(plan=Plan(order=order, not_planned=not_planned)))


def test_about_an_untroubled_plan_only_the_values_that_nobody_entered_are_noted() -> None:
    case = untroubled()
    assert {one.what for one in findings(case)} == {Found.VALUE_MISSING}
    assert {one.severity for one in findings(case)} == {Severity.NOTE}
    assert against_approval(case.procedure, now(case)) == ()


def noted(case: Case) -> Case:
    finding = HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="4 mm")
    return case.do(commands.NoteHandFinding(finding=finding))


def twice(case: Case) -> Case:
    order = case.plan().order
    return drafted(case, (*order, order[0]))


def apart(case: Case) -> Case:
    order = case.plan().order
    return drafted(case, (*order[1:], order[0]))


SPEAKS_ABOUT: dict[str, Callable[[], Case]] = {
    "two_people_are_named": lambda: Case().opened(),
    "every_criterion_is_in_favour": lambda: Case().with_team(),
    "values_agree_with_decisions": untroubled,
    "what_was_found_was_known": lambda: noted(untroubled()),
    "the_sheet_is_signed_off": lambda: Case().with_team(),
    "the_day_was_checked": lambda: Case().with_team(),
    "the_product_is_described": lambda: Case().with_team(),
    "every_wanted_syringe_is_filled_and_checked": lambda: drafted(Case().with_product(), Case().plan().order),
    "something_is_planned": lambda: Case().with_team(),
    "each_aliquot_once": lambda: twice(Case().with_team()),
    "the_whole_protocol": lambda: drafted(Case().with_team(), Case().plan().order[1:]),
    "each_finger_in_one_go": lambda: apart(Case().with_team()),
    "findings_are_answered": lambda: noted(untroubled()),
    "the_product_covers_the_plan": lambda: Case().with_product(9_000),
}


@pytest.mark.parametrize("check", PLAN_CHECKS, ids=lambda one: one.__name__)
def test_every_check_speaks_about_one_case_and_is_silent_about_another(
    check: Callable[[Procedure, Moment], Iterator[Finding]],
) -> None:
    name = getattr(check, "__name__", "")
    loud = SPEAKS_ABOUT[name]()
    quiet = Case().with_team() if name == "values_agree_with_decisions" else untroubled()
    assert list(check(loud.procedure, now(loud))) != []
    assert list(check(quiet.procedure, now(quiet))) == []


def decided_bmi(case: Case, value: str) -> Case:
    decision = Decision(
        criterion="bmi",
        verdict=Verdict.NOT_MET,
        values=(MeasuredValue(measure="bmi", value=value),),
        note="weighed in a cast",
    )
    return case.do(commands.DecideCriteria(decisions=(decision,), by=case.investigator))


def asked(case: Case, *, clear: bool) -> Case:
    answers = tuple(
        DayAnswer(line=one.line, text=one.text, clear=clear, note=None if clear else "small")
        for one in case.protocol.day_check
    )
    return case.do(commands.CheckDay(answers=answers))


def filled(case: Case, mark: int, syringe: int = 3) -> Case:
    fill = SyringeFill(syringe=syringe, drawn_up=ul(1000), mark=ul(mark))
    return case.do(commands.FillSyringes(fills=(fill,), by=NURSE))


def read(case: Case, mark: int, syringe: int = 3) -> Case:
    check = SyringeCheck(syringe=syringe, mark=ul(mark))
    return case.do(commands.CheckSyringes(checks=(check,), by=SURGEON))


def test_two_people_are_named() -> None:
    assert said(Case().opened(), Found.NO_TEAM) == [(Found.NO_TEAM, Severity.BLOCKS, Step.SET_UP, "")]
    assert said(Case().with_team(), Found.NO_TEAM) == []


def test_every_criterion_is_decided_in_favour() -> None:
    fresh = Case().with_team()
    assert len(said(fresh, Found.CRITERION_OPEN)) == len(fresh.protocol.criteria) == 25
    case = untroubled()
    assert said(case, Found.CRITERION_OPEN, Found.CRITERION_AGAINST) == []
    against = Decision(criterion="consent", verdict=Verdict.NOT_MET)
    case.do(commands.DecideCriteria(decisions=(against,), by=case.investigator))
    assert said(case, Found.CRITERION_AGAINST) == [
        (Found.CRITERION_AGAINST, Severity.BLOCKS, Step.ELIGIBILITY, "consent")
    ]
    assert said(case, Found.SHEET_NOT_SIGNED) == [
        (Found.SHEET_NOT_SIGNED, Severity.BLOCKS, Step.ELIGIBILITY, "")
    ]


def test_a_value_agrees_with_the_decision_or_is_said() -> None:
    case = decided_bmi(untroubled(), "16.9")
    assert said(case, Found.VALUE_CONTRADICTS) == [
        (Found.VALUE_CONTRADICTS, Severity.WARNS, Step.ELIGIBILITY, "bmi")
    ]
    decided_bmi(case, "17")
    assert said(case, Found.VALUE_CONTRADICTS) == []
    assert "bmi" not in {about for *_, about in said(case, Found.VALUE_MISSING)}


def test_a_protocol_without_criteria_or_questions_wants_no_sheet_and_no_day() -> None:
    bare = shipped_protocol().model_copy(update={"criteria": (), "day_check": ()})
    case = Case(bare).with_team()
    assert said(case, Found.CRITERION_OPEN, Found.SHEET_NOT_SIGNED, Found.DAY_NOT_CHECKED) == []


def test_the_questions_of_the_day_are_those_of_this_day() -> None:
    case = untroubled()
    assert said(case, Found.DAY_NOT_CHECKED, Found.DAY_NOT_CLEAR) == []
    asked(case, clear=False)
    lines = [
        (Found.DAY_NOT_CLEAR, Severity.WARNS, Step.ELIGIBILITY, one.line) for one in case.protocol.day_check
    ]
    assert said(case, Found.DAY_NOT_CLEAR) == lines
    case.wait(days=1)
    assert said(case, Found.DAY_NOT_CHECKED) == [
        (Found.DAY_NOT_CHECKED, Severity.BLOCKS, Step.ELIGIBILITY, "")
    ]
    assert against_approval(case.procedure, now(case))[0].what is Found.DAY_NOT_CHECKED


def test_questions_that_were_never_asked_are_not_todays() -> None:
    case = Case().with_team()
    assert not is_today(case.procedure, now(case))


def test_midnight_is_the_workstations_own() -> None:
    case = untroubled()
    late = case.moment.utc.replace(hour=22, minute=59)
    assert Found.DAY_NOT_CHECKED not in {one.what for one in plan_findings(case.procedure, Moment(late, 60))}
    assert Found.DAY_NOT_CHECKED in {
        one.what for one in plan_findings(case.procedure, Moment(late + timedelta(minutes=2), 60))
    }


def test_the_product_is_described() -> None:
    assert said(Case().with_team(), Found.NO_PRODUCT) == [
        (Found.NO_PRODUCT, Severity.BLOCKS, Step.PRODUCT, "")
    ]
    assert unrecorded(Case().with_team().procedure) == ()
    case = untroubled()
    assert unrecorded(case.procedure) == ()
    bare = Case().with_product()
    assert [about for *_, about in said(bare, Found.NOT_RECORDED)] == [
        "lot", "harvest", "lots", "started_at", "ended_at", "cells", "sample",
    ]  # fmt: skip
    assert len(said(bare, Found.NOT_RELEASED, Found.LABEL_NOT_COMPARED)) == 2


@pytest.mark.parametrize("volume,short", [(180_000, None), (179_999, 1), (150_000, 30_000)])
def test_the_harvest_is_held_against_the_protocols_least(volume: int, short: int | None) -> None:
    case = described(untroubled(), harvest=Harvest(sites="abdomen", volume=ul(volume)))
    found = [one.volume for one in findings(case) if one.what is Found.HARVEST_SHORT]
    assert found == ([] if short is None else [ul(short)])


def test_a_protocol_without_a_least_harvest_compares_none() -> None:
    protocol = shipped_protocol()
    limits = protocol.limits.model_copy(update={"harvest_least": None})
    case = untroubled(protocol.model_copy(update={"limits": limits}))
    described(case, harvest=Harvest(sites="abdomen", volume=ul(1000)))
    assert said(case, Found.HARVEST_SHORT) == []


@pytest.mark.parametrize(
    "expires,is_said", [(date(2026, 3, 2), False), (date(2026, 3, 1), True), (None, False)]
)
def test_a_lot_may_be_used_on_the_day_it_expires(expires: date | None, is_said: bool) -> None:
    case = described(untroubled(), lots=(Lot(what="Reagent", number="R-1", expires=expires),))
    assert bool(said(case, Found.LOT_EXPIRED)) is is_said


def test_the_time_from_release_counts_only_where_the_protocol_sets_one() -> None:
    protocol = shipped_protocol()
    limits = protocol.limits.model_copy(update={"use_within_minutes": 60})
    case = untroubled(protocol.model_copy(update={"limits": limits}))
    ready_at = RELEASED + timedelta(minutes=60)
    exactly, later = Moment(ready_at, 60), Moment(ready_at + timedelta(seconds=1), 60)
    assert Found.PAST_ITS_TIME not in {one.what for one in plan_findings(case.procedure, exactly)}
    assert Found.PAST_ITS_TIME in {one.what for one in plan_findings(case.procedure, later)}
    unlimited = untroubled().procedure
    assert Found.PAST_ITS_TIME not in {one.what for one in plan_findings(unlimited, later)}


def test_each_wanted_syringe_is_filled_and_read_by_a_second_person() -> None:
    case = Case().with_product().do(commands.DraftPlan(plan=Case().plan(*ULNAR, "LH-5-PIP-rad-dis")))
    assert [about for *_, about in said(case, Found.NOT_FILLED)] == [str(number) for number in range(1, 11)]
    filled(case, 1000)
    assert said(case, Found.NOT_CHECKED) == [(Found.NOT_CHECKED, Severity.BLOCKS, Step.SYRINGES, "3")]
    read(case, 980)
    assert said(case, Found.NOT_CHECKED, Found.CHECK_DIFFERS) == []
    read(filled(case, 1000), 979)
    assert said(case, Found.CHECK_DIFFERS) == [(Found.CHECK_DIFFERS, Severity.BLOCKS, Step.SYRINGES, "3")]
    assert not check_differs(case.procedure, case.syringe(4))


def test_a_syringe_of_which_nothing_is_planned_is_not_asked_for() -> None:
    little = [code for code in Case().plan().order if code.startswith("LH-5-")]
    case = Case().with_product().do(commands.DraftPlan(plan=Case().plan(*little)))
    assert "10" not in {about for *_, about in said(case, Found.NOT_FILLED)}


def test_a_fill_mark_below_what_is_planned_is_said_with_the_difference() -> None:
    case = read(filled(untroubled(), 990), 990)
    assert [(one.about, one.volume) for one in findings(case) if one.what is Found.FILL_TOO_SMALL] == [
        ("3", ul(10))
    ]
    assert said(read(filled(case, 1000), 1000), Found.FILL_TOO_SMALL) == []


def test_a_syringe_that_falls_short_once_its_dead_space_is_lost_is_said_with_the_difference() -> None:
    case = untroubled().do(commands.EnterHandling(handling=Handling(priming=ul(66))))
    short = [(one.about, one.volume) for one in findings(case) if one.what is Found.SYRINGE_SHORT]
    assert short == [(str(number), ul(66)) for number in range(1, 11)]
    with_room = untroubled().do(commands.EnterHandling(handling=Handling(priming=ul(0))))
    assert said(with_room, Found.SYRINGE_SHORT) == []


def test_before_there_is_a_plan_the_protocol_says_which_syringes_are_wanted() -> None:
    case = Case().with_product()
    assert [about for *_, about in said(case, Found.NOT_FILLED)] == [str(number) for number in range(1, 11)]


def test_what_is_found_after_a_decision_or_an_answer_about_it_is_said_until_it_is_given_again() -> None:
    ulcer = HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="open, 4 mm")
    case = untroubled()
    both = (Found.FOUND_AFTER_DECISION, Found.FOUND_AFTER_ANSWER)
    assert said(case, *both) == []
    case.do(commands.NoteHandFinding(finding=ulcer))
    assert [(what, about) for what, *_, about in said(case, *both)] == [
        (Found.FOUND_AFTER_DECISION, "contracture_or_ulcer"),
        (Found.FOUND_AFTER_ANSWER, "ulcer"),
    ]
    case.eligible()
    assert said(case, *both) == []
    case.do(commands.WithdrawHandFinding(number=1, reason="wrong hand"))
    assert said(case, *both) == []


def test_a_day_that_was_not_entered_is_no_missing_value() -> None:
    case = Case().with_team().eligible()
    names = {about for *_, about in said(case, Found.VALUE_MISSING)}
    assert {"age", "bmi", "laboratory"} <= names
    assert "infection" not in names


def test_something_is_planned() -> None:
    case = Case().with_team()
    assert said(case, Found.NO_PLAN) == [(Found.NO_PLAN, Severity.BLOCKS, Step.HANDS, "")]
    everything = plan(case, *case.plan().order).not_planned
    drafted(case, (), everything)
    assert said(case, Found.NO_PLAN, Found.NOTHING_PLANNED) == [
        (Found.NOTHING_PLANNED, Severity.WARNS, Step.HANDS, "")
    ]
    drafted(case, case.plan().order)
    assert said(case, Found.NOTHING_PLANNED) == []


def test_each_aliquot_stands_once_and_all_of_the_protocol_stand() -> None:
    case = Case().with_team()
    order = case.plan().order
    drafted(case, (*order[1:], order[5]))
    assert said(case, Found.TWICE, Found.MISSING) == [
        (Found.TWICE, Severity.BLOCKS, Step.HANDS, order[5]),
        (Found.MISSING, Severity.BLOCKS, Step.HANDS, order[0]),
    ]
    drafted(case, order[1:], (LeftOut(aliquot=order[1], reason="ulcer"),))
    assert [about for *_, about in said(case, Found.TWICE)] == [order[1]]


def test_what_the_protocol_lacks_is_foreign_to_the_plan() -> None:
    protocol = shipped_protocol()
    case = Case().with_team().do(commands.DraftPlan(plan=Case().plan()))
    fewer = protocol.model_copy(update={"aliquots": protocol.aliquots[1:]})
    left_out = plan(case, case.plan().order[0])
    changed = replace(case.procedure, protocol=fewer, plan=left_out)
    found = [one.about for one in plan_findings(changed, now(case)) if one.what is Found.FOREIGN]
    assert found == [protocol.aliquots[0].aliquot]


def test_a_finger_is_given_in_one_go_or_said_once() -> None:
    case = Case().with_team()
    order = case.plan().order
    drafted(case, (*order[1:], order[0]))
    assert said(case, Found.FINGER_APART) == [(Found.FINGER_APART, Severity.WARNS, Step.HANDS, order[0])]
    drafted(case, (order[0], order[2], order[1], *order[3:]))
    assert [about for *_, about in said(case, Found.FINGER_APART)] == [order[1], order[3]]
    drafted(case, order)
    assert said(case, Found.FINGER_APART) == []


def test_a_finding_at_which_all_is_planned_is_noted_until_a_pass_is_left_out() -> None:
    case = noted(untroubled())
    assert said(case, Found.FINDING_UNANSWERED) == [
        (Found.FINDING_UNANSWERED, Severity.NOTE, Step.HANDS, "1")
    ]
    case.do(commands.DraftPlan(plan=plan(case, ULNAR[0], finding=1)))
    assert said(case, Found.FINDING_UNANSWERED, Found.FINDING_WITHDRAWN) == []


def test_a_pass_left_out_for_a_finding_that_was_withdrawn_is_said() -> None:
    case = noted(untroubled())
    case.do(commands.DraftPlan(plan=plan(case, *ULNAR, finding=1)))
    case.do(commands.WithdrawHandFinding(number=1, reason="wrong hand"))
    assert said(case, Found.FINDING_WITHDRAWN) == [
        (Found.FINDING_WITHDRAWN, Severity.WARNS, Step.HANDS, code) for code in ULNAR
    ]
    case.do(commands.DraftPlan(plan=plan(case, *ULNAR)))
    assert said(case, Found.FINDING_WITHDRAWN) == []


@pytest.mark.parametrize("priming,short", [(0, None), (66, 660), (120, 1200)])
def test_the_product_covers_plan_and_dead_space_or_is_short_by_so_much(
    priming: int, short: int | None
) -> None:
    case = untroubled().do(commands.EnterHandling(handling=Handling(priming=ul(priming))))
    found = [one.volume for one in findings(case) if one.what is Found.SHORT_BY]
    assert found == ([] if short is None else [Volume(short)])


def test_a_loss_that_nobody_entered_is_noted() -> None:
    case = untroubled()
    assert said(case, Found.LOSS_UNKNOWN) == []
    case.do(commands.EnterHandling(handling=Handling()))
    assert said(case, Found.LOSS_UNKNOWN) == [(Found.LOSS_UNKNOWN, Severity.NOTE, Step.PLAN, "")]
