"""Void asks first whether product was injected; no answer may invite a second injection or fake a mark."""

from datetime import timedelta

import pytest

from injection_plan.rules.refusal import Why
from injection_plan.terms import Injected, Role, Standing
from tests.stories.case import Case, ul

FIRST, SECOND, THIRD = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"
NO, YES, NOT_SURE = Injected.NO, Injected.YES, Injected.NOT_SURE


@pytest.mark.parametrize("marked", ["owed", "not read", "read"])
def test_not_injected_is_planned_again_with_the_mark_where_the_plunger_stands(marked: str) -> None:
    case = Case().ready().give()
    match marked:
        case "owed":
            case.void(FIRST, NO)
        case "not read":
            case.leave_unread().void(FIRST, NO)
        case _:
            case.read(1000).read(1000).void(FIRST, NO)
    assert case.standing(FIRST) is Standing.PLANNED
    assert case.current == FIRST
    assert case.syringe(1).expected == ul(1000)
    assert case.procedure.owed is None
    assert case.procedure.given_volume == ul(0)


def test_a_first_reading_goes_with_the_mark_it_was_about() -> None:
    case = Case().ready().give().read(700).void(FIRST, NO).stop()
    assert case.syringe(1).first_reading is None
    assert case.read(700).syringe(1).end_mark is None


@pytest.mark.parametrize("answer", [YES, NO])
def test_a_first_reading_of_another_mark_stays(answer: Injected) -> None:
    case = Case().ready().give().read().choose(THIRD).give().read().choose(SECOND).read(300)
    case.void(FIRST, answer, volume=450)
    assert case.syringe(1).first_reading == ul(300)


def test_injected_stays_given_and_only_what_is_named_is_put_right() -> None:
    case = Case().ready().give()
    assert case.why(case.to_void(FIRST, YES)) is Why.VOLUME_NEEDED
    case.void(FIRST, YES, volume=450)
    assert (case.standing(FIRST), case.syringe(1).expected) == (Standing.MARK_OWED, ul(550))
    case.read(550).void(FIRST, YES, place=THIRD)
    first = case.delivery(FIRST)
    assert (first.standing, first.given, first.place) == (Standing.VERIFIED, ul(450), THIRD)
    earlier = case.moment.utc - timedelta(seconds=2)
    assert case.void(FIRST, YES, happened_at=earlier).delivery(FIRST).happened_at == earlier


def test_an_accepted_mark_is_judged_again_by_the_volume_put_right() -> None:
    case = Case().ready().give().read().void(FIRST, YES, volume=400)
    assert case.standing(FIRST) is Standing.MARK_DIFFERS
    assert case.void(FIRST, YES, volume=500).standing(FIRST) is Standing.VERIFIED


def test_a_mark_read_over_several_is_judged_again_with_each_of_them() -> None:
    case = Case().ready().give().leave_unread().give().read(0)
    assert case.void(FIRST, YES, volume=400).standing(SECOND) is Standing.MARK_DIFFERS
    assert case.void(FIRST, YES, volume=500).standing(SECOND) is Standing.VERIFIED
    assert case.void(FIRST, NOT_SURE).standing(SECOND) is Standing.MARK_DIFFERS
    assert case.void(FIRST, YES).standing(SECOND) is Standing.VERIFIED
    assert case.standing(FIRST) is Standing.NOT_READ
    case.void(FIRST, NO)
    assert case.delivery(SECOND).measured_with == ()
    assert case.standing(SECOND) is Standing.MARK_DIFFERS


def test_a_covering_mark_in_doubt_itself_is_judged_when_the_doubt_ends() -> None:
    case = Case().ready().give().leave_unread().give().read(100).read(100).void(SECOND, NOT_SURE)
    case.void(FIRST, YES, volume=400)
    assert case.standing(SECOND) is Standing.UNKNOWN
    assert case.void(SECOND, YES).standing(SECOND) is Standing.VERIFIED


def test_not_sure_is_not_offered_again_but_by_the_performers_word() -> None:
    case = Case().ready().give().void(FIRST, NOT_SURE)
    assert case.current == SECOND
    assert case.why(case.to_void(FIRST, NO), Role.VERIFIER) is Why.NOT_YOUR_ROLE
    assert case.void(FIRST, NO).current == FIRST


def test_not_sure_counts_nothing_and_the_next_mark_is_read_over_it() -> None:
    case = Case().ready().give().void(FIRST, NOT_SURE)
    assert case.procedure.given_volume == ul(0)
    assert case.syringe(1).end_mark is None
    case.give(SECOND).read(0).read(0)
    assert case.delivery(SECOND).measured_with == (FIRST,)
    assert case.void(FIRST, YES).standing(SECOND) is Standing.VERIFIED


def test_a_doubt_that_ends_at_once_asks_the_mark_again() -> None:
    case = Case().ready().give().void(FIRST, NOT_SURE).void(FIRST, YES)
    assert case.standing(FIRST) is Standing.MARK_OWED
    assert case.read(500).standing(FIRST) is Standing.VERIFIED


def test_a_doubt_about_what_was_verified_ends_as_it_was() -> None:
    case = Case().ready().give().read().void(FIRST, NOT_SURE).void(FIRST, YES)
    assert case.standing(FIRST) is Standing.VERIFIED
    assert case.syringe(1).expected == ul(500)
    stamp = case.delivery(FIRST).stamp
    assert stamp is not None
    assert stamp.role is Role.PERFORMER


def test_what_was_omitted_may_turn_out_to_be_given_and_its_mark_is_asked() -> None:
    case = Case().ready().omit().void(FIRST, YES)
    assert case.standing(FIRST) is Standing.MARK_OWED
    assert case.why(case.to_give(SECOND)) is Why.MARK_IS_OWED
    assert case.read(500).delivery(FIRST).given == ul(500)


def test_what_was_omitted_before_a_mark_of_its_syringe_moves_that_mark_no_more() -> None:
    case = Case().ready().omit().give(SECOND).read().void(FIRST, YES)
    assert case.standing(FIRST) is Standing.NOT_READ
    assert case.syringe(1).expected == ul(500)
    again = Case().ready().omit().give(SECOND).read().void(FIRST, NOT_SURE)
    assert again.syringe(1).unread == ()


def test_the_time_that_is_named_decides_whether_a_mark_lies_behind() -> None:
    case = Case().ready().omit().give(SECOND).read().wait(minutes=1)
    case.void(FIRST, YES, happened_at=case.moment.utc)
    assert case.standing(FIRST) is Standing.MARK_OWED
    early = Case().ready().omit().give(SECOND).read()
    early.void(FIRST, YES, happened_at=early.moment.utc - timedelta(seconds=2))
    assert early.standing(FIRST) is Standing.NOT_READ


def test_a_time_named_before_any_mark_was_read_lies_behind_none() -> None:
    case = Case().ready().omit()
    case.void(FIRST, YES, happened_at=case.moment.utc)
    assert case.standing(FIRST) is Standing.MARK_OWED


def test_where_another_mark_is_owed_the_earlier_one_can_no_longer_be_read() -> None:
    case = Case().ready().omit().give(SECOND).void(FIRST, YES)
    assert case.standing(FIRST) is Standing.NOT_READ
    assert case.syringe(1).expected == ul(0)
    assert case.read(0).delivery(SECOND).measured_with == (FIRST,)


def test_a_doubt_about_an_omission_asks_the_next_mark_over_it() -> None:
    case = Case().ready().omit().void(FIRST, NOT_SURE)
    assert case.syringe(1).unread == ((FIRST, ul(0)),)
    assert case.void(FIRST, YES, volume=450).standing(FIRST) is Standing.MARK_OWED
    assert case.syringe(1).expected == ul(550)


def test_an_end_mark_given_up_is_not_asked_back() -> None:
    case = Case().ready().stop().leave_unread().void(FIRST, YES)
    assert case.standing(FIRST) is Standing.NOT_READ


def test_an_omission_that_was_wrong_is_planned_again() -> None:
    assert Case().ready().omit().void(FIRST, NO).current == FIRST


def test_an_extra_pass_that_never_was_disappears_and_its_code_is_not_used_again() -> None:
    case = Case().ready().differ(volume=50).void("extra-1", NO)
    assert case.procedure.delivery("extra-1") is None
    assert case.differ(volume=50).procedure.delivery("extra-2") is not None


def test_what_is_right_is_said_of_a_given_one_whose_mark_was_not_read() -> None:
    case = Case().ready().give().leave_unread().void(FIRST, YES, volume=400)
    assert case.syringe(1).expected == ul(600)
    case.give(SECOND).read(100).void(FIRST, YES, place="elsewhere")
    assert case.delivery(FIRST).given == ul(400)


def test_a_future_time_or_a_wrong_role_voids_nothing() -> None:
    case = Case().ready().give()
    later = case.moment.utc + timedelta(hours=1)
    assert case.why(case.to_void(FIRST, YES, happened_at=later)) is Why.IN_THE_FUTURE
    assert case.why(case.to_void(FIRST, NO), Role.VERIFIER) is Why.NOT_YOUR_ROLE


def test_details_count_only_where_product_was_injected() -> None:
    case = Case().ready().give().void(FIRST, NO, volume=100, place="elsewhere")
    assert case.last.model_dump()["volume"] is None
    assert case.last.model_dump()["place"] is None
