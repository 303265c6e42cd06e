"""The time-out as it is read aloud: which form of it and why, and everything about the hand beside its lines."""

import pytest

from app import wording
from app.drawing.shapes import Label, Outline, Role
from app.read_models.time_out_form import TimeOutForm, time_out_form
from injection_plan import commands
from injection_plan.anatomy import Hand
from injection_plan.hand_findings import HandFinding
from injection_plan.plan import LeftOut, Plan
from injection_plan.product import Handling, SyringeFill
from injection_plan.terms import EndsAt, FindingKind
from injection_plan.terms import Role as Person
from injection_plan.views import EVERY_VIEW, Face, View
from tests.stories.case import Case, ul
from tests.stories.people import SECOND_SURGEON

UNRELEASED = (
    "Nobody recorded who released the product, or when it was ready.",
    "The product label was not compared with this participant.",
)
MISSING = ("LH-4-PIP-rad-dis", "LH-4-PIP-uln-dis")
ULCER = ("LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")


def form_of(case: Case) -> TimeOutForm:
    form = time_out_form(case.procedure, tuple(case.entries))
    assert form is not None
    return form


def found_and_left_out(case: Case) -> Case:
    """A left ring finger that ends at its DIP joint, and an ulcer at the left little finger's ulnar side."""
    case.do(
        commands.NoteHandFinding(
            finding=HandFinding(
                where="LH-4", kind=FindingKind.MISSING, ends_at=EndsAt.DIP, note="after frostbite"
            )
        )
    )
    case.do(
        commands.NoteHandFinding(
            finding=HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="moist")
        )
    )
    reasons = dict.fromkeys(MISSING, "the tip is missing") | dict.fromkeys(ULCER, "an ulcer")
    codes = [aliquot.aliquot for aliquot in case.protocol.aliquots]
    plan = Plan(
        order=tuple(code for code in codes if code not in reasons),
        not_planned=tuple(LeftOut(aliquot=code, reason=reason) for code, reason in reasons.items()),
    )
    return case.do(commands.DraftPlan(plan=plan)).approve()


def on_the_left(case: Case) -> TimeOutForm:
    return form_of(case.choose("LH-1-MCP-rad-dis"))


def test_the_first_is_whole_and_the_second_hand_has_the_short_one() -> None:
    case = Case().approved()
    assert form_of(case).which == "Whole time-out"
    case.time_out(Hand.RIGHT)
    form = on_the_left(case)
    assert form.which == "Short time-out: the whole was passed at 10:00"
    assert form.occasion == "Before the next hand"
    assert [line.line for line in form.lines] == ["identifiers", "hands", "anaesthesia", "position"]
    assert case.do(form.passed()).procedure.time_outs == frozenset(Hand)


def test_a_protocol_without_a_short_form_asks_the_whole_one_each_time() -> None:
    case = Case(Case().protocol.model_copy(update={"time_out_short": ()})).approved().time_out(Hand.RIGHT)
    form = on_the_left(case)
    assert (form.which, form.lines) == ("Whole time-out", case.protocol.time_out)


def test_each_site_that_is_left_out_is_said_once_with_its_reason_and_each_finding_in_full() -> None:
    case = found_and_left_out(Case().filled())
    assert (form_of(case).not_planned, form_of(case).findings) == ((), ())
    form = on_the_left(case)
    assert form.not_planned == (
        "Patient's LEFT · ring · radial side · toward fingertip: the tip is missing",
        "Patient's LEFT · ring · ulnar side · toward fingertip: the tip is missing",
        "Patient's LEFT · little · ulnar side · toward fingertip and toward finger base: an ulcer",
    )
    assert form.findings == (
        "Patient's LEFT · ring: missing part, the finger ends at the DIP joint. after frostbite",
        "Patient's LEFT · little · ulnar side: ulcer. moist",
    )
    case.do(commands.WithdrawHandFinding(number=2, reason="it has healed")).approve()
    assert len(form_of(case).findings) == 1


def test_the_hand_is_drawn_alone_with_its_path_and_what_was_found() -> None:
    case = found_and_left_out(Case().filled())
    form = on_the_left(case)
    picture = form.picture
    assert picture is not None
    assert picture.left + picture.width < 0, "the patient's LEFT lies on the left"
    numbers = [
        one.text for one in picture.shapes if isinstance(one, Label) and one.runs[0].role is Role.NUMBER
    ]
    assert sorted(numbers, key=int) == [str(number) for number in range(1, 33)]
    assert any(one.role is Role.FINDING and one.about == "LH-5-PIP-uln" for one in picture.shapes
               if isinstance(one, Outline))  # fmt: skip
    case = Case().approved()
    right = form_of(case).picture
    assert right is not None
    assert right.left > 0


def test_the_syringes_are_those_of_the_hand_and_say_who_read_them_twice() -> None:
    case = Case().with_product()
    labelled = tuple(
        SyringeFill(syringe=one.syringe, drawn_up=one.drawn_up, mark=one.mark, label=f"A7/{one.syringe}")
        for one in case.fills(1000, 950)
    )
    case.fill(labelled).do(commands.DraftPlan(plan=case.plan())).approve()
    form = form_of(case)
    assert [(one.number, one.digit, one.mark, one.label) for one in form.syringes] == [
        (1, "thumb", "0.95 mL", "A7/1"),
        (2, "index", "0.95 mL", "A7/2"),
        (3, "middle", "0.95 mL", "A7/3"),
        (4, "ring", "0.95 mL", "A7/4"),
        (5, "little", "0.95 mL", "A7/5"),
    ]
    assert form.second_person == ("Second reading of 1, 2, 3, 4, 5: Practice surgeon",)


def test_what_is_to_give_stands_beside_what_is_in_a_syringe_and_is_marked_where_it_is_less() -> None:
    case = found_and_left_out(Case().filled())
    assert [(one.mark, one.to_give, one.is_less) for one in form_of(case).syringes] == [
        ("1 mL", "1 mL", False)
    ] * 5
    on_left = on_the_left(case).syringes
    assert [one.to_give for one in on_left] == ["1 mL", "1 mL", "1 mL", "0.5 mL of 1 mL", "0.5 mL of 1 mL"]
    assert [one.is_less for one in on_left] == [False, False, False, True, True]
    assert on_left[3].spoken == ("Syringe 9, ring, in it 1 mL, to give 0.5 mL of 1 mL, label not recorded")
    thumb = ("RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis")
    none = form_of(Case().approved(*thumb)).syringes[0]
    assert (none.to_give, none.is_less) == ("nothing of 1 mL", True)


def test_a_syringe_that_falls_short_says_by_how_much_until_it_is_in_use() -> None:
    case = found_and_left_out(Case().filled().do(commands.EnterHandling(handling=Handling(priming=ul(66)))))
    form = form_of(case)
    assert [one.short for one in form.syringes] == ["short by 0.066 mL"] * 5
    assert form.syringes[0].spoken.endswith("label not recorded, short by 0.066 mL")
    assert [one.short for one in on_the_left(case).syringes] == [*["short by 0.066 mL"] * 3, "", ""]
    used = Case().filled().do(commands.EnterHandling(handling=Handling(priming=ul(66))))
    used.do(commands.DraftPlan(plan=used.plan())).approve().time_out(Hand.RIGHT).give().read().hand_over(
        Person.PERFORMER, SECOND_SURGEON
    )
    assert [one.short for one in form_of(used).syringes] == ["", *["short by 0.066 mL"] * 4]


def test_the_first_pass_is_one_sentence() -> None:
    assert form_of(Case().approved()).first == (
        "First: Patient's RIGHT · thumb · radial side · toward fingertip, 0.5 mL from syringe 1."
    )


def test_the_whole_time_out_tells_the_other_hand_too_and_the_warnings_of_the_approval() -> None:
    case = found_and_left_out(Case().filled())
    form = form_of(case)
    assert form.other is not None
    assert form.other.name == "Patient's LEFT"
    assert len(form.other.not_planned) == 3
    assert len(form.other.findings) == 2
    assert form.warnings == UNRELEASED, "also without a tick for them"
    case.time_out(Hand.RIGHT)
    short = on_the_left(case)
    assert (short.other, short.warnings) == (None, ())
    read = ("One that was ticked.",)
    case = Case().filled().eligible()
    case.do(commands.DraftPlan(plan=case.plan()))
    case.do(commands.ApprovePlan(seen=case.procedure.version, read=read))
    assert form_of(case).warnings == read


@pytest.mark.parametrize("view", EVERY_VIEW)
@pytest.mark.parametrize("hand", Hand)
def test_the_side_stands_large_in_every_drawing_of_one_hand(view: View, hand: Hand) -> None:
    case = Case().approved().do(commands.TurnView(view=view))
    form = form_of(case) if hand is Hand.RIGHT else on_the_left(case)
    picture = form.picture
    assert picture is not None
    words, other = (
        next(one for one in picture.shapes if isinstance(one, Label) and one.about == side.value)
        for side in (hand, Hand.LEFT if hand is Hand.RIGHT else Hand.RIGHT)
    )
    assert words.text == wording.hand(hand)
    assert words.runs[0].size > 2 * 5.6, "more than twice a finger's name"
    assert picture.bottom < words.at[1] < picture.bottom + picture.height - words.runs[0].size * 0.73
    assert words.at[0] == picture.left + picture.width / 2
    assert not picture.left <= other.at[0] <= picture.left + picture.width
    assert ("Back of the hand," in form.view) is (view.face is Face.DORSAL)


def test_a_syringe_that_was_taken_up_shows_no_mark_any_more() -> None:
    case = Case().ready().give().read().hand_over(Person.PERFORMER, SECOND_SURGEON)
    form = form_of(case)
    assert [one.mark for one in form.syringes] == ["in use", *["1 mL"] * 4]
    assert [(one.to_give, one.is_less) for one in form.syringes[:2]] == [("0.5 mL", False), ("1 mL", False)]
    assert (form.occasion, form.performer) == ("After the change of surgeon", "Second surgeon")
    assert form.which.startswith("Short time-out")
    assert not form.may_go_back


def test_the_plan_may_be_gone_back_to_until_something_is_given() -> None:
    case = Case().approved()
    assert form_of(case).may_go_back
    assert not on_the_left(case.time_out(Hand.RIGHT).give().read()).may_go_back


def test_a_changed_plan_asks_the_whole_time_out_again_and_says_why() -> None:
    case = Case().approved().time_out(Hand.RIGHT)
    case.do(commands.DraftPlan(plan=case.plan("RH-1-MCP-rad-dis"))).approve()
    form = form_of(case)
    assert (form.occasion, form.which) == ("After a change of the plan", "Whole time-out")
