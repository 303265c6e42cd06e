"""The questions of the live case: each key's question, what it stores, and that no slip answers one."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import wording
from injection_plan.commands import Void
from injection_plan.terms import Injected, Phase, Standing
from injection_plan.views import FIRST_VIEW, turned
from injection_plan.volume import Volume
from tests.ui.guidance.live_case import START
from tests.ui.guidance.room import NONE, Room
from ui.guidance.dialogs.choose import ChooseQuestion
from ui.guidance.dialogs.differ import DifferQuestion
from ui.guidance.dialogs.plain import EventQuestion, OmitQuestion, StopQuestion, TurnQuestion
from ui.guidance.dialogs.question import Question
from ui.guidance.dialogs.void import VoidQuestion

FIRST, SECOND, THIRD = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"
Asked = TypeVar("Asked", bound=Question)


def ask(room: Room, key: str, kind: type[Asked]) -> Asked:
    question = room.ask(key)
    assert isinstance(question, kind)
    return question


def standing(room: Room, code: str = FIRST) -> Standing:
    delivery = room.procedure.delivery(code)
    assert delivery is not None
    return delivery.standing


def test_omit_needs_a_reason_and_closes_when_it_is_stored(room: Room) -> None:
    question = ask(room, "o", OmitQuestion)
    question.answer()
    assert question.problem_of("reason") == wording.say("live", "wrong.reason_missing")
    assert standing(room) is Standing.PLANNED
    question.reason.setPlainText("pain")
    question.answer()
    assert standing(room) is Standing.OMITTED
    assert room.screen.question is None


def test_omit_takes_the_one_that_was_chosen_on_the_hands(room: Room) -> None:
    room.screen.parts.hands.pass_chosen.emit(THIRD)
    question = ask(room, "o", OmitQuestion)
    question.reason.setPlainText("ulcer")
    question.answer()
    assert standing(room, THIRD) is Standing.OMITTED
    assert standing(room) is Standing.PLANNED


def test_choose_another_from_the_timeline(room: Room) -> None:
    table = room.screen.parts.timeline
    place = table.rows.place_of(THIRD)
    assert place is not None
    table.selectRow(place)
    assert room.screen.selected == THIRD
    assert room.given == []
    question = ask(room, "c", ChooseQuestion)
    question.answer()
    current = room.procedure.current
    assert current is not None
    assert current.code == THIRD


def test_choosing_nothing_says_so(room: Room) -> None:
    question = ask(room, "c", ChooseQuestion)
    question.list.clearSelection()
    question.answer()
    assert question.problem_of("about") == wording.say("live", "wrong.choice_missing")
    assert room.screen.question is question


def test_choose_is_off_while_a_mark_is_owed_and_says_why(room: Room) -> None:
    room.key(" ")
    room.key("c")
    assert room.screen.question is None
    assert room.screen.parts.step.reason == wording.say("procedure", "refusal.mark_is_owed")


def test_another_volume_is_recorded_as_what_happened(room: Room) -> None:
    question = ask(room, "w", DifferQuestion)
    question.volume.setText("0,3")
    question.reason.setPlainText("the skin was tight")
    question.answer()
    delivery = room.procedure.delivery(FIRST)
    assert delivery is not None
    assert delivery.given == Volume(300)
    assert standing(room) is Standing.MARK_OWED


def test_above_a_digits_most_it_warns_and_then_records(room: Room) -> None:
    question = ask(room, "w", DifferQuestion)
    question.volume.setText("1.1")
    question.reason.setPlainText("a second syringe was used")
    question.answer()
    assert "1 mL" in question.warning
    assert standing(room) is Standing.PLANNED
    question.answer()
    delivery = room.procedure.delivery(FIRST)
    assert delivery is not None
    assert delivery.given == Volume(1100)


def test_an_extra_pass_in_words_at_an_earlier_time(room: Room) -> None:
    room.case.clock.wait(20 * 60)
    question = ask(room, "w", DifferQuestion)
    question.extra.setChecked(True)
    question.volume.setText("0.1")
    question.answer()
    assert question.problem_of("place") == wording.say("live", "wrong.place_missing")
    question.place.setCurrentText("the palm, by mistake")
    question.time.setText("11:05")
    question.reason.setPlainText("wrong direction")
    question.answer()
    extra = room.procedure.delivery("extra-1")
    assert extra is not None
    assert extra.place == "the palm, by mistake"
    assert extra.happened_at == START + timedelta(minutes=65)


def test_another_place_is_picked_from_the_list(room: Room) -> None:
    question = ask(room, "w", DifferQuestion)
    question.volume.setText("0.5")
    question.place.setCurrentIndex(question.place.findData(SECOND))
    question.reason.setPlainText("wrong side")
    question.answer()
    delivery = room.procedure.delivery(FIRST)
    assert delivery is not None
    assert delivery.place == SECOND


@pytest.mark.parametrize(
    "answer,after",
    [
        (Injected.NO, Standing.PLANNED),
        (Injected.NOT_SURE, Standing.UNKNOWN),
        (Injected.YES, Standing.MARK_OWED),
    ],
)
def test_void_asks_first_whether_product_was_injected(room: Room, answer: Injected, after: Standing) -> None:
    room.key(" ")
    question = ask(room, "u", VoidQuestion)
    assert question.injected is None
    question.reason.setPlainText("pressed by mistake")
    question.answer()
    assert question.problem_of("injected") == wording.say("live", "wrong.injected_missing")
    question.answers[answer].setChecked(True)
    if answer is Injected.YES:
        question.answer()
        assert question.problem_of("volume") == wording.say("live", "wrong.nothing_put_right")
        question.volume.setText("0.4")
    question.answer()
    assert room.screen.question is None
    assert standing(room) is after
    delivery = room.procedure.delivery(FIRST)
    assert delivery is not None
    assert delivery.given == (Volume(400) if answer is Injected.YES else delivery.given)


def test_what_is_put_right_is_asked_only_where_product_went(room: Room) -> None:
    room.key(" ")
    question = ask(room, "u", VoidQuestion)
    assert not question.volume.isVisible()
    question.answers[Injected.YES].setChecked(True)
    assert question.volume.isVisible()


def test_void_without_an_entry_says_why_not(room: Room) -> None:
    room.key("u")
    assert room.screen.question is None
    assert room.screen.parts.step.reason == wording.say("live", "off.no_entry_yet")


def test_pause_and_on_again(room: Room) -> None:
    room.key("p")
    assert room.procedure.phase is Phase.PAUSED
    room.key(" ")
    assert room.given == []
    assert room.screen.parts.step.reason == wording.say("procedure", "refusal.is_paused")
    room.key("p")
    room.key(" ")
    assert room.given == [FIRST]


def test_an_event_in_words(room: Room) -> None:
    question = ask(room, "e", EventQuestion)
    question.answer()
    assert question.problem_of("text") == wording.say("live", "wrong.text_missing")
    question.text.setPlainText("The lamp failed.")
    question.answer()
    assert room.case.session.entries[-1].event.kind == "occurrence_noted"


def test_stop_with_a_reason_leaves_the_rest_omitted(room: Room) -> None:
    question = ask(room, "s", StopQuestion)
    question.reason.setPlainText("vasovagal reaction")
    question.answer()
    assert {one.standing for one in room.procedure.planned} == {Standing.OMITTED}
    room.key(" ")
    assert room.given == []
    assert "vasovagal reaction" in room.screen.parts.step.reason


def test_turning_the_view_asks_first_and_is_an_entry(room: Room) -> None:
    question = ask(room, "v", TurnQuestion)
    assert room.procedure.view == FIRST_VIEW
    question.answer()
    assert room.procedure.view == turned(FIRST_VIEW)
    assert wording.view(turned(FIRST_VIEW)) == room.screen.parts.caption.text()


@pytest.mark.parametrize("key", ["o", "u", "w", "s", "e", "v", "c"])
@pytest.mark.parametrize("slip", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_no_slip_answers_a_question(room: Room, key: str, slip: Qt.Key) -> None:
    room.key(" ")
    room.keys("0.5\r")
    version = room.procedure.version
    question = room.ask(key)
    room.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is question)
    question.answer_button.setFocus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(question.answer_button, QKeyEvent(kind, slip, NONE, " "))
        QApplication.sendEvent(question, QKeyEvent(kind, slip, NONE, " "))
    assert room.procedure.version == version
    assert room.screen.question is question


def test_a_refused_answer_stays_with_everything_typed(room: Room) -> None:
    room.key(" ")
    question = ask(room, "u", VoidQuestion)
    question.answers[Injected.NO].setChecked(True)
    question.reason.setPlainText("pressed by mistake")
    room.case.must(
        Void(
            about=FIRST, injected=Injected.NOT_SURE, reason="from elsewhere", seen=room.procedure.seen(FIRST)
        )
    )
    assert standing(room) is Standing.UNKNOWN
    question.answer()
    assert room.screen.question is question
    assert question.told == wording.say("procedure", "refusal.stale")
    assert question.reason.toPlainText() == "pressed by mistake"
    assert standing(room) is Standing.UNKNOWN


def test_escape_leaves_a_question_without_an_entry(room: Room) -> None:
    version = room.procedure.version
    question = room.ask("s")
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert room.screen.question is None
    assert room.procedure.version == version
    room.key(" ")
    assert room.given == [FIRST]
