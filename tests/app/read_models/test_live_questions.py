"""What the live case may be asked, and what its small forms make of typed text: without any window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import wording
from app.drawing.marks import MarkState
from app.read_models.blind import blind
from app.read_models.choices import choices
from app.read_models.difference_form import DifferenceText, check_difference
from app.read_models.hands import labels
from app.read_models.offers import BUTTONS, Intent, offers, onward, why_off
from app.read_models.void_form import VoidText, check_void, voidable
from injection_plan.anatomy import Digit, Finger, Hand
from injection_plan.commands import RecordDifference
from injection_plan.terms import Injected
from injection_plan.volume import Volume
from tests.ui.guidance.live_case import LiveCase

FIRST = "RH-1-MCP-rad-dis"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[LiveCase]:
    live = LiveCase(tmp_path / "cases")
    yield live
    live.journal.close()


def off(case: LiveCase) -> set[Intent]:
    return {offer.intent for offer in offers(case.procedure) if not offer.is_on}


def test_every_button_has_a_word_and_a_key(case: LiveCase) -> None:
    shown = offers(case.procedure)
    assert tuple(offer.intent for offer in shown) == BUTTONS
    assert len({offer.key for offer in shown}) == len({offer.word for offer in shown}) == len(BUTTONS)


def test_what_is_off_follows_the_case(case: LiveCase) -> None:
    assert off(case) == {Intent.VOID}
    case.give()
    assert off(case) == {Intent.CHOOSE}
    assert why_off(case.procedure, Intent.GIVE) == wording.say("procedure", "refusal.mark_is_owed")
    case.read()
    assert off(case) == set()
    assert why_off(case.procedure, Intent.ENTER_MARK) == wording.say("live", "off.no_mark_owed")


def test_the_way_on_opens_when_nothing_is_left_to_give(case: LiveCase) -> None:
    for _ in range(35):
        case.give()
        case.read()
    assert onward(case.procedure) is None
    case.give()
    waiting = onward(case.procedure)
    assert waiting is not None
    assert waiting.why_off == wording.say("procedure", "refusal.mark_is_owed")
    case.read()
    ready = onward(case.procedure)
    assert ready is not None
    assert ready.is_on


def test_the_choices_are_what_is_left_the_shown_one_first(case: LiveCase) -> None:
    code = case.give()
    left = choices(case.procedure)
    assert len(left) == 35
    assert code not in {one.code for one in left}
    assert [one.is_shown for one in left] == [True] + 34 * [False]


@pytest.mark.parametrize(
    "volume,problem",
    [
        ("", "wrong.volume_missing"),
        ("0", "wrong.no_volume"),
        ("1,000", "ambiguous_group"),
        ("05", "leading_zero"),
    ],
)
def test_a_volume_that_cannot_be_is_not_recorded(case: LiveCase, volume: str, problem: str) -> None:
    text = DifferenceText(FIRST, 1, volume=volume, reason="why")
    checked = check_difference(case.procedure, text, case.clock.now())
    assert checked.command is None
    domain, key = ("live", problem) if problem.startswith("wrong") else ("procedure", f"unreadable.{problem}")
    assert checked.problems == {"volume": wording.say(domain, key)}


@pytest.mark.parametrize(
    "typed,problem", [("25:00", "not_a_time"), ("23:59", "in_the_future"), ("x", "not_a_time")]
)
def test_a_time_that_cannot_be_is_not_recorded(case: LiveCase, typed: str, problem: str) -> None:
    text = DifferenceText(FIRST, 1, volume="0.4", time=typed, reason="why")
    checked = check_difference(case.procedure, text, case.clock.now())
    assert checked.problems == {"time": wording.say("live", f"wrong.time.{problem}")}


def test_exactly_a_digits_most_is_no_warning_and_more_is(case: LiveCase) -> None:
    for volume, warned in (("1", False), ("1.01", True)):
        text = DifferenceText(FIRST, 1, volume=volume, reason="why")
        checked = check_difference(case.procedure, text, case.clock.now())
        assert bool(checked.warning) is warned
        assert checked.command is not None
    elsewhere = DifferenceText(FIRST, 1, volume="1.01", place="RH-2-PIP-rad-dis", reason="why")
    assert "index" in check_difference(case.procedure, elsewhere, case.clock.now()).warning
    in_words = DifferenceText(None, 1, volume="5", place="the palm", reason="why")
    assert check_difference(case.procedure, in_words, case.clock.now()).warning == ""


def test_the_warning_tells_no_sum_that_is_still_to_be_read(case: LiveCase) -> None:
    case.give()
    text = DifferenceText("RH-1-MCP-uln-dis", 1, volume="0.61", reason="why")
    warning = check_difference(case.procedure, text, case.clock.now()).warning
    assert "1 mL" in warning
    assert "0.5" not in warning


def test_a_void_that_says_no_carries_nothing_to_put_right(case: LiveCase) -> None:
    case.give()
    text = VoidText(FIRST, Injected.NO, "slipped", volume="0.3", place="palm", time="11:00")
    command = check_void(voidable(case.procedure), text, case.clock.now()).command
    assert command is not None
    assert (command.volume, command.place, command.happened_at) == (None, None, None)


def test_a_void_that_says_yes_carries_what_is_put_right(case: LiveCase) -> None:
    case.give()
    text = VoidText(FIRST, Injected.YES, "misread", volume=".4")
    command = check_void(voidable(case.procedure), text, case.clock.now()).command
    assert command is not None
    assert command.volume == Volume(400)
    assert command.seen == case.procedure.seen(FIRST)


def test_the_last_entry_is_offered_first(case: LiveCase) -> None:
    case.give()
    case.read()
    case.give()
    case.read()
    last = case.give()
    assert voidable(case.procedure)[0].code == last
    assert len(voidable(case.procedure)) == 3


def test_a_finger_finished_with_less_than_planned_is_not_plain_once_that_may_be_known(case: LiveCase) -> None:
    case.give()
    case.read()
    current = case.procedure.current
    assert current is not None
    assert current.planned is not None
    given = Volume(current.planned.microlitres - 100)
    case.clock.wait()
    case.must(
        RecordDifference(
            aliquot=current.code, syringe=1, volume=given, place=None, happened_at=None, reason="it came so"
        )
    )
    assert tone(case) is MarkState.GIVEN
    case.read()
    assert tone(case) is MarkState.DIFFERS


def test_a_finger_finished_as_planned_is_plain(case: LiveCase) -> None:
    for _ in range(2):
        case.give()
        case.read()
    assert tone(case) is MarkState.VERIFIED


def tone(case: LiveCase) -> MarkState:
    """How the words over the first thumb look to the nurse."""
    return labels(case.procedure, blind(case.procedure))[Finger(Hand.RIGHT, Digit.THUMB)].tone
