"""The preparation in words: the order where it differs, approvals that fell, and no outcome score anywhere."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest

from app.read_models.preparation_summary import PreparationSummary, preparation_summary
from injection_plan import commands
from injection_plan.anatomy import Digit, Direction, Hand
from injection_plan.arrangement import Arrangement, arranged, arrangement_of
from injection_plan.eligibility import Decision, MeasuredValue
from injection_plan.plan import Plan
from injection_plan.product import Process, SyringeCheck
from injection_plan.terms import Verdict
from tests.app.record.prepared import SCORES, PreparedCase
from tests.app.record.told import ToldCase
from tests.stories.case import ul
from tests.stories.people import shipped_protocol

OWN = arrangement_of(one.aliquot for one in shipped_protocol().aliquots)


def summary(case: ToldCase) -> PreparationSummary:
    return preparation_summary(case.procedure, case.entries)


def order_of(plan: Plan) -> tuple[str, ...]:
    return summary(ToldCase().filled().do(commands.DraftPlan(plan=plan))).hands.order


@pytest.mark.parametrize(
    "arrangement,mine,own",
    [
        (replace(OWN, hands=(Hand.LEFT, Hand.RIGHT)), "Hands: LEFT, RIGHT", "RIGHT, LEFT"),
        (
            replace(OWN, fingers={**OWN.fingers, Hand.RIGHT: tuple(reversed(Digit))}),
            "Patient's RIGHT: little, ring, middle, index, thumb",
            "thumb, index, middle, ring, little",
        ),
        (
            replace(OWN, directions=(Direction.FINGER_BASE, Direction.FINGERTIP)),
            "Directions at a site: toward finger base, toward fingertip",
            "toward fingertip, toward finger base",
        ),
    ],
)
def test_the_order_is_told_where_it_differs(arrangement: Arrangement, mine: str, own: str) -> None:
    assert order_of(arranged(shipped_protocol(), arrangement)) == (f"{mine}; in the protocol file {own}.",)


def test_a_pass_left_out_changes_no_order() -> None:
    assert order_of(ToldCase().plan("RH-1-MCP-rad-dis", "RH-2-PIP-rad-dis")) == (
        "The protocol file's own order.",
    )


def test_passes_moved_one_by_one_are_told_pass_by_pass() -> None:
    first, second, *rest = ToldCase().plan().order
    (told,) = (line for line in order_of(Plan(order=(first, *rest, second))) if "one by one" in line)
    assert told.startswith(
        "Passes moved one by one. The whole order: RIGHT thumb · radial · toward fingertip; "
    )
    assert told.endswith("; RIGHT thumb · ulnar · toward fingertip.")
    assert told.count(" · toward ") == 36


def test_every_approval_that_fell_is_told_with_the_entry_it_fell_with() -> None:
    case = PreparedCase().prepared().wait(minutes=1).handled(60)
    lines = summary(case).approval.lines
    assert [line.label for line in lines] == ["Plan approved by", *["Earlier approval, fallen"] * 2]
    assert lines[0].text == "not approved"
    assert "fell with entry 18: " in lines[1].text
    assert "fell with entry 20: " in lines[2].text
    assert summary(case).approval.warned == ()


def test_a_long_entry_that_took_an_approval_back_is_named_by_its_number() -> None:
    case = ToldCase().approved()
    case.do(commands.DecideCriteria(decisions=PreparedCase().decisions(), by=case.investigator))
    fell = summary(case).approval.lines[1].text
    assert f"fell with entry {len(case.entries)}; what it changed stands among the changes" in fell


def test_no_outcome_score_is_in_it_even_where_a_value_speaks_against_the_decision() -> None:
    case = PreparedCase().with_product()
    score = MeasuredValue(measure="chfs", value="12.381", unit="points", outcome_score=True)
    decision = Decision(criterion="hand_function", verdict=Verdict.MET, values=(score,), note="Asked again")
    case.do(commands.DecideCriteria(decisions=(*case.decisions()[:2], decision), by=case.investigator))
    told = summary(case)
    row = told.eligibility.rows[3]
    assert row.is_loud
    assert row.notes == (
        "Compared with an outcome score, which stays with the blinded assessor",
        "! The outcome score says otherwise. The investigator decided: met, because: Asked again",
    )
    assert not any(one in str(asdict(told)) for one in ("12.381", *SCORES.values()))


def test_a_date_is_told_without_a_figure() -> None:
    case = ToldCase().with_product().do(commands.DateScreening(on=date(2026, 10, 20)))
    day = MeasuredValue(measure="antibiotics", on=date(2026, 3, 2))
    decision = Decision(criterion="infection", verdict=Verdict.NOT_MET, values=(day,))
    case.do(commands.DecideCriteria(decisions=(decision,), by=case.investigator))
    row = next(one for one in summary(case).eligibility.rows if one.number == "Exclusion 6")
    assert row.notes == ("Last antibiotic for an active infectious disease 2 Mar 2026",)


def test_a_label_of_a_code_that_was_put_right_is_told_as_another_code() -> None:
    process = Process(label="01-0107")
    case = ToldCase().with_team()
    case.do(commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None, process=process))
    (label,) = (line for line in summary(case).product.lines if line.label == "Label of the product")
    assert (label.text, label.is_loud) == ("01-0107, the code of this participant", False)
    case.do(commands.CorrectParticipantCode(participant="01-0170", reason="wristband read again"))
    (label,) = (line for line in summary(case).product.lines if line.label == "Label of the product")
    assert (label.text, label.is_loud) == ("01-0107, which is not the code of this participant", True)


def test_a_remark_of_the_sign_out_names_its_finger_and_the_others_are_told_together() -> None:
    case = PreparedCase().ready().give_rest().sign_out()
    _, fine, remark, *_ = summary(case).spoken.sign_out
    assert fine.answer.count("RIGHT") == 5
    assert fine.answer.count("LEFT") == 4
    assert (remark.answer, remark.is_loud) == ("not so. LEFT middle: White for 2 min, then pink", True)


def test_what_was_ticked_as_read_says_by_whom_and_the_rest_does_not() -> None:
    case = PreparedCase().with_product().fill().eligible().with_findings().planned().handled(120)
    read = "The product is 0.2 mL short of plan and dead space."
    case.do(commands.ApprovePlan(seen=case.procedure.version, read=(read, "Said in words of before.")))
    *others, short, before = summary(case).approval.warned
    who = "ticked as read by Amelia Hartmann, 22 Nov 2026 09:43:17 +08:00"
    assert (short.sentence, short.read) == (read, who)
    assert (before.sentence, before.read) == ("Said in words of before.", who)
    assert {one.read for one in others} == {"not ticked as read"}
    assert [one.sentence for one in others].count(read) == 0


def changes(case: ToldCase) -> list[tuple[str, str, str]]:
    return [(one.about, one.before, one.after) for one in summary(case).changes]


def test_a_product_described_again_tells_each_line_that_differs() -> None:
    case = PreparedCase().with_product()
    again = commands.DescribeProduct(
        prepared=ul(10_200), lot="C800-2232", ready_at=None, process=Process(label="01-0107")
    )
    case.do(again)
    told = changes(case)
    assert ("Prepared", "10.15 mL", "10.2 mL") in told
    assert ("Product lot", "C800-2231", "C800-2232") in told
    assert ("Quality-control sample", "0.15 mL", "not recorded") in told
    assert {"Recorded by", "Since the release", "Label of the product"} & {one[0] for one in told} == set()
    case.do(again)
    assert changes(case) == told


def test_syringes_filled_again_are_told_together_where_the_same_differs() -> None:
    case = PreparedCase().with_product().fill()
    fills = case.fills(drawn_up=950, mark=950)[:2]
    case.do(commands.FillSyringes(fills=fills, by=case.filler))
    assert changes(case) == [
        (
            "Syringes 1, 2",
            "drawn up 1 mL; fill mark 1 mL; second reading 1 mL",
            "drawn up 0.95 mL; fill mark 0.95 mL; second reading not recorded",
        )
    ]
    checks = (SyringeCheck(syringe=1, mark=ul(950)),)
    case.do(commands.CheckSyringes(checks=checks, by=case.second_reader))
    assert len(changes(case)) == 1


def test_a_plan_changed_tells_what_was_left_out_and_what_moved() -> None:
    case = PreparedCase().with_product().fill().eligible().with_findings()
    case.do(commands.DraftPlan(plan=Plan(order=ToldCase().plan().order)))
    assert [one[0] for one in changes(case)] == ["Inclusion 6, consent", "Finding 2 on the hands"]
    case.planned()
    told = {one[0]: one[1:] for one in changes(case)[2:]}
    ulnar = "LEFT little · ulnar · toward fingertip; LEFT little · ulnar · toward finger base"
    assert told[f"Plan, {ulnar}"] == ("planned", "not planned: Ulcer at the entry site (finding 3)")
    assert told["Order of the plan, Hands"] == ("RIGHT, LEFT", "LEFT, RIGHT")
    assert len(told) == 4
    plan = case.procedure.plan
    assert plan is not None
    first, second, third, *rest = plan.order
    case.do(commands.DraftPlan(plan=plan.model_copy(update={"order": (second, third, first, *rest)})))
    about, before, after = changes(case)[-1]
    assert about == "Order of the plan, passes moved one by one"
    assert (before, after) == (
        "LEFT thumb · ulnar · toward fingertip: place 1",
        "LEFT thumb · ulnar · toward fingertip: place 3",
    )
    version = len(case.entries)
    assert summary(case).hands.order_by.endswith(f"entry {version}")
    case.handled(66)
    assert summary(case).hands.order_by.endswith(f"entry {version}")


def test_a_criterion_decided_anew_tells_no_outcome_score() -> None:
    case = PreparedCase().with_product()
    case.do(commands.DecideCriteria(decisions=case.decisions(), by=case.investigator)).sign_off()
    score = MeasuredValue(measure="chfs", value="12.381", unit="points", outcome_score=True)
    decision = Decision(criterion="hand_function", verdict=Verdict.MET, values=(score,), note="Asked again")
    case.do(commands.DecideCriteria(decisions=(decision,), by=case.investigator))
    (about, before, after), (sign_off, who, fallen) = changes(case)
    assert about == "Inclusion 4, hand function"
    assert before == "met; outcome score, which stays with the blinded assessor; no note"
    assert after == "met; another outcome score; Note: Asked again"
    assert sign_off == "Sign-off of the eligibility sheet"
    assert who.startswith("Ines Okafor, ")
    assert fallen == "not signed off as it stands"
