"""Marks: blind readings, the tolerance, not read, the end mark, and who may read."""

import pytest

from injection_plan import commands
from injection_plan.procedure import Owed
from injection_plan.rules.refusal import Why
from injection_plan.terms import Injected, Occasion, Role, Standing
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SECOND_SURGEON, SURGEON

FIRST, SECOND, THIRD = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"


def test_an_untroubled_case_expects_the_known_marks() -> None:
    case = Case().ready()
    expected: dict[int, list[int]] = {}
    while case.procedure.current is not None:
        number = case.procedure.current.syringe
        mark = case.give().syringe(number).expected
        assert mark is not None
        expected.setdefault(number, []).append(mark.microlitres)
        case.read()
    thumbs = {1: [500, 0], 6: [500, 0]}
    assert expected == {number: thumbs.get(number, [750, 500, 250, 0]) for number in range(1, 11)}
    assert {state.end_mark for state in case.procedure.syringes} == {ul(0)}
    assert {one.standing for one in case.procedure.planned} == {Standing.VERIFIED}


@pytest.mark.parametrize("mark, agrees", [(520, True), (480, True), (521, False), (479, False), (500, True)])
def test_exactly_the_tolerance_is_within_it(mark: int, agrees: bool) -> None:
    case = Case().ready().give().read(mark)
    assert (case.standing(FIRST) is Standing.VERIFIED) is agrees
    assert (case.procedure.owed is None) is agrees


def test_two_readings_outside_the_tolerance_differ_and_the_second_is_gone_on_from() -> None:
    case = Case().ready().give().read(600).read(590)
    first = case.delivery(FIRST)
    assert first.standing is Standing.MARK_DIFFERS
    assert first.readings == (ul(600), ul(590))
    assert (first.given, first.measured, first.before, first.expected) == (
        ul(500),
        ul(410),
        ul(1000),
        ul(500),
    )
    assert case.give().read(90).standing(SECOND) is Standing.VERIFIED


def test_a_second_reading_that_agrees_verifies() -> None:
    assert Case().ready().give().read(600).read(510).standing(FIRST) is Standing.VERIFIED


def test_a_mark_that_was_not_read_is_measured_together_with_the_next() -> None:
    case = Case().ready().give().leave_unread()
    assert case.standing(FIRST) is Standing.NOT_READ
    second = case.give().read(0).delivery(SECOND)
    assert (second.standing, second.measured, second.measured_with) == (Standing.VERIFIED, ul(1000), (FIRST,))
    assert case.standing(FIRST) is Standing.NOT_READ


def test_a_first_reading_is_kept_when_the_mark_is_then_given_up() -> None:
    case = Case().ready().give().read(700).leave_unread()
    assert case.delivery(FIRST).readings == (ul(700),)
    assert case.give().read(90).procedure.owed is not None


def test_the_performer_reads_no_mark_but_may_leave_it_unread() -> None:
    case = Case().ready().give()
    assert case.why(case.to_read(), Role.PERFORMER) is Why.BY_THE_PERFORMER
    assert case.why(case.to_leave_unread(), Role.PERFORMER) is None
    assert case.why(case.to_leave_unread()) is None


def test_nobody_verifies_their_own_injection_after_a_change_of_roles_either() -> None:
    case = Case().ready().give().hand_over(Role.PERFORMER, SECOND_SURGEON).hand_over(Role.VERIFIER, SURGEON)
    assert case.why(case.to_read()) is Why.BY_THE_PERFORMER
    assert case.why(case.to_leave_unread()) is None
    assert case.hand_over(Role.VERIFIER, NURSE).why(case.to_read()) is None


def test_a_reading_bound_to_another_aliquot_or_syringe_is_refused() -> None:
    case = Case().ready().give()
    bound = case.to_read()
    case.read().give()
    assert case.why(bound) is Why.ALREADY_READ
    asked = case.to_read().model_copy(update={"syringe": 2})
    assert case.why(asked) is Why.NOT_THE_BOUND_ONE
    start = commands.ReadMark(occasion=Occasion.START, syringe=1, about=None, mark=ul(0), seen=0)
    assert case.why(start) is Why.NOT_THE_BOUND_ONE


def test_a_reading_from_a_screen_that_is_behind_is_refused() -> None:
    case = Case().ready().give()
    bound = case.to_read()
    case.void(FIRST, Injected.YES, volume=400)
    assert case.why(bound) is Why.STALE


@pytest.mark.parametrize(
    "mark, why", [(1000, None), (1001, Why.MORE_THAN_FILLED), (5000, Why.MORE_THAN_FILLED)]
)
def test_no_mark_is_above_what_was_in_the_syringe(mark: int, why: Why | None) -> None:
    case = Case().ready().give()
    assert case.why(case.to_read(mark)) is why


def test_no_mark_is_above_the_graduation_even_where_more_was_drawn_up() -> None:
    case = Case().with_product(12_000).fill(Case().fills(1100, 1000))
    case.do(commands.DraftPlan(plan=case.plan())).approve().time_out(Case().protocol.syringes[0].hand).give()
    assert case.why(case.to_read(1050)) is Why.MORE_THAN_FILLED


def test_the_start_is_the_checked_fill_mark() -> None:
    case = Case().with_product().fill(Case().fills(1000, 950))
    case.do(commands.DraftPlan(plan=case.plan())).approve().time_out(Case().protocol.syringes[0].hand).give()
    assert case.syringe(1).expected == ul(450)


def test_a_syringe_that_was_never_used_is_asked_its_end_mark() -> None:
    case = Case().ready().give().read().stop()
    assert [owed.syringe for owed in case.procedure.end_marks_owed] == [2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert case.why(case.to_reconcile()) is Why.END_MARK_OWED
    assert case.syringe(1).end_mark == ul(500)
    case.read()
    assert case.syringe(2).end_mark == ul(1000)


def test_an_end_mark_that_disagrees_is_read_twice_and_may_be_given_up() -> None:
    case = Case().ready().stop().read(800)
    assert case.procedure.end_marks_owed[0] == Owed(Occasion.END, 1, None)
    assert case.read(810).syringe(1).end_mark == ul(810)
    assert case.leave_unread().syringe(2).end_mark is None
    assert not case.syringe(2).owes_end_mark


def test_an_end_mark_is_asked_while_the_last_one_was_not_read() -> None:
    case = Case().ready()
    for code in (FIRST, SECOND):
        assert case.give(code).leave_unread().standing(code) is Standing.NOT_READ
    assert case.syringe(1).owes_end_mark
    assert case.why(commands.ReadMark(occasion=Occasion.END, syringe=1, about=None, mark=ul(0), seen=0)) is (
        Why.NOT_THE_BOUND_ONE
    )
    case.stop()
    assert case.read(0).syringe(1).end_mark == ul(0)


def test_an_end_mark_that_was_given_up_is_asked_again_once_the_syringe_is_used_again() -> None:
    case = Case().ready().give_all().void(SECOND, Injected.NO).omit(SECOND)
    case.void(SECOND, Injected.NO)
    case.read().give().leave_unread()
    assert case.syringe(1).owes_end_mark
    assert case.leave_unread().syringe(1).end_unread
    case.void(SECOND, Injected.NO).give().leave_unread()
    assert case.syringe(1).owes_end_mark


def test_an_extra_pass_from_a_syringe_that_was_never_filled_has_no_mark_to_read() -> None:
    case = Case().with_product().fill(Case().fills()[1:])
    case.do(commands.DraftPlan(plan=case.plan(FIRST, SECOND))).approve().differ(volume=100, syringe=1)
    asked = commands.ReadMark(
        occasion=Occasion.AFTER, syringe=1, about="extra-1", mark=ul(0), seen=case.procedure.seen("extra-1")
    )
    assert case.why(asked) is Why.MORE_THAN_FILLED
    assert case.leave_unread().standing("extra-1") is Standing.NOT_READ
    assert case.syringe(1).expected is None
