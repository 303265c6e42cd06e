"""The time-out page: every line by hand or key, and no key that passes it by accident."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.read_models.time_out_form import TimeOutForm
from injection_plan.anatomy import Hand
from injection_plan.commands import PassTimeOut
from tests.stories.people import shipped_protocol
from ui.checks.checklist import TimeOutPage
from ui.checks.deliberate import DeliberateButton
from ui.checks.tick_box import SNUG_HEIGHT, TickBox

FORM = TimeOutForm(
    hand=Hand.LEFT,
    hand_name="Patient's LEFT",
    occasion="Before the next hand",
    participant="01-0107",
    practice=False,
    performer="Wei Zhang",
    verifier="Na Li",
    planned="17 aliquots, 4.5 mL still planned on this hand",
    not_planned=("LEFT little · ulnar · toward fingertip: ulcer",),
    lines=shipped_protocol().time_out,
)


@pytest.fixture
def page(qtbot: QtBot) -> TimeOutPage:
    shown = TimeOutPage()
    qtbot.addWidget(shown)
    shown.resize(1366, 700)
    shown.show()
    shown.show_form(FORM)
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    shown.focus_first_missing()
    return shown


@pytest.fixture
def passed(page: TimeOutPage) -> list[PassTimeOut]:
    wishes: list[PassTimeOut] = []
    page.wished.connect(wishes.append)
    return wishes


def boxes(page: TimeOutPage) -> list[TickBox]:
    return page.findChildren(TickBox)


def press(qtbot: QtBot, key: Qt.Key, *, ctrl: bool = False) -> None:
    at = QApplication.focusWidget()
    assert isinstance(at, QWidget)
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(at, key, modifiers)


def ticked(page: TimeOutPage) -> int:
    return sum(box.isChecked() for box in boxes(page))


def test_the_page_names_hand_people_and_what_is_left_out(page: TimeOutPage) -> None:
    texts = {label.text() for label in page.findChildren(QLabel)}
    assert {"Patient's LEFT", "Wei Zhang", "Na Li", "LEFT little · ulnar · toward fingertip: ulcer"} <= texts
    assert [box.text() for box in boxes(page)] == [line.text for line in FORM.lines]
    assert all(box.height() >= SNUG_HEIGHT for box in boxes(page))


def test_y_answers_a_line_and_goes_to_the_next_until_all_can_be_passed(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut]
) -> None:
    for number in range(len(FORM.lines)):
        assert ticked(page) == number
        press(qtbot, Qt.Key.Key_Y)
    assert "Every line is answered" in page.told
    with qtbot.waitSignal(page.wished):
        press(qtbot, Qt.Key.Key_Return, ctrl=True)
    assert passed == [PassTimeOut(hand=Hand.LEFT, lines=FORM.lines)]


def test_up_down_and_space_do_the_same(qtbot: QtBot, page: TimeOutPage) -> None:
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Up)
    assert [box.isChecked() for box in boxes(page)][:3] == [False, True, False]
    assert boxes(page)[0].hasFocus()


def test_it_is_not_passed_while_a_line_is_missing_and_says_which(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut]
) -> None:
    for box in boxes(page)[:-1]:
        box.setChecked(True)
    button = page.findChild(DeliberateButton)
    assert button is not None
    assert not button.isEnabled()
    assert FORM.lines[-1].text in page.told
    assert button.toolTip() == page.told
    press(qtbot, Qt.Key.Key_Return, ctrl=True)
    assert passed == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_no_plain_key_passes_even_with_the_focus_on_the_button(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut], key: Qt.Key
) -> None:
    for box in boxes(page):
        box.setChecked(True)
    button = page.findChild(DeliberateButton)
    assert button is not None
    button.setFocus()
    press(qtbot, key)
    assert passed == []
    button.click()
    assert len(passed) == 1


def test_a_held_key_answers_one_line(page: TimeOutPage) -> None:
    first = boxes(page)[0]
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(first, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, none, "y"))
    for _ in range(40):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, none, "y", autorep=True)
        at = QApplication.focusWidget()
        assert at is not None
        QApplication.sendEvent(at, held)
    assert ticked(page) == 1


def test_ticks_stay_while_the_same_time_out_is_shown_and_fall_with_another(page: TimeOutPage) -> None:
    boxes(page)[0].setChecked(True)
    page.show_form(replace(FORM))
    assert ticked(page) == 1
    page.show_form(replace(FORM, performer="Min Chen"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert ticked(page) == 0


def test_escape_leaves_for_the_hands_and_passes_nothing(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut]
) -> None:
    with qtbot.waitSignal(page.left):
        press(qtbot, Qt.Key.Key_Escape)
    assert passed == []
