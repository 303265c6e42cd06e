"""Closing: nothing closes while a mark is owed or a volume is neither explained nor accepted; then corrections."""

import pytest

from injection_plan import commands
from injection_plan.reconciliation import case_balance, given_on, reconciled_balance
from injection_plan.rules.refusal import Why
from injection_plan.settling import MarkExplained, Settlement
from injection_plan.terms import Injected, Phase, Role
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SECOND_NURSE

FIRST, SECOND, THIRD = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"


def test_nothing_closes_while_something_is_to_do_or_a_mark_is_owed() -> None:
    case = Case().ready()
    asked = commands.Reconcile(losses=(), sample=ul(0), not_drawn_up=ul(0), settlements=(), seen=0)
    assert case.why(asked) is Why.NOT_SETTLED
    assert case.give().why(asked) is Why.MARK_IS_OWED
    assert Case().opened().why(asked) is Why.NOT_SETTLED
    assert case.read().give_all().why(asked) is Why.STALE


def test_every_filled_syringe_has_its_losses_once() -> None:
    case = Case().ready().give_all()
    asked = case.to_reconcile()
    for losses in (asked.losses[1:], (*asked.losses, asked.losses[0])):
        assert case.why(asked.model_copy(update={"losses": losses})) is Why.LOSSES_MISSING
    strange = asked.losses[0].model_copy(update={"syringe": 11})
    assert case.why(asked.model_copy(update={"losses": (*asked.losses, strange)})) is Why.SYRINGE_MISSING


def test_what_is_unexplained_is_explained_or_accepted_by_name_as_it_stands() -> None:
    case = Case().ready().give_all()
    loss = case.losses(priming=None)
    spilled = loss[0].model_copy(update={"spilled": ul(70)})
    asked = case.to_reconcile().model_copy(update={"losses": (spilled, *loss[1:])})
    right: dict[str, object] = {"line": 1, "unexplained": -70}
    tries: list[tuple[dict[str, object], Why | None]] = [
        ({**right, "explanation": "drawn up more than noted"}, None),
        ({**right, "accepted_by": NURSE}, None),
        (right, Why.UNSETTLED),
        ({**right, "unexplained": -60, "explanation": "nearly"}, Why.UNSETTLED),
    ]
    for fields, why in tries:
        settled = asked.model_copy(update={"settlements": (Settlement.model_validate(fields),)})
        assert case.why(settled) is why, fields
    assert case.why(asked) is Why.UNSETTLED


def test_no_volume_is_made_up_by_settling_what_adds_up() -> None:
    case = Case().ready().give_all()
    made_up = Settlement(line=3, unexplained=5, explanation="for good measure")
    assert case.why(case.to_reconcile().model_copy(update={"settlements": (made_up,)})) is Why.UNSETTLED


def test_the_two_sums_of_the_procedure_hold() -> None:
    case = Case().with_product(11_000)
    case.fill(case.fills(1050, 1000)).do(commands.DraftPlan(plan=case.plan()))
    case.approve().time_out(case.protocol.syringes[0].hand).give().read(490).stop().read_all()
    balance = case_balance(case.procedure, case.losses(priming=50), ul(300), ul(200))
    assert balance.filled == ul(10_500)
    assert balance.unexplained == ((1, ul(10)),)
    assert balance.unexplained_volume == ul(10)
    assert balance.unexplained_before_syringes == ul(0)
    assert reconciled_balance(case.procedure) is None
    case.reconcile()
    closed = reconciled_balance(case.procedure)
    assert closed is not None
    assert (0, ul(500)) in closed.unexplained


def test_figures_without_losses_lose_nothing_that_is_known() -> None:
    balance = case_balance(Case().opened().procedure, (), ul(0), ul(0))
    assert balance.unexplained == ()


def test_each_mark_that_differs_is_explained_and_no_other() -> None:
    case = Case().ready().give().read(600).read(600).give_all()
    asked = case.to_reconcile()
    other = MarkExplained(aliquot=SECOND, explanation="it did not differ")
    for marks in ((), (*asked.marks, *asked.marks), (*asked.marks, other)):
        assert case.why(asked.model_copy(update={"marks": marks})) is Why.MARK_UNEXPLAINED
    case.reconcile()
    reconciliation = case.procedure.reconciliation
    assert reconciliation is not None
    assert reconciliation.figures.marks == asked.marks


def test_both_sign_once_what_they_saw() -> None:
    case = Case().ready().give_all()
    assert case.why(case.to_sign()) is Why.NOT_RECONCILED
    case.reconcile()
    assert case.why(case.to_sign().model_copy(update={"seen": 1})) is Why.STALE
    assert case.why(case.to_sign(), by=SECOND_NURSE) is Why.NOT_IN_TEAM
    case.do(case.to_sign(), Role.VERIFIER)
    assert case.procedure.phase is Phase.RECONCILED
    assert case.why(case.to_sign(), Role.VERIFIER) is Why.ALREADY_SIGNED
    assert case.do(case.to_sign(), Role.PERFORMER).procedure.phase is Phase.SIGNED


@pytest.mark.parametrize("what", ["void", "note", "difference"])
def test_a_change_after_the_first_signature_makes_it_fall(what: str) -> None:
    case = Case().ready().give_all().reconcile()
    case.do(case.to_sign(), Role.VERIFIER)
    match what:
        case "void":
            case.void(FIRST, Injected.NO)
        case "difference":
            case.differ(volume=50)
        case _:
            case.do(commands.NoteOccurrence(text="one more thing"))
    assert case.procedure.signatures == ()
    assert (case.procedure.reconciliation is None) is (what != "note")


def test_sums_drawn_from_an_empty_plan_fall_with_what_they_were_drawn_from() -> None:
    everything = [aliquot.aliquot for aliquot in Case().protocol.aliquots]
    case = Case().approved(*everything).read_all().reconcile()
    case.do(commands.DescribeProduct(prepared=ul(12_000), lot=None, ready_at=None))
    assert case.procedure.phase is Phase.DRAFT
    assert case.procedure.reconciliation is None


def test_an_addendum_changes_no_number_and_keeps_the_signatures() -> None:
    case = Case().ready().give_all()
    assert case.why(commands.WriteAddendum(text="swelling")) is Why.NOT_SIGNED
    before = case.signed().procedure
    case.do(commands.WriteAddendum(text="swelling")).do(commands.NoteClockJump(by_ms=5))
    after = case.procedure
    assert after.is_signed
    assert (after.deliveries, after.revision) == (before.deliveries, before.revision)


def test_a_correction_re_opens_un_signs_and_raises_the_revision() -> None:
    case = Case().ready().give_all()
    assert case.why(commands.Reopen(reason="wrong volume")) is Why.NOT_SIGNED
    case.signed().do(commands.Reopen(reason="wrong volume"))
    assert (case.procedure.phase, case.procedure.revision) == (Phase.SETTLED, 2)
    assert case.procedure.reopened
    case.void(FIRST, Injected.YES, volume=400)
    assert case.signed().procedure.phase is Phase.SIGNED


def test_after_a_re_opening_nothing_is_given_without_a_time_out() -> None:
    case = Case().ready().give_all().signed().do(commands.Reopen(reason="never given"))
    case.void(FIRST, Injected.NO).read()
    assert case.why(case.to_give()) is Why.NO_TIME_OUT


def test_a_wrong_participant_code_is_put_right_by_an_entry() -> None:
    case = Case().ready()
    for wrong in ("107", "01-0107"):
        asked = commands.CorrectParticipantCode(participant=wrong, reason="typed wrong")
        assert case.why(asked) is Why.CODE_DOES_NOT_FIT
    case.do(commands.CorrectParticipantCode(participant="01-0108", reason="typed wrong"))
    assert case.procedure.participant == "01-0108"
    assert case.procedure.case == "PRACTICE-1"


def test_a_finger_sum_follows_where_product_went() -> None:
    case = Case().ready().differ(FIRST, volume=400, place=THIRD).leave_unread()
    case.differ(SECOND, volume=300, place="RH-2-PIP-uln").leave_unread()
    case.differ(THIRD, volume=200, place="beside the nail").leave_unread()
    case.differ(volume=100, syringe=2).leave_unread()
    index = case.protocol.syringe(2).finger
    assert given_on(case.procedure, index) == ul(1000)
    assert given_on(case.procedure, case.protocol.syringe(1).finger) == ul(0)
