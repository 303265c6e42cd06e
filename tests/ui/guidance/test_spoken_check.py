"""The spoken check at each syringe: said when it is taken up, answered with K, and in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import wording
from app.read_models.spoken_check import spoken_check
from injection_plan.commands import ChooseNext, HandOver, ReadSyringeAloud
from injection_plan.people import Person
from injection_plan.protocol import SpokenCheck
from injection_plan.terms import Role
from tests.ui.guidance.live_case import LiveCase
from tests.ui.guidance.room import Room
from ui.guidance.nurse_screen import NurseScreen
from ui.guidance.spoken_line import SpokenLine

FIRST = "Syringe 1 · Patient's RIGHT · thumb · fill mark 1 mL · 1 mL to give"
SECOND = "Syringe 2 · Patient's RIGHT · index · fill mark 1 mL · 1 mL to give"
OTHER = "RH-3-PIP-rad-dis"


def line(room: Room) -> SpokenLine:
    return room.screen.parts.pad.spoken


def places(room: Room) -> list[QRect]:
    """Return where every part around the line stands."""
    step = room.screen.parts.step
    QApplication.processEvents()
    pad = room.screen.parts.pad
    parts: tuple[QWidget, ...] = (
        step.give_button,
        step._reason,
        pad,
        pad._display,
        pad._sentence,
        pad._unread,
    )
    return [QRect(part.mapTo(room.screen, QPoint()), part.size()) for part in parts]


def give_and_read(room: Room) -> None:
    room.case.give()
    room.case.read()


def test_k_records_what_was_said_and_the_line_goes_without_moving_anything(room: Room) -> None:
    before = places(room)
    assert line(room).words == f"Say aloud: {FIRST}"
    room.key("k")
    last = room.case.session.entries[-1]
    assert room.wishes == [ReadSyringeAloud(syringe=1, text=FIRST)]
    assert (last.event.kind, last.stamp.role) == ("syringe_read_aloud", Role.VERIFIER)
    assert line(room).words == ""
    assert not line(room).button.isEnabled()
    assert places(room) == before
    room.key(" ")
    assert places(room) == before


def test_the_button_does_the_same_and_space_never_presses_it(room: Room) -> None:
    line(room).button.setFocus()
    room.key(" ")
    assert len(room.given) == 1
    room.keys("0.5\r")
    room.key(" ")
    room.keys("0\r")
    assert line(room).words == f"Say aloud: {SECOND}"
    QTest.mouseClick(line(room).button, Qt.MouseButton.LeftButton)
    assert 2 in room.procedure.prepared.read_aloud


def test_it_holds_nothing_up_and_is_not_asked_of_a_syringe_that_was_used(room: Room) -> None:
    room.key(" ")
    assert len(room.given) == 1
    assert line(room).words == ""
    room.keys("0.5\r")
    assert line(room).words == ""
    room.key("k")
    assert room.screen.parts.pad.sentence == wording.say("live", "off.nothing_to_read_aloud")
    assert room.procedure.prepared.read_aloud == frozenset()


def test_it_is_not_asked_while_a_mark_is_owed_nor_on_return(room: Room) -> None:
    give_and_read(room)
    room.case.must(ChooseNext(aliquot=OTHER, seen=room.procedure.seen(OTHER)))
    assert (
        line(room).words == "Say aloud: Syringe 3 · Patient's RIGHT · middle · fill mark 1 mL · 1 mL to give"
    )
    room.case.give()
    assert line(room).words == ""
    room.case.read()
    back = "RH-1-MCP-uln-dis"
    room.case.must(ChooseNext(aliquot=back, seen=room.procedure.seen(back)))
    assert room.procedure.owed is not None
    assert line(room).words == ""
    room.case.read()
    assert line(room).words == ""


def test_nothing_of_it_is_seen_while_a_mark_is_owed(room: Room) -> None:
    """Its words are a label and so a frame too: with nothing to say, its ground lay behind the nurse's question."""
    room.key(" ")
    pad = room.screen.parts.pad
    assert room.procedure.owed is not None
    asked = pad.grab().toImage()
    alone = line(room).grab().toImage()
    colours = {alone.pixel(x, y) for x in range(alone.width()) for y in range(alone.height())}
    assert len(colours) == 1
    line(room).hide()
    assert pad.grab().toImage() == asked


def test_it_waits_for_a_pause_and_for_the_time_out(room: Room) -> None:
    room.key("p")
    assert line(room).words == ""
    room.key("p")
    assert line(room).words == f"Say aloud: {FIRST}"
    room.case.must(HandOver(role=Role.PERFORMER, person=Person(name="Second surgeon")))
    assert line(room).words == ""


def test_k_in_a_scan_answers_nothing(room: Room) -> None:
    for character in "k01":
        room.down(character, gap_ms=8)
        room.up(character)
    room.settle_keys()
    assert room.procedure.prepared.read_aloud == frozenset()


def with_check(case: LiveCase, check: SpokenCheck | None) -> LiveCase:
    """Let the case have a protocol that says this of the spoken check."""
    protocol = case.procedure.protocol.model_copy(update={"syringe_check": check})
    object.__setattr__(case.procedure, "protocol", protocol)
    return case


@pytest.mark.parametrize("also", [(), ("The cells were resuspended.", "No air is in the syringe.")])
def test_what_the_protocol_has_said_besides_is_said_and_recorded(
    dressed: QApplication, qtbot: QtBot, case: LiveCase, also: tuple[str, ...]
) -> None:
    check = spoken_check(with_check(case, SpokenCheck(also=also)).procedure)
    assert check.answered is not None
    assert check.answered.text == (
        f"{FIRST}. The cells were resuspended. No air is in the syringe." if also else FIRST
    )
    screen = NurseScreen(case.clock)
    qtbot.addWidget(screen)
    screen.show_procedure(case.procedure)
    assert screen.parts.pad.spoken._also.isHidden() is not bool(also)


def test_a_protocol_without_the_check_keeps_no_place_for_it(
    dressed: QApplication, qtbot: QtBot, case: LiveCase
) -> None:
    with_check(case, None)
    screen = NurseScreen(case.clock)
    qtbot.addWidget(screen)
    screen.show_procedure(case.procedure)
    assert screen.parts.pad.spoken.isHidden()
