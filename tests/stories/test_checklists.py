"""What is answered aloud: the whole time-out or the short one, a word at each syringe, and the sign-out."""

import pytest

from app.practice_answers import clear_day, plain_sign_out
from injection_plan import commands
from injection_plan.anatomy import Hand
from injection_plan.answers import SignOutLine
from injection_plan.protocol import CheckLine, Protocol
from injection_plan.rules.closing import asks_for_sign_out
from injection_plan.rules.refusal import Why
from injection_plan.terms import Injected, Role
from tests.stories.case import Case, ul
from tests.stories.people import SECOND_NURSE, SECOND_SURGEON

FIRST, THIRD, FOURTH = "RH-1-MCP-rad-dis", "RH-2-PIP-rad-dis", "RH-2-PIP-rad-prx"
SHORT = ["identifiers", "hands", "anaesthesia", "position"]


def lines_due(case: Case) -> list[str]:
    return [line.line for line in case.procedure.time_out_lines]


def is_whole(case: Case) -> bool:
    return case.procedure.time_out_lines == case.protocol.time_out


def pass_due(case: Case, hand: Hand) -> Case:
    return case.do(commands.PassTimeOut(hand=hand, lines=case.procedure.time_out_lines))


def only(case: Case, *names: str) -> tuple[CheckLine, ...]:
    return tuple(line for line in case.protocol.time_out if line.line in names)


def changed(**fields: object) -> Protocol:
    return Case().protocol.model_copy(update=fields)


# The time-out.


def test_the_first_time_out_is_whole_and_the_second_hand_has_the_short_one() -> None:
    case = Case().approved()
    assert is_whole(case)
    pass_due(case, Hand.RIGHT)
    assert lines_due(case) == SHORT
    assert case.why(commands.PassTimeOut(hand=Hand.LEFT, lines=only(case, *SHORT[1:]))) is Why.LINES_MISSING
    assert case.why(commands.PassTimeOut(hand=Hand.LEFT, lines=case.protocol.time_out)) is None
    assert pass_due(case, Hand.LEFT).procedure.time_outs == frozenset(Hand)


def test_the_short_lines_do_not_pass_the_whole_one() -> None:
    case = Case().approved()
    assert case.why(commands.PassTimeOut(hand=Hand.RIGHT, lines=only(case, *SHORT))) is Why.LINES_MISSING


def test_after_a_change_of_surgeon_the_short_one_is_enough_and_a_change_of_nurse_asks_none() -> None:
    case = Case().ready().give().read().hand_over(Role.VERIFIER, SECOND_NURSE)
    assert case.procedure.time_outs == frozenset(Hand)
    case.hand_over(Role.PERFORMER, SECOND_SURGEON)
    assert case.why(case.to_give()) is Why.NO_TIME_OUT
    assert lines_due(case) == SHORT
    pass_due(case, Hand.RIGHT).give()


@pytest.mark.parametrize("is_restarted", [False, True])
def test_on_another_day_the_whole_one_is_asked_again(is_restarted: bool) -> None:
    case = Case().ready().give().read().pause().wait(hours=7)
    if is_restarted:
        case.restarted()
    case.resume()
    assert case.why(case.to_give()) is Why.NO_TIME_OUT
    assert is_whole(case)
    assert not is_whole(pass_due(case, Hand.RIGHT))


def test_the_same_day_keeps_the_short_one() -> None:
    case = Case().approved().time_out(Hand.RIGHT).give().read().pause().wait(minutes=20).resume()
    assert lines_due(case) == SHORT


def test_after_a_re_opening_the_whole_one_is_asked_again() -> None:
    case = Case().ready().give_all().signed().do(commands.Reopen(reason="never given"))
    assert is_whole(case)
    case.void(FIRST, Injected.NO).read()
    pass_due(case, Hand.RIGHT).give(FIRST)


@pytest.mark.parametrize("what", ["plan", "product", "syringes"])
def test_after_a_changed_plan_the_whole_one_is_asked_again(what: str) -> None:
    case = Case().approved().time_out(Hand.RIGHT)
    match what:
        case "plan":
            case.do(commands.DraftPlan(plan=case.plan(FIRST)))
        case "product":
            case.do(commands.DescribeProduct(prepared=ul(10_000), lot="other", ready_at=None))
        case _:
            case.fill()
    assert case.why(case.to_pass_time_out(Hand.RIGHT)) is Why.NO_PLAN
    case.approve()
    assert is_whole(case)


def test_a_protocol_without_a_short_form_asks_the_whole_one_before_every_hand() -> None:
    case = Case(changed(time_out_short=())).approved().time_out(Hand.RIGHT)
    assert is_whole(case)


def test_yesterdays_questions_of_the_day_pass_no_time_out_before_the_first_aliquot() -> None:
    case = Case().approved().wait(days=1)
    asked = case.to_pass_time_out(Hand.RIGHT)
    assert case.why(asked) is Why.DAY_NOT_CHECKED
    case.do(commands.CheckDay(answers=clear_day(case.protocol)))
    assert case.why(asked) is Why.NO_PLAN
    case.approve().time_out(Hand.RIGHT).give()


def test_once_something_is_given_the_questions_of_the_day_are_not_asked_again() -> None:
    case = Case().ready().give().read().pause().wait(days=1).resume()
    pass_due(case, Hand.RIGHT).give()


def test_a_protocol_without_questions_of_the_day_asks_none_at_the_time_out() -> None:
    Case(changed(day_check=())).approved().wait(days=1).time_out(Hand.RIGHT)


# The word at each syringe.


def to_read_aloud(syringe: int) -> commands.ReadSyringeAloud:
    return commands.ReadSyringeAloud(syringe=syringe, text=f"Syringe {syringe}, fill mark 1 mL")


def test_a_syringe_is_read_aloud_once_and_holds_nothing_up() -> None:
    case = Case().ready()
    assert case.why(case.to_give()) is None
    case.do(to_read_aloud(1))
    assert case.procedure.prepared.read_aloud == {1}
    assert case.why(to_read_aloud(1)) is Why.ALREADY_READ_ALOUD
    assert case.why(to_read_aloud(2)) is None
    before = case.procedure
    assert case.give().procedure.prepared == before.prepared


def test_only_a_filled_syringe_of_an_approved_plan_is_read_aloud() -> None:
    assert Case().filled().why(to_read_aloud(1)) is Why.NO_PLAN
    assert Case().ready().why(to_read_aloud(11)) is Why.SYRINGE_MISSING


def test_a_syringe_that_is_filled_anew_is_read_aloud_again_and_the_others_are_not() -> None:
    case = Case().ready().do(to_read_aloud(1)).do(to_read_aloud(2))
    case.fill(case.fills()[:1])
    assert case.procedure.prepared.read_aloud == {2}
    assert case.approve().why(to_read_aloud(1)) is None


# The sign-out.


def names(case: Case) -> list[str]:
    return [line.line for line in plain_sign_out(case.procedure)]


def to_sign_out(case: Case, **remarks: str) -> commands.PassSignOut:
    lines = plain_sign_out(case.procedure)
    return commands.PassSignOut(
        lines=tuple(
            SignOutLine(line=one.line, text=one.text, remark=remarks.get(one.line.replace("-", "_")))
            for one in lines
        )
    )


def test_the_sign_out_waits_until_nothing_is_left_to_give() -> None:
    case = Case().ready()
    assert case.why(to_sign_out(case)) is Why.NOT_SETTLED
    assert Case().opened().why(commands.PassSignOut(lines=())) is Why.NOT_SETTLED


def test_a_line_about_each_finger_is_asked_of_those_that_got_product() -> None:
    case = Case().ready().give().read().give().read().give().read().omit(FOURTH).stop()
    assert names(case) == ["counts", "perfusion-RH-1", "perfusion-RH-2", "dressings", "watch"]
    without = tuple(line for line in plain_sign_out(case.procedure) if line.line != "perfusion-RH-2")
    assert case.why(commands.PassSignOut(lines=without)) is Why.LINES_MISSING
    case.do(to_sign_out(case))


def test_a_finger_is_asked_about_where_product_went_and_where_it_may_have_gone() -> None:
    case = Case().ready().differ(FIRST, volume=250, place="RH-5-PIP-rad-dis").leave_unread()
    case.choose(THIRD).give().void(THIRD, Injected.NOT_SURE).stop()
    assert names(case) == ["counts", "perfusion-RH-2", "perfusion-RH-5", "dressings", "watch"]
    assert names(Case().ready().stop()) == ["counts", "dressings", "watch"]


def test_what_was_not_as_a_line_says_is_kept_in_words() -> None:
    case = Case().ready().give().read().stop()
    case.do(to_sign_out(case, perfusion_RH_1="pale for a minute"))
    passed = case.procedure.prepared.sign_out
    assert passed is not None
    assert [line.remark for line in passed[0]] == [None, "pale for a minute", None, None]
    assert passed[1].acted_by == case.procedure.verifier


def test_it_may_be_said_again_and_the_last_counts() -> None:
    case = Case().ready().give_all().reconcile()
    case.do(case.to_sign(), Role.VERIFIER).do(to_sign_out(case, counts="one needle bent"))
    passed = case.procedure.prepared.sign_out
    assert passed is not None
    assert passed[0][0].remark == "one needle bent"
    assert case.procedure.signatures == ()
    assert case.procedure.reconciliation is not None


def test_nothing_is_reconciled_without_it_and_a_signed_case_takes_none() -> None:
    case = Case().ready().give().read().stop().read_all()
    assert asks_for_sign_out(case.procedure)
    assert case.why(case.to_reconcile()) is Why.NO_SIGN_OUT
    case.sign_out()
    assert not asks_for_sign_out(case.procedure)
    case.reconcile().sign()
    assert case.why(to_sign_out(case)) is Why.AFTER_SIGNING


def test_a_protocol_without_a_sign_out_reconciles_without_one() -> None:
    case = Case(changed(sign_out=())).ready().stop().read_all()
    assert not asks_for_sign_out(case.procedure)
    case.do(case.to_reconcile())
