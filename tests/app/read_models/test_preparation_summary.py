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
from injection_plan.product import Process
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
    assert fell.endswith(f"fell with entry {len(case.entries)}")


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
        "! The value says: not met",
        "Note: Asked again",
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
