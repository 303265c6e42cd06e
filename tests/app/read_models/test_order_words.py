"""The order of a plan in words: two entries that draft different orders never read alike."""

from __future__ import annotations

from dataclasses import replace

from app.read_models.entry_words import what_happened
from app.read_models.order_words import order_words
from app.read_models.plan_order import order_view
from app.read_models.preparation_summary import preparation_summary
from app.read_models.volume_lines import volume_view
from injection_plan import commands
from injection_plan.arrangement import arranged, arrangement_of
from injection_plan.plan import Plan
from tests.app.record.prepared import PreparedCase
from tests.app.record.told import ToldCase
from tests.stories.people import shipped_protocol


def drafted(plan: Plan) -> str:
    return what_happened(ToldCase().filled().do(commands.DraftPlan(plan=plan)).entries[-1])


def test_a_drafted_plan_says_its_order_as_the_page_does() -> None:
    own = arrangement_of(ToldCase().plan().order)
    mine = replace(own, hands=own.hands[::-1], sides=own.sides[::-1])
    plan = arranged(shipped_protocol(), mine)
    words = drafted(plan)
    assert words == (
        "Plan drafted: 36 aliquots; order: Patient's LEFT, then Patient's RIGHT; thumb, index, middle, ring, little;"
        " ulnar side, then radial side; toward fingertip, then toward finger base"
    )
    page = order_view(ToldCase().filled().procedure, mine).sentence
    assert page.removeprefix("Order: ") == words.partition("order: ")[2]
    assert words != drafted(ToldCase().plan())


def test_a_pass_that_was_moved_alone_is_named_with_its_place() -> None:
    first, second, *rest = ToldCase().plan().order
    assert order_words((first, *rest, second)).endswith(
        "; moved alone: RIGHT thumb · ulnar · toward fingertip: place 36"
    )
    assert "moved alone" not in order_words((first, second, *rest))


def test_screen_and_paper_say_the_same_of_the_volumes() -> None:
    case = PreparedCase().with_product().fill().eligible().with_findings().planned().handled(120)
    covers = preparation_summary(case.procedure, tuple(case.entries)).product.covers
    view = volume_view(case.procedure)
    assert (covers.text, covers.is_loud) == (view.sentence, view.is_short) == (covers.text, True)
    assert "is left in syringes 4, 10" in covers.text
