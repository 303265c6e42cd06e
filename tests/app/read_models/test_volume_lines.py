"""The volume plan in words: short and left are told apart, and what nobody entered is not counted in silence."""

import pytest

from app.read_models.volume_lines import VolumeView, volume_view
from injection_plan.commands import DescribeProduct, DraftPlan
from injection_plan.product import Handling, Process
from tests.stories.case import Case, ul

BOTH = Handling(priming=ul(66), changes=2, per_change=ul(10))
NOTHING_PLANNED_THERE = ("RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis")


def planned(prepared: int, *leaving_out: str, drawn_up: int = 1000, sample: int | None = 300) -> Case:
    case = Case().with_team()
    process = Process(sample=None if sample is None else ul(sample))
    case.do(DescribeProduct(prepared=ul(prepared), lot=None, ready_at=None, process=process))
    case.fill(case.fills(drawn_up, 1000))
    return case.do(DraftPlan(plan=case.plan(*leaving_out)))


def figures(view: VolumeView) -> dict[str, str]:
    return {line.words: line.figure for line in view.lines[3:]}


@pytest.mark.parametrize(
    "handling,sample,said",
    [
        (BOTH, 300, ""),
        (Handling(priming=ul(66), changes=0), 300, ""),
        (Handling(priming=ul(66)), 300, "Needle changes are not counted: they were not entered."),
        (Handling(priming=ul(66), changes=2), 300, "Needle changes are not counted: they were not entered."),
        (
            Handling(changes=2, per_change=ul(10)),
            300,
            "The priming loss is not counted: it was not entered.",
        ),
        (BOTH, None, "The quality-control sample is not counted: it was not recorded."),
        (
            Handling(priming=ul(66)),
            None,
            "Needle changes and the quality-control sample are not counted: they were not entered.",
        ),
        (
            Handling(changes=2, per_change=ul(10)),
            None,
            "The priming loss and the quality-control sample are not counted: they were not entered.",
        ),
        (Handling(), None, "The quality-control sample is not counted: it was not recorded."),
    ],
)
def test_what_nobody_entered_is_said_not_to_be_counted(
    handling: Handling, sample: int | None, said: str
) -> None:
    sentence = volume_view(planned(10_500, sample=sample).procedure, handling).sentence
    assert sentence.endswith(said)
    assert ("not counted" in sentence) is bool(said)


@pytest.mark.parametrize("priming,short", [(66, "0.66 mL"), (120, "1.2 mL")])
def test_where_each_syringe_loses_the_same_the_balance_says_it_all(priming: int, short: str) -> None:
    view = volume_view(planned(10_000, sample=0).procedure, Handling(priming=ul(priming)))
    assert figures(view) == {"Product less plan and dead space": f"−{short}"}
    assert f", {short} of the plan cannot be given." in view.sentence
    assert view.is_short


def test_what_one_finger_keeps_is_not_given_from_another_finger() -> None:
    view = volume_view(planned(10_000, *NOTHING_PLANNED_THERE, sample=0).procedure, Handling(priming=ul(66)))
    assert figures(view) == {
        "Product less plan and dead space": "0.406 mL",
        "Short in 9 syringes (2, 3, 4, 5, 6, 7, 8, 9, 10)": "0.594 mL",
        "Left in syringe 1": "1 mL",
    }
    assert view.is_short
    assert "0.594 mL of the plan cannot be given from syringes 2, 3, 4, 5, 6, 7, 8, 9, 10; " in view.sentence
    assert "1 mL is left in syringe 1." in view.sentence


def test_what_is_in_no_syringe_covers_no_shortfall_either() -> None:
    view = volume_view(planned(11_000, sample=0).procedure, Handling(priming=ul(66)))
    assert figures(view) == {
        "Product less plan and dead space": "0.34 mL",
        "Short in 10 syringes (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)": "0.66 mL",
        "Not drawn up into a syringe": "1 mL",
    }
    assert "; 1 mL was not drawn up." in view.sentence


def test_more_drawn_up_than_there_is_is_said() -> None:
    view = volume_view(planned(10_000, sample=300).procedure)
    assert figures(view) == {
        "Product less plan and dead space": "−0.3 mL",
        "Drawn up beyond what is available": "0.3 mL",
    }
    assert "Before any dead space: 0.3 mL more was drawn up than is available." in view.sentence


def test_before_every_syringe_is_filled_nothing_is_said_of_each() -> None:
    case = Case().with_product()
    case.fill(case.fills()[:3]).do(DraftPlan(plan=case.plan()))
    view = volume_view(case.procedure, Handling(priming=ul(66)))
    assert figures(view) == {"Product less plan and dead space": "−0.66 mL"}
    assert "Too little was drawn up for plan and dead space in syringes 1, 2, 3." in view.sentence
