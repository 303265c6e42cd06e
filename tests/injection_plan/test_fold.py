"""The fold and the ledger: what does not fit is a fault, what fits is posted to the microlitre."""

import pytest

from injection_plan import commands
from injection_plan.events import Given, Omitted, Voided
from injection_plan.ledger import Account, Place, Posting, balance, postings
from injection_plan.procedure import apply, replay
from injection_plan.procedure.fold import Unfoldable
from injection_plan.rules.refusal import Why
from injection_plan.settling import SyringeLoss
from injection_plan.terms import Injected, Role
from tests.stories.case import Case, ul

FIRST = "RH-1-MCP-rad-dis"


def test_nothing_happened_is_no_case() -> None:
    assert replay(()) is None


def test_the_entries_alone_make_the_state() -> None:
    case = Case().ready().give().read().differ(volume=50)
    assert replay(case.entries) == case.procedure


def test_the_ledger_follows_an_extra_pass_and_a_doubt_that_ends() -> None:
    case = Case().ready().differ(FIRST, volume=400).differ(volume=50, syringe=2)
    book = postings(case.entries)
    assert (balance(book, Place.GIVEN, FIRST), balance(book, Place.GIVEN, "extra-1")) == (ul(400), ul(50))
    case.void(FIRST, Injected.NOT_SURE).void("extra-1", Injected.NOT_SURE)
    assert balance(postings(case.entries), Place.GIVEN) == ul(0)
    case.void(FIRST, Injected.YES).void("extra-1", Injected.YES, volume=60)
    book = postings(case.entries)
    assert (balance(book, Place.GIVEN, FIRST), balance(book, Place.SYRINGE, "2")) == (ul(400), ul(940))


def test_an_entry_that_does_not_follow_is_a_fault() -> None:
    case = Case().ready()
    first, last = case.entries[0], case.entries[-1]
    for procedure, entry in (
        (None, last),
        (None, first.model_copy(update={"version": 2})),
        (None, first.model_copy(update={"case": "PRACTICE-2"})),
        (case.procedure, last),
        (case.procedure, last.model_copy(update={"version": 99, "case": "PRACTICE-1"})),
        (case.procedure, last.model_copy(update={"version": last.version + 1, "case": "PRACTICE-2"})),
        (case.procedure, first.model_copy(update={"version": last.version + 1})),
    ):
        with pytest.raises(Unfoldable):
            apply(procedure, entry)


@pytest.mark.parametrize(
    "event",
    [
        Omitted(aliquot="LH-1-MCP-rad-dis", reason="none"),
        Voided(about="extra-3", injected=Injected.NO, reason="none"),
        Given(aliquot="LH-1-MCP-rad-dis", syringe=6, volume=ul(500)),
    ],
)
def test_an_event_about_what_the_case_does_not_have_is_a_fault(event: Given | Omitted | Voided) -> None:
    case = Case().filled()
    entry = case.entries[-1].model_copy(update={"version": len(case.entries) + 1, "event": event})
    with pytest.raises(Unfoldable):
        apply(case.procedure, entry)


def test_given_product_leaves_its_syringe_and_a_void_posts_the_reverse() -> None:
    case = Case().ready().give()
    version = len(case.entries)
    there = [
        Posting(version, Account(Place.SYRINGE, "1"), ul(-500)),
        Posting(version, Account(Place.GIVEN, FIRST), ul(500)),
    ]
    assert [one for one in postings(case.entries) if one.version == version] == there
    case.void(FIRST, Injected.NO)
    back = [one for one in postings(case.entries) if one.version == version + 1]
    assert {(one.account, one.change) for one in back} == {(one.account, -one.change) for one in there}


def test_a_void_of_what_the_ledger_never_saw_posts_nothing() -> None:
    case = Case().ready()
    event = Voided(about="extra-9", injected=Injected.YES, reason="none", volume=ul(10))
    entry = case.entries[-1].model_copy(update={"event": event})
    assert postings([*case.entries, entry]) == postings(case.entries)


def test_refilling_posts_only_the_difference() -> None:
    case = Case().filled().do(commands.FillSyringes(fills=Case().fills(900, 900)))
    book = postings(case.entries)
    assert balance(book, Place.SYRINGE, "1") == ul(900)
    assert balance(book, Place.PREPARED) == ul(-9_000)


def test_reconciling_again_takes_the_first_figures_back() -> None:
    case = Case().ready().give_all()
    losses = tuple(
        SyringeLoss(syringe=number, priming=ul(50), discarded=ul(20), spilled=ul(10))
        for number in range(1, 11)
    )
    asked = case.to_reconcile().model_copy(
        update={
            "losses": losses,
            "settlements": case.settlements(losses, 5, 7),
            "sample": ul(5),
            "not_drawn_up": ul(7),
        }
    )
    case.do(asked)
    book = postings(case.entries)
    assert [balance(book, place) for place in (Place.PRIMING, Place.DISCARDED, Place.SPILLED)] == [
        ul(500), ul(200), ul(100),
    ]  # fmt: skip
    assert (balance(book, Place.SAMPLE), balance(book, Place.NOT_DRAWN_UP)) == (ul(5), ul(7))
    assert balance(book, Place.UNEXPLAINED) == ul(-812)
    book = postings(case.reconcile().entries)
    assert balance(book, Place.PRIMING) == balance(book, Place.UNEXPLAINED) == ul(0)


def test_nobody_signs_or_reconciles_out_of_turn() -> None:
    case = Case().opened().stop().reconcile()
    assert case.why(case.to_sign(), Role.PERFORMER) is Why.NO_TEAM
    signed = Case().ready().give_all().signed()
    assert signed.why(signed.to_reconcile()) is Why.AFTER_SIGNING


def test_a_plan_with_an_aliquot_of_another_protocol_is_not_even_written() -> None:
    whole = Case().protocol
    case = Case(whole.model_copy(update={"aliquots": whole.aliquots[1:]})).filled()
    assert case.why(commands.DraftPlan(plan=Case().plan())) is Why.PLAN_FAULTY
    assert case.why(commands.DraftPlan(plan=Case().plan(FIRST))) is Why.PLAN_FAULTY
    assert case.why(case.to_pass_time_out(whole.syringes[0].hand)) is Why.NO_PLAN
