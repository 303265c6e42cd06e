"""The life of a case: draft, planned, time-out, injecting, paused, settled, reconciled, signed, and stopped."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.practice_answers import clear_day, decisions_in_favour
from injection_plan import commands
from injection_plan.anatomy import Hand
from injection_plan.commands import Command
from injection_plan.events import Continued, Paused, Resumed
from injection_plan.plan import Plan
from injection_plan.rules.refusal import Why
from injection_plan.terms import Injected, Phase, Role, Standing
from injection_plan.views import FIRST_VIEW, turned
from tests.stories.case import Case, ul
from tests.stories.people import INVESTIGATOR, NURSE, SECOND_NURSE, SECOND_SURGEON, SURGEON

FIRST, SECOND, THIRD = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"
RIGHT_HAND = 18


def test_a_case_goes_from_draft_to_signed() -> None:
    case = Case().filled()
    passed = [case.procedure.phase]
    steps: tuple[Callable[[], Case], ...] = (
        lambda: case.do(commands.DraftPlan(plan=case.plan())).approve(),
        lambda: case.time_out(Hand.RIGHT).time_out(Hand.LEFT),
        lambda: case.give().read(),
        case.pause,
        case.resume,
        case.give_all,
        case.reconcile,
        case.sign,
    )
    for step in steps:
        step()
        passed.append(case.procedure.phase)
    assert passed == [
        Phase.DRAFT, Phase.PLANNED, Phase.TIME_OUT, Phase.INJECTING, Phase.PAUSED, Phase.INJECTING,
        Phase.SETTLED, Phase.RECONCILED, Phase.SIGNED,
    ]  # fmt: skip
    assert case.procedure.given_volume == ul(10_000)


def test_nothing_is_asked_of_a_case_that_is_not_open() -> None:
    assert Case().why(commands.Pause()) is Why.NOT_OPEN
    case = Case().opened()
    assert case.why(case.to_open()) is Why.ALREADY_OPEN


def test_a_code_that_does_not_fit_opens_no_case() -> None:
    opening = Case().to_open()
    assert Case().why(opening.model_copy(update={"participant": "1-107"})) is Why.CODE_DOES_NOT_FIT


def test_performer_and_verifier_are_two_people() -> None:
    twice = commands.NameTeam(
        performer=SURGEON, verifier=SURGEON.model_copy(update={"name": "practice  SURGEON"})
    )
    assert Case().opened().why(twice) is Why.ONE_PERSON


def test_the_product_is_ready_no_later_than_now() -> None:
    case = Case().with_team()
    later = case.moment.utc + timedelta(minutes=1)
    assert (
        case.why(commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=later)) is Why.IN_THE_FUTURE
    )
    case.do(commands.DescribeProduct(prepared=ul(10_000), lot="L-7", ready_at=case.moment.utc))


def test_syringes_wait_for_the_product() -> None:
    case = Case().with_team()
    assert case.why(commands.FillSyringes(fills=case.fills())) is Why.NO_PRODUCT


@pytest.mark.parametrize(
    "drawn_up, mark, why",
    [
        (1000, 1010, Why.ABOVE_SYRINGE_SIZE),
        (900, 910, Why.MARK_ABOVE_DRAWN_UP),
        (1001, 1000, Why.TOO_MUCH_DRAWN_UP),
    ],
)
def test_a_fill_that_cannot_be_is_refused(drawn_up: int, mark: int, why: Why) -> None:
    case = Case().with_product()
    assert case.why(commands.FillSyringes(fills=case.fills(drawn_up, mark))) is why


def test_a_syringe_that_the_protocol_lacks_is_refused() -> None:
    case = Case().with_product()
    strange = case.fills()[0].model_copy(update={"syringe": 11})
    assert case.why(commands.FillSyringes(fills=(strange,))) is Why.SYRINGE_MISSING


def test_approval_waits_for_people_product_plan_and_syringes() -> None:
    case = Case().opened()
    asked = commands.ApprovePlan(seen=1)
    assert case.why(asked) is Why.NO_TEAM
    case = Case().with_team()
    assert case.why(asked) is Why.NO_PLAN

    def why_not() -> Why | None:
        return case.why(commands.ApprovePlan(seen=case.procedure.version))

    case.do(commands.DraftPlan(plan=case.plan()))
    assert why_not() is Why.CRITERIA_OPEN
    case.do(commands.DecideCriteria(decisions=decisions_in_favour(case.protocol), by=INVESTIGATOR))
    assert why_not() is Why.SHEET_NOT_SIGNED
    case.sign_off()
    assert why_not() is Why.DAY_NOT_CHECKED
    case.do(commands.CheckDay(answers=clear_day(case.protocol)))
    assert why_not() is Why.NO_PRODUCT
    case.do(commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None))
    case.do(commands.FillSyringes(fills=case.fills()[1:], by=NURSE))
    assert why_not() is Why.SYRINGE_MISSING
    case.do(commands.FillSyringes(fills=case.fills(), by=NURSE))
    assert why_not() is Why.SYRINGE_NOT_CHECKED
    case.fill()
    assert case.why(asked) is Why.STALE
    assert case.approve().why(asked) is Why.ALREADY_APPROVED


def test_a_finger_that_is_not_planned_needs_no_syringe() -> None:
    case = Case().with_product()
    thumb = [FIRST, SECOND]
    case.fill(case.fills()[1:]).do(commands.DraftPlan(plan=case.plan(*thumb)))
    case.approve().time_out(Hand.RIGHT).time_out(Hand.LEFT).give_all()
    assert case.procedure.end_marks_owed == ()
    assert case.signed().procedure.phase is Phase.SIGNED


def test_a_plan_that_forgets_or_repeats_an_aliquot_is_written_but_not_approved() -> None:
    case = Case().filled().eligible()
    whole = case.plan()
    for order in (whole.order[1:], (*whole.order, whole.order[0])):
        case.do(commands.DraftPlan(plan=Plan(order=order)))
        assert case.why(commands.ApprovePlan(seen=case.procedure.version)) is Why.PLAN_FAULTY


def test_only_the_performer_approves() -> None:
    case = Case().filled()
    case.do(commands.DraftPlan(plan=case.plan()))
    asked = commands.ApprovePlan(seen=case.procedure.version)
    assert case.why(asked, Role.VERIFIER) is Why.NOT_YOUR_ROLE
    assert case.why(asked, by=SECOND_SURGEON) is Why.NOT_IN_TEAM


@pytest.mark.parametrize("change", ["team", "product", "fills", "plan"])
def test_any_change_takes_the_approval_back(change: str) -> None:
    case = Case().approved()
    changes: dict[str, Command] = {
        "team": commands.NameTeam(performer=SURGEON, verifier=SECOND_NURSE),
        "product": commands.DescribeProduct(prepared=ul(11_000), lot=None, ready_at=None),
        "fills": commands.FillSyringes(fills=case.fills(950, 950)),
        "plan": commands.DraftPlan(plan=case.plan(THIRD)),
    }
    case.do(changes[change])
    assert not case.procedure.approved
    assert (
        case.why(commands.Give(aliquot=FIRST, volume=ul(500), seen=case.procedure.seen(FIRST))) is Why.NO_PLAN
    )


@pytest.mark.parametrize("begun", ["given", "omitted", "voided", "unknown"])
def test_once_begun_the_plan_stands(begun: str) -> None:
    case = Case().ready()
    match begun:
        case "given":
            case.give()
        case "omitted":
            case.omit()
        case "voided":
            case.give().void(FIRST, Injected.NO)
        case _:
            case.omit().void(FIRST, Injected.NOT_SURE)
    assert case.why(commands.DraftPlan(plan=case.plan())) is Why.ALREADY_STARTED
    assert case.why(commands.FillSyringes(fills=case.fills())) is Why.ALREADY_STARTED
    assert case.why(commands.NameTeam(performer=SURGEON, verifier=SECOND_NURSE)) is Why.ALREADY_STARTED


def test_a_time_out_stands_before_each_hand() -> None:
    case = Case().approved()
    assert case.why(case.to_give()) is Why.NO_TIME_OUT
    case.time_out(Hand.RIGHT)
    for _ in range(RIGHT_HAND):
        case.give().read()
    assert case.why(case.to_give()) is Why.NO_TIME_OUT
    assert case.time_out(Hand.LEFT).give().procedure.phase is Phase.INJECTING


def test_every_line_of_the_time_out_is_answered() -> None:
    case = Case().approved()
    short = case.to_pass_time_out(Hand.RIGHT)
    assert case.why(short.model_copy(update={"lines": short.lines[1:]})) is Why.LINES_MISSING


def test_no_time_out_where_nothing_is_left_or_may_be_given() -> None:
    left = [one.aliquot for one in Case().protocol.aliquots if one.aliquot.startswith("LH")]
    case = Case().approved(*left)
    assert case.why(case.to_pass_time_out(Hand.LEFT)) is Why.NOTHING_ON_HAND
    assert case.stop().why(case.to_pass_time_out(Hand.RIGHT)) is Why.IS_STOPPED


def test_after_a_change_of_performer_the_time_out_is_asked_again() -> None:
    case = Case().ready().give().read().hand_over(Role.PERFORMER, SECOND_SURGEON)
    assert case.why(case.to_give()) is Why.NO_TIME_OUT
    case.time_out(Hand.RIGHT)
    assert case.why(case.to_give(), by=SURGEON) is Why.NOT_IN_TEAM
    assert case.give().delivery(SECOND).standing is Standing.MARK_OWED


def test_a_change_of_verifier_asks_for_no_time_out() -> None:
    case = Case().ready().give().hand_over(Role.VERIFIER, SECOND_NURSE)
    assert case.why(case.to_read(), by=NURSE) is Why.NOT_IN_TEAM
    stamp = case.read().give().delivery(FIRST).mark_stamp
    assert stamp is not None
    assert stamp.acted_by == SECOND_NURSE


def test_no_role_goes_to_who_holds_the_other_one_or_before_anybody_holds_it() -> None:
    over = commands.HandOver(role=Role.PERFORMER, person=NURSE)
    assert Case().ready().why(over) is Why.ONE_PERSON
    assert Case().opened().why(over) is Why.NO_TEAM


@pytest.mark.parametrize("reached", ["opened", "approved", "ready", "stop", "settled", "reconciled"])
def test_pause_event_and_turning_are_never_refused_in_an_open_case(reached: str) -> None:
    case = Case()
    match reached:
        case "opened":
            case.opened()
        case "approved":
            case.approved()
        case "ready":
            case.ready().give()
        case "stop":
            case.ready().give().stop()
        case "settled":
            case.ready().give_all()
        case _:
            case.ready().give_all().reconcile()
    case.do(commands.NoteOccurrence(text="felt faint")).pause().do(commands.Pause(reason="still faint"))
    case.do(commands.TurnView(view=turned(FIRST_VIEW)))
    assert case.procedure.paused
    assert case.procedure.view == turned(FIRST_VIEW)


@pytest.mark.parametrize("reached", ["opened", "with_team", "filled", "approved", "ready"])
def test_every_open_case_can_be_stopped_and_closed(reached: str) -> None:
    case = getattr(Case(), reached)().stop()
    if case.procedure.performer is None:
        case.do(commands.NameTeam(performer=SURGEON, verifier=NURSE))
    assert case.signed().procedure.phase is Phase.SIGNED


def test_a_stop_omits_what_is_left_and_leaves_the_owed_mark_to_be_read_or_given_up() -> None:
    case = Case().ready().give().stop()
    assert case.procedure.phase is Phase.STOPPED
    assert {one.reason for one in case.procedure.planned[1:]} == {"pain"}
    assert {one.standing for one in case.procedure.planned[1:]} == {Standing.OMITTED}
    assert case.why(commands.Stop(reason="again")) is Why.IS_STOPPED
    assert case.why(commands.NameTeam(performer=SURGEON, verifier=SECOND_NURSE)) is Why.IS_STOPPED
    assert case.leave_unread().procedure.phase is Phase.SETTLED
    assert case.signed().procedure.phase is Phase.SIGNED


def test_a_stopped_case_offers_nothing_again() -> None:
    case = Case().ready().give().read().stop().void(FIRST, Injected.NO)
    assert case.standing(FIRST) is Standing.OMITTED
    assert case.delivery(FIRST).reason == "pain"
    assert case.procedure.current is None


def test_what_was_injected_after_all_can_still_be_said_of_a_stopped_case() -> None:
    case = Case().ready().stop().void(FIRST, Injected.YES, volume=300)
    assert case.read(700).standing(FIRST) is Standing.VERIFIED


def test_while_paused_nothing_is_given() -> None:
    case = Case().ready().pause()
    assert case.why(case.to_give()) is Why.IS_PAUSED
    assert case.resume().why(commands.Resume()) is Why.NOT_PAUSED
    assert case.last == Resumed(another_day=False)
    case.give()


@pytest.mark.parametrize(
    "hours, another_day",
    [(5, False), (6, True), (15, True)],
    ids=["five hours", "six hours", "after midnight"],
)
def test_resuming_on_another_day_asks_for_a_new_time_out(hours: int, another_day: bool) -> None:
    case = Case().ready().give().read().pause().wait(hours=hours).resume()
    assert case.last == Resumed(another_day=another_day)
    assert (case.why(case.to_give()) is Why.NO_TIME_OUT) is another_day


def test_midnight_is_the_one_of_the_workstation() -> None:
    case = Case().wait(hours=13, minutes=55).ready().pause().wait(minutes=10).resume()
    assert case.last == Resumed(another_day=True)
    assert case.moment.utc.date() == case.entries[0].stamp.recorded.date()
    night = Case().wait(hours=14, minutes=55).ready().pause().wait(minutes=10).resume()
    assert night.last == Resumed(another_day=False)


def test_an_entry_in_the_night_does_not_make_the_pause_any_shorter() -> None:
    case = Case().ready().pause().wait(hours=14).do(commands.NoteOccurrence(text="slept")).pause()
    assert case.resume().last == Resumed(another_day=True)


def test_a_pause_is_held_against_its_first_moment_until_it_ends() -> None:
    case = Case().ready().pause().wait(hours=4).resume().pause().wait(hours=4).resume()
    assert case.last == Resumed(another_day=False)


def test_the_program_may_end_in_the_middle_and_go_on() -> None:
    case = Case().ready().give().read().restarted()
    assert case.last == Continued(another_day=False)
    assert case.why(case.to_give()) is None


def test_going_on_after_a_night_asks_for_a_time_out_once() -> None:
    case = Case().ready().give().read().pause().wait(hours=20)
    case.do(commands.NoteClockJump(by_ms=-3_600_000)).restarted()
    assert case.last == Continued(another_day=True)
    assert case.procedure.paused
    assert case.resume().last == Resumed(another_day=False)
    assert case.why(case.to_give()) is Why.NO_TIME_OUT


def test_a_clock_that_was_moved_is_an_entry_and_changes_nothing() -> None:
    case = Case().ready()
    before = case.procedure
    case.do(commands.NoteClockJump(by_ms=60_000))
    assert (case.procedure.deliveries, case.procedure.time_outs) == (before.deliveries, before.time_outs)


def test_what_is_in_doubt_keeps_the_case_in_the_injecting_phase() -> None:
    case = Case().ready().give().void(FIRST, Injected.NOT_SURE)
    assert case.procedure.phase is Phase.INJECTING


def test_a_pause_says_why() -> None:
    assert Case().ready().do(commands.Pause(reason="bandage")).last == Paused(reason="bandage")
