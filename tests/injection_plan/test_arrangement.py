"""The order as a person thinks of it: what it is read off, and that leaving a pass out never turns it round."""

from hypothesis import given
from hypothesis import strategies as st

from injection_plan.anatomy import PASSES, Digit, Direction, Hand, Side
from injection_plan.arrangement import Arrangement, arranged, arrangement_of
from injection_plan.plan import LeftOut, plan_as_the_protocol_says
from tests.stories.people import shipped_protocol

AS_THE_PROTOCOL_SAYS = Arrangement(
    hands=(Hand.RIGHT, Hand.LEFT),
    fingers=dict.fromkeys(Hand, tuple(Digit)),
    sides=(Side.RADIAL, Side.ULNAR),
    directions=(Direction.FINGERTIP, Direction.FINGER_BASE),
)


def arrangements() -> st.SearchStrategy[Arrangement]:
    fingers = st.fixed_dictionaries({hand: st.permutations(list(Digit)).map(tuple) for hand in Hand})
    return st.builds(
        Arrangement,
        hands=st.permutations(list(Hand)).map(tuple),
        fingers=fingers,
        sides=st.permutations(list(Side)).map(tuple),
        directions=st.permutations(list(Direction)).map(tuple),
    )


def left_out(codes: set[str]) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(aliquot=code, reason="ulcer") for code in sorted(codes))


some_passes = st.sets(st.sampled_from(sorted(PASSES)))


def test_the_protocols_own_order_is_right_hand_first_and_thumb_to_little() -> None:
    plan = plan_as_the_protocol_says(shipped_protocol())
    assert arrangement_of(plan.order) == AS_THE_PROTOCOL_SAYS
    assert arranged(shipped_protocol(), AS_THE_PROTOCOL_SAYS) == plan


def test_no_aliquot_at_all_stands_in_the_order_of_the_anatomy() -> None:
    assert arrangement_of(()) == AS_THE_PROTOCOL_SAYS


@given(arrangements())
def test_an_arrangement_is_read_off_its_own_order(arrangement: Arrangement) -> None:
    assert arrangement_of(arranged(shipped_protocol(), arrangement).order) == arrangement


@given(arrangements(), some_passes)
def test_leaving_passes_out_changes_the_place_of_no_other(arrangement: Arrangement, codes: set[str]) -> None:
    whole = arranged(shipped_protocol(), arrangement).order
    plan = arranged(shipped_protocol(), arrangement, left_out(codes))
    assert plan.order == tuple(code for code in whole if code not in codes)
    assert arranged(shipped_protocol(), arrangement_of(plan.order), plan.not_planned) == plan


@given(some_passes)
def test_what_is_planned_again_finds_its_place_in_the_protocols_order(codes: set[str]) -> None:
    protocol = shipped_protocol()
    without = arranged(protocol, AS_THE_PROTOCOL_SAYS, left_out(codes))
    if without.order:
        again = arranged(protocol, arrangement_of(without.order))
        assert again == plan_as_the_protocol_says(protocol)


def test_the_first_thumb_pass_left_out_does_not_turn_the_sides_of_all_fingers_round() -> None:
    order = plan_as_the_protocol_says(shipped_protocol()).order[1:]
    assert arrangement_of(order).sides == (Side.RADIAL, Side.ULNAR)
