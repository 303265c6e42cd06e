"""The set-up page by keys: typed twice, or scanned in one burst; wrong where somebody has been, and nowhere else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.read_models.set_up_form import SetUpText
from tests.app.read_models.forms import GOOD, check
from tests.stories.people import shipped_protocol
from ui.planning.set_up_page import SetUpPage
from ui.theme import DESK, ROOM, Place, dress

SCANNER_MS = 4
PERSON_MS = 140


@pytest.fixture
def page(qtbot: QtBot) -> SetUpPage:
    shown = SetUpPage(shipped_protocol().arms, check)
    qtbot.addWidget(shown)
    shown.resize(1366, 560)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    shown.start_typing()
    return shown


class Keys:
    """Hands characters to whatever has the focus, so many milliseconds apart."""

    def __init__(self) -> None:
        self.moment = 1_000_000

    def type(self, text: str, apart_ms: int) -> None:
        for character in text:
            self.moment += apart_ms
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                event.setTimestamp(self.moment)
                focus = QApplication.focusWidget()
                assert focus is not None
                QApplication.sendEvent(focus, event)


def said(page: SetUpPage) -> list[str]:
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.property("look") == "problem" and not label.isHidden()
    ]


def test_nothing_is_wrong_before_somebody_has_been_there(page: SetUpPage) -> None:
    assert said(page) == []


def test_a_scanned_code_needs_no_second_typing(page: SetUpPage) -> None:
    Keys().type("01-0107\r", SCANNER_MS)
    assert page.text.scanned
    again = page.findChildren(QLineEdit)[1]
    assert not again.isEnabled()
    assert again.placeholderText() == "scanned: not typed again"


def test_a_typed_code_is_typed_again(page: SetUpPage) -> None:
    Keys().type("01-0107\r", PERSON_MS)
    assert not page.text.scanned
    assert page.findChildren(QLineEdit)[1].isEnabled()


def test_a_scanned_code_that_is_changed_by_hand_is_typed_again(page: SetUpPage) -> None:
    keys = Keys()
    keys.type("01-0107", SCANNER_MS)
    QTest.keyClick(page.findChildren(QLineEdit)[0], Qt.Key.Key_Backspace)
    keys.type("9", PERSON_MS)
    assert page.text.participant == "01-0109"
    assert not page.text.scanned


def test_what_was_left_wrong_is_said_at_once_and_the_rest_when_going_on(page: SetUpPage) -> None:
    Keys().type("1-107\r", PERSON_MS)
    assert [sentence[:6] for sentence in said(page)] == ["1-107 "]
    assert page.set_up() is None
    assert len(said(page)) == 9
    assert page.focusWidget() is page.findChildren(QLineEdit)[0]


def test_a_whole_set_up_is_uttered(page: SetUpPage) -> None:
    page.show_text(GOOD)
    assert page.set_up() == check(GOOD).set_up
    assert page.text == GOOD


def test_another_arm_is_said_loudly(page: SetUpPage) -> None:
    page.show_text(replace(GOOD, arm="Standard treatment"))
    assert page.set_up() is None
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Standard treatment: there is nothing to inject, and no case is kept." in texts


def test_an_open_case_keeps_its_code_and_lets_people_change(page: SetUpPage) -> None:
    page.show_text(GOOD)
    page.lock_the_case()
    locked = [edit.text() for edit in page.findChildren(QLineEdit) if edit.isReadOnly()]
    assert set(locked) >= {"01-0107", "01", "R-48-017"}
    assert not {"Wei Zhang", "Na Li"} & set(locked)


@pytest.mark.parametrize("place", [DESK, ROOM])
def test_every_field_has_a_name_and_room(page: SetUpPage, place: Place) -> None:
    dress(page, place)
    page.show_text(SetUpText())
    for edit in page.findChildren(QLineEdit):
        assert edit.accessibleName()
        assert edit.height() >= 44
