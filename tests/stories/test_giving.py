"""Giving: what stands before a Give, what stale means, the choice of the next, and what happened differently."""

from datetime import timedelta

import pytest

from injection_plan import commands
from injection_plan.events import Differed
from injection_plan.procedure import Owed
from injection_plan.rules.refusal import Why
from injection_plan.terms import Injected, Occasion, Role, Standing
from tests.stories.case import Case, ul

FIRST, SECOND, THIRD, FOURTH = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis", "RH-2-PIP-rad-prx"
INDEX_ULNAR = "RH-2-PIP-uln-dis"
LEFT_THUMB = "LH-1-MCP-rad-dis"


def test_a_mark_that_is_owed_comes_first() -> None:
    case = Case().ready().give()
    assert case.why(case.to_give(SECOND)) is Why.MARK_IS_OWED
    assert case.read().why(case.to_give(SECOND)) is None


def test_only_the_performer_gives_and_only_the_planned_volume() -> None:
    case = Case().ready()
    assert case.why(case.to_give(), Role.VERIFIER) is Why.NOT_YOUR_ROLE
    assert case.why(case.to_give(volume=250)) is Why.OTHER_VOLUME


@pytest.mark.parametrize("waited, why", [(699, Why.TOO_SOON), (700, None)])
def test_the_lock_out_stands_between_two_gives(waited: int, why: Why | None) -> None:
    case = Case().ready()
    case.give()
    given = case.moment
    case.leave_unread()
    case.moment = given.later(timedelta(milliseconds=waited))
    assert case.why(case.to_give()) is why


def test_a_lock_out_does_not_reach_into_another_run_of_the_program() -> None:
    case = Case().ready().give().leave_unread().restarted()
    assert case.why(case.to_give()) is None


def test_after_signing_nothing_is_given_read_or_changed() -> None:
    case = Case().ready().give_all().signed()
    for command in (
        commands.Give(aliquot=FIRST, volume=ul(500), seen=0),
        commands.ReadMark(occasion=Occasion.END, syringe=1, about=None, mark=ul(0), seen=0),
        commands.LeaveMarkUnread(occasion=Occasion.END, syringe=1, about=None, seen=0),
        case.to_omit(FIRST),
        case.to_void(FIRST, Injected.NO),
        case.to_differ(),
        commands.ChooseNext(aliquot=FIRST, seen=0),
        commands.Pause(),
        commands.Resume(),
        commands.ContinueCase(),
        commands.Stop(reason="late"),
        commands.NoteOccurrence(text="late"),
        commands.HandOver(role=Role.PERFORMER, person=case.entries[0].stamp.acted_by),
        commands.DraftPlan(plan=case.plan()),
        commands.DescribeProduct(prepared=ul(1), lot=None, ready_at=None),
        commands.CorrectParticipantCode(participant="01-0108", reason="typed wrong"),
    ):
        assert case.why(command) is Why.AFTER_SIGNING, command


def test_a_screen_that_is_behind_gives_omits_voids_and_chooses_nothing() -> None:
    case = Case().ready()
    give, omit, choose = case.to_give(), case.to_omit(), commands.ChooseNext(aliquot=SECOND, seen=0)
    void = case.to_void(FIRST, Injected.NO)
    case.give().void(FIRST, Injected.NO).wait(seconds=1)
    assert [case.why(one) for one in (give, omit, choose)] == [Why.STALE] * 3
    assert case.give().why(void) is Why.STALE


def test_the_nurses_reading_of_one_syringe_makes_no_press_for_another_stale() -> None:
    case = Case().ready().give().read().give()
    ahead = case.to_omit(THIRD)
    assert case.read().why(ahead) is None


def test_another_aliquot_is_chosen_first_and_its_finger_is_then_finished() -> None:
    case = Case().ready().choose(FOURTH)
    assert (
        case.why(commands.ChooseNext(aliquot=FOURTH, seen=case.procedure.seen(FOURTH))) is Why.ALREADY_SHOWN
    )
    given = []
    for _ in range(5):
        given.append(case.current)
        case.give().read()
        if case.procedure.owed is not None:
            case.read()
    assert given == [FOURTH, THIRD, INDEX_ULNAR, "RH-2-PIP-uln-prx", FIRST]


def test_only_what_is_planned_can_be_chosen_and_no_owed_mark_is_left_behind() -> None:
    case = Case().ready(THIRD).give()
    assert case.why(commands.ChooseNext(aliquot=SECOND, seen=0)) is Why.MARK_IS_OWED
    case.read()
    assert case.why(commands.ChooseNext(aliquot=THIRD, seen=0)) is Why.NOT_PLANNED
    assert case.why(commands.ChooseNext(aliquot=FIRST, seen=0)) is Why.ALREADY_GIVEN


def test_the_choice_stands_when_another_aliquot_is_omitted_or_done_otherwise() -> None:
    case = Case().ready().choose(FOURTH).omit(FIRST)
    assert case.current == FOURTH
    assert case.differ(SECOND, volume=400).leave_unread().current == FOURTH
    assert case.omit(FOURTH).current == THIRD


def test_leaving_a_finger_asks_a_mark_on_return() -> None:
    case = Case().ready().give().read().choose(THIRD).give().read().choose(SECOND)
    assert case.procedure.owed == Owed(Occasion.START, 1, SECOND)
    assert case.why(case.to_give()) is Why.MARK_IS_OWED
    assert case.read(480).syringe(1).first_reading is None
    assert case.give().read().delivery(SECOND).expected == ul(-20)


def test_a_mark_on_return_may_be_given_up_and_the_expected_one_goes_on_from_the_last() -> None:
    case = Case().ready().give().leave_unread().choose(THIRD).give().read().choose(SECOND).leave_unread()
    assert case.give().syringe(1).expected == ul(0)


def test_a_mark_on_return_that_disagrees_is_read_again() -> None:
    case = Case().ready().give().read().choose(THIRD).give().read().choose(SECOND).read(400)
    assert case.procedure.owed == Owed(Occasion.START, 1, SECOND)
    assert case.read(410).procedure.owed is None
    assert case.syringe(1).expected == ul(410)


def test_a_finished_finger_that_is_opened_again_asks_its_mark_too() -> None:
    case = Case().ready().give().read().give().read().give().read().void(SECOND, Injected.NO)
    assert case.current == SECOND
    assert case.procedure.owed == Owed(Occasion.START, 1, SECOND)


def test_a_late_entry_of_another_finger_leaves_the_finger_in_hand_alone() -> None:
    case = Case().ready().give().read()
    before = case.moment.utc - timedelta(seconds=1)
    case.choose(THIRD).give().read().differ(volume=50, syringe=1, happened_at=before)
    assert case.standing("extra-1") is Standing.NOT_READ
    assert case.procedure.owed is None


def test_another_volume_is_recorded_and_held_against_the_mark() -> None:
    case = Case().ready().differ(FIRST, volume=400).read(600)
    assert case.standing(FIRST) is Standing.VERIFIED
    assert case.delivery(FIRST).planned == ul(500)
    assert case.procedure.given_volume == ul(400)


@pytest.mark.parametrize("place", [THIRD, "RH-2-PIP-rad", "base of the palm"])
def test_another_place_is_any_site_or_free_text_and_nothing_is_allotted_anew(place: str) -> None:
    case = Case().ready().differ(FIRST, volume=500, place=place).read()
    assert case.delivery(FIRST).place == place
    assert case.standing(THIRD) is Standing.PLANNED


def test_an_extra_pass_has_a_code_of_its_own_and_a_finger_above_its_most_is_recorded() -> None:
    case = Case().ready().give().read().give().read()
    case.differ(volume=100, syringe=1).leave_unread().differ(volume=100, syringe=1)
    assert [case.standing(code) for code in ("extra-1", "extra-2")] == [Standing.NOT_READ, Standing.MARK_OWED]
    assert case.syringe(1).expected == ul(-200)
    assert case.procedure.given_volume == ul(1200)


def test_what_moves_the_plunger_before_its_mark_was_read_leaves_that_mark_unread() -> None:
    case = Case().ready().give().differ(volume=100, syringe=1).read(400)
    assert case.standing(FIRST) is Standing.NOT_READ
    assert case.delivery("extra-1").measured == ul(600)
    assert case.delivery("extra-1").measured_with == (FIRST,)
    assert case.standing("extra-1") is Standing.VERIFIED


def test_marks_owed_of_two_syringes_are_read_one_after_the_other() -> None:
    case = Case().ready().give().differ(volume=100, syringe=3)
    other = commands.ReadMark(occasion=Occasion.AFTER, syringe=3, about="extra-1", mark=ul(900), seen=0)
    assert case.why(other) is Why.NOT_THE_BOUND_ONE
    case.read().read()
    assert case.standing("extra-1") is Standing.VERIFIED


def test_what_is_recorded_late_behind_a_mark_moves_no_mark() -> None:
    case = Case().ready().give().read()
    case.differ(volume=50, syringe=1, happened_at=case.moment.utc - timedelta(seconds=1))
    assert case.procedure.owed is None
    assert case.syringe(1).expected == ul(500)


@pytest.mark.parametrize("minutes, why", [(1, Why.IN_THE_FUTURE), (-60, Why.BEFORE_THE_CASE), (0, None)])
def test_a_time_of_happening_lies_within_the_case(minutes: int, why: Why | None) -> None:
    case = Case().ready()
    moment = case.moment.utc + timedelta(minutes=minutes)
    assert case.why(case.to_differ(FIRST, happened_at=moment)) is why


@pytest.mark.parametrize("reached", ["paused", "stopped", "owed", "settled"])
def test_what_happened_can_always_be_said(reached: str) -> None:
    case = Case().ready()
    match reached:
        case "paused":
            case.pause()
        case "stopped":
            case.stop()
        case "owed":
            case.give()
        case _:
            case.give_all()
    assert isinstance(case.differ(volume=50, syringe=9).last, Differed)


def test_what_is_given_omitted_or_not_planned_is_not_done_otherwise_but_put_right() -> None:
    case = Case().ready(FOURTH).give().read().omit(SECOND)
    asked = {code: case.why(case.to_differ(code)) for code in (FIRST, SECOND, FOURTH)}
    assert asked == {FIRST: Why.ALREADY_GIVEN, SECOND: Why.VOID_IT_FIRST, FOURTH: Why.NOT_PLANNED}
    assert case.why(case.to_differ(syringe=11)) is Why.SYRINGE_MISSING


def test_before_the_plan_is_approved_nothing_is_asked_of_an_aliquot() -> None:
    case = Case().filled()
    assert case.why(case.to_differ()) is Why.NO_PLAN
    assert case.why(commands.ChooseNext(aliquot=FIRST, seen=0)) is Why.NO_PLAN
    assert case.procedure.current is None
    assert case.procedure.seen(LEFT_THUMB) == 0
