"""The keys of the live case as stories: a whole case by key alone, and every slip that must give nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout

from app import wording
from app.read_models.offers import Intent
from app.read_models.pad import not_read
from injection_plan.rules.refusal import Why
from injection_plan.terms import Occasion, Phase, Standing
from tests.ui.guidance.room import Room
from ui.guidance.dialogs.choose import ChooseQuestion

CODE = "RH-1-MCP-rad-dis"


def mark_to_type(room: Room) -> str:
    owed = room.procedure.owed
    assert owed is not None
    expected = room.procedure.syringe(owed.syringe).expected
    assert expected is not None
    return wording.number(expected)


def standing(room: Room) -> Standing:
    return room.procedure.planned[0].standing


def paused(room: Room) -> bool:
    return room.procedure.paused


def test_thirty_six_aliquots_by_space_digits_and_enter(room: Room) -> None:
    for number in range(36):
        room.key(" ")
        assert len(room.given) == number + 1
        typed = mark_to_type(room)
        room.keys(typed.replace(".", ",") if number % 2 else typed)
        room.key("\r")
        assert room.procedure.owed is None
    assert room.refusals == []
    assert {one.standing for one in room.procedure.planned} == {Standing.VERIFIED}
    assert room.procedure.phase is Phase.SETTLED
    words = [label.text() for label in room.screen.parts.header.findChildren(QLabel)]
    assert "36 of 36 given" in words


def test_held_space_gives_one(room: Room) -> None:
    room.down(" ")
    for _ in range(150):
        room.case.clock.wait(0.033)
        room.down(" ", gap_ms=33, repeated=True)
        room.up(" ", repeated=True)
    room.up(" ")
    assert room.given == [CODE]
    assert len(room.wishes) == 1


def test_a_key_that_was_not_released_does_not_count_again(room: Room) -> None:
    room.key(" ")
    room.keys("0.5\r")
    room.down(" ")
    room.down(" ", gap_ms=3000)
    assert len(room.given) == 2
    assert len([wish for wish in room.wishes if type(wish).__name__ == "Give"]) == 2


def test_a_second_press_within_the_lock_out_gives_nothing(room: Room) -> None:
    room.key(" ")
    room.keys("n")
    room.key(" ", wait_s=5)
    room.key("n", wait_s=0.2)
    room.key(" ", wait_s=0.2)
    assert len(room.given) == 2
    assert room.refusals[-1].why is Why.TOO_SOON
    assert room.screen.parts.step.reason == wording.refusal(room.refusals[-1])


@pytest.mark.parametrize(
    "burst", ["0.75\r", "12345\r", "n01-0107\r", "pause\r", "010\r", "u12", "5 7 9", "1 "]
)
def test_a_scanner_gives_nothing_and_leaves_nothing(room: Room, burst: str) -> None:
    room.key(" ")
    before = room.procedure.version
    for character in burst:
        room.down(character, gap_ms=8)
        room.up(character)
    if len(burst) > 2:
        assert room.screen.parts.pad.typed == ""
        assert room.screen.parts.pad.sentence == wording.say("live", "pad.scanned")
    room.qtbot.waitUntil(lambda: not room.screen._pedal._certain.isActive())
    assert room.procedure.version == before
    assert room.screen.question is None
    room.moment += 500
    room.screen.parts.pad._clear()
    room.keys("0.5\r")
    assert room.procedure.version == before + 1


def test_what_was_typed_before_a_scan_stays(room: Room) -> None:
    room.key(" ")
    room.keys("0.")
    for character in "987654":
        room.down(character, gap_ms=4) if character != "9" else room.down(character, gap_ms=300)
        room.up(character)
    assert room.screen.parts.pad.typed == "0."
    room.keys("5\r")
    assert standing(room) is Standing.VERIFIED


def test_a_lone_space_acts_at_once(room: Room) -> None:
    room.down(" ")
    assert room.given == [CODE]


def test_two_quick_digits_and_a_letter_alone_are_typing(room: Room) -> None:
    room.key(" ")
    room.key("0")
    room.key(".", gap_ms=60)
    room.key("5", gap_ms=60)
    assert room.screen.parts.pad.typed == "0.5"
    room.screen.parts.pad._clear()
    room.key("n")
    assert standing(room) is Standing.NOT_READ


def test_space_while_a_mark_is_owed_is_refused_and_loses_nothing(room: Room) -> None:
    room.key(" ")
    room.keys("0.")
    room.key(" ")
    assert room.given == [CODE]
    assert room.refusals[-1].why is Why.MARK_IS_OWED
    assert room.screen.parts.step.reason == wording.refusal(room.refusals[-1])
    assert room.screen.parts.pad.typed == "0."
    room.keys("5\r")
    assert standing(room) is Standing.VERIFIED
    assert room.screen.parts.step.reason == ""


@pytest.mark.parametrize("intent", [Intent.STOP, Intent.OMIT, Intent.PAUSE, Intent.TURN_VIEW])
def test_space_gives_wherever_the_focus_is(room: Room, intent: Intent) -> None:
    button = room.screen.parts.step.wish_button(intent)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    room.key(" ")
    assert room.given == [CODE]
    assert room.screen.question is None
    assert not paused(room)


def test_space_gives_from_hands_and_timeline(room: Room) -> None:
    for number, part in enumerate((room.screen.parts.timeline, room.screen.parts.hands)):
        part.setFocus()
        room.key(" ")
        assert len(room.given) == number + 1
        room.keys("n")


def test_enter_presses_the_button_in_focus_only_with_an_empty_pad(room: Room) -> None:
    button = room.screen.parts.step.wish_button(Intent.PAUSE)
    button.setFocus()
    room.key("\r")
    assert paused(room)
    room.key("\r")
    assert not paused(room)
    room.key(" ")
    button.setFocus()
    room.keys("0.5\r")
    assert not paused(room)
    assert standing(room) is Standing.VERIFIED


def test_keys_are_letters_in_a_dialog(room: Room) -> None:
    dialog = QDialog(room.screen)
    edit = QLineEdit()
    QVBoxLayout(dialog).addWidget(edit)
    dialog.open()
    edit.setFocus()
    room.qtbot.waitUntil(edit.hasFocus)
    room.keys("soup 1.5 p")
    dialog.close()
    assert edit.text() == "soup 1.5 p"
    assert room.given == []
    assert room.screen.question is None
    assert not paused(room)


def test_nothing_is_heard_while_another_page_is_shown(room: Room) -> None:
    room.screen.hide()
    room.down(" ")
    assert room.wishes == []


def test_digits_while_no_mark_is_owed_say_so(room: Room) -> None:
    room.keys("0.5\r")
    assert room.screen.parts.pad.typed == ""
    assert room.screen.parts.pad.sentence == wording.say("live", "pad.nothing_owed")
    assert room.wishes == []


def test_typed_digits_are_never_moved_to_another_mark(room: Room) -> None:
    room.key(" ")
    room.keys("0.5")
    bound = room.screen.parts.pad.bound
    assert bound is not None
    assert bound.owed.about == CODE
    room.case.must(not_read(bound))
    assert room.screen.parts.pad.typed == ""
    assert room.screen.parts.pad.sentence == wording.say("live", "pad.moved")
    room.key(" ")
    assert room.screen.parts.pad.typed == ""
    assert room.screen.parts.pad.bound is None


def test_the_second_reading_is_blind_and_then_settles(room: Room) -> None:
    room.key(" ")
    room.keys("0.7\r")
    assert standing(room) is Standing.MARK_OWED
    assert room.screen.parts.pad.typed == ""
    room.keys("0.7\r")
    assert standing(room) is Standing.MARK_DIFFERS


@pytest.mark.parametrize("typed", ["5", "05", "075", "0.755", "1.2", "."])
def test_a_mark_that_cannot_be_is_refused_and_kept(room: Room, typed: str) -> None:
    room.key(" ")
    room.keys(typed + "\r")
    assert room.screen.parts.pad.typed == typed
    assert room.screen.parts.pad.sentence not in {"", wording.say("live", "pad.hint")}
    assert room.procedure.planned[0].readings == ()
    room.keys("\b" * len(typed) + ".5\r")
    assert standing(room) is Standing.VERIFIED


def test_print_and_full_screen_are_the_windows_errands(room: Room) -> None:
    room.screen.intend(Intent.PRINT)
    room.screen.intend(Intent.FULL_SCREEN)
    assert room.errands == ["print", "full_screen"]


def choose(room: Room, row: int) -> None:
    question = room.ask("c")
    assert isinstance(question, ChooseQuestion)
    question.list.setCurrentRow(row)
    question.answer()


def test_a_mark_on_return_is_asked_with_the_same_pad(room: Room) -> None:
    room.key(" ")
    room.keys("0.5\r")
    choose(room, 3)
    room.key(" ")
    room.keys(mark_to_type(room) + "\r")
    choose(room, 0)
    owed = room.procedure.owed
    assert owed is not None
    assert owed.occasion is Occasion.START
    room.keys("0.5\r")
    assert room.procedure.owed is None
