"""The form of a new case as a person fills it in: what is said where, what is lost (nothing), what goes on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.read_models.new_case_form import FillText, NewCaseText
from app.read_models.new_case_steps import NewCase
from tests.app.read_models.forms import GOOD, check
from tests.stories.people import shipped_protocol
from ui.checks.deliberate import DeliberateButton
from ui.planning.form_field import FormField
from ui.planning.new_case import NewCasePage
from ui.planning.typed_again import TypedAgain


@pytest.fixture
def page(qtbot: QtBot) -> NewCasePage:
    shown = NewCasePage(shipped_protocol(), check)
    qtbot.addWidget(shown)
    shown.resize(1366, 700)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    return shown


@pytest.fixture
def cases(page: NewCasePage) -> list[NewCase]:
    wished: list[NewCase] = []
    page.wished.connect(wished.append)
    return wished


def line(page: NewCasePage, name: str) -> QLineEdit:
    edit = page.form.edits()[name]
    assert isinstance(edit, QLineEdit)
    return edit


def problem(page: NewCasePage, name: str) -> str:
    field = line(page, name).parentWidget()
    assert isinstance(field, FormField)
    return field.problem


def fill_in(qtbot: QtBot, page: NewCasePage) -> None:
    typed = {"participant": "01-0107", "participant_again": "01-0107", "centre": "01", "performer": "Wei Zhang",
             "verifier": "Na Li", "prepared": "10", "lot": "C800-2231", "ready": "10:05"}  # fmt: skip
    for name, text in typed.items():
        QTest.keyClicks(line(page, name), text)


def same_for_all(qtbot: QtBot, page: NewCasePage, drawn_up: str, mark: str) -> None:
    spoken = {edit.accessibleName(): edit for edit in page.findChildren(QLineEdit)}
    QTest.keyClicks(spoken["Drawn up, the same for all ten"], drawn_up)
    QTest.keyClicks(spoken["Start mark, the same for all ten"], mark)
    copy = next(one for one in page.findChildren(QPushButton) if one.text() == "Write into all ten")
    copy.click()


def test_a_filled_form_goes_on_as_it_was_typed(qtbot: QtBot, page: NewCasePage, cases: list[NewCase]) -> None:
    fill_in(qtbot, page)
    same_for_all(qtbot, page, "1", "1")
    QTest.keyClick(page.form.edits()["approved"], Qt.Key.Key_Space)
    assert page.form.text == GOOD
    with qtbot.waitSignal(page.wished):
        QTest.keyClick(line(page, "lot"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert cases == [check(GOOD).case]


def test_enter_and_space_open_no_case(qtbot: QtBot, page: NewCasePage, cases: list[NewCase]) -> None:
    page.show_text(GOOD)
    button = page.findChild(DeliberateButton)
    assert button is not None
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
        QTest.keyClick(line(page, "participant"), key)
    assert cases == []


def test_the_same_row_writes_only_when_it_is_asked_to(qtbot: QtBot, page: NewCasePage) -> None:
    QTest.keyClicks(line(page, "mark.3"), "0.9")
    same_for_all(qtbot, page, "1", "")
    assert page.form.text.fills[2] == FillText(3, "1", "0.9")
    assert page.form.text.fills[9] == FillText(10, "1", "")


def test_an_incomplete_form_says_each_field_and_keeps_all_that_was_typed(
    qtbot: QtBot, page: NewCasePage, cases: list[NewCase]
) -> None:
    wrong = replace(GOOD, participant_again="01-0170", verifier="Wei Zhang", prepared="05", lot="")
    page.show_text(wrong)
    page.go_on()
    assert "The two codes differ." in problem(page, "participant_again")
    assert "two different people" in problem(page, "verifier")
    assert "missing after the zero" in problem(page, "prepared")
    assert "not recorded" in problem(page, "lot")
    assert page.told == "Not stored yet. To be put right: 4. Each is said at its field."
    assert line(page, "participant_again").hasFocus()
    assert page.form.text == wrong
    assert cases == []


def test_nothing_is_called_wrong_before_somebody_has_been_there(qtbot: QtBot, page: NewCasePage) -> None:
    QTest.keyClicks(line(page, "participant"), "01-01")
    assert problem(page, "participant") == ""
    QTest.keyClick(line(page, "participant"), Qt.Key.Key_Tab)
    assert "01-01 does not have the form" in problem(page, "participant")
    assert problem(page, "centre") == ""
    QTest.keyClicks(line(page, "participant"), "07")
    assert problem(page, "participant") == ""


def test_a_syringe_that_is_wrong_is_named_under_the_table(page: NewCasePage) -> None:
    fills = tuple(FillText(6, "0.8", "0.9") if one.syringe == 6 else one for one in GOOD.fills)
    page.show_text(replace(GOOD, fills=fills))
    page.go_on()
    assert page.form.fills.problem == "Syringe 6: The start mark is above what was drawn up."
    assert line(page, "mark.6").hasFocus()


def test_the_second_code_is_typed_and_never_pasted(qtbot: QtBot, page: NewCasePage) -> None:
    again = line(page, "participant_again")
    assert isinstance(again, TypedAgain)
    copied = QMimeData()
    copied.setText("01-0107")
    QGuiApplication.clipboard().setMimeData(copied)
    QTest.keyClick(again, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(again, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseClick(again, Qt.MouseButton.MiddleButton)
    assert again.text() == ""
    assert not again.acceptDrops()
    assert again.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert "Type it" in problem(page, "participant_again")
    QTest.keyClick(line(page, "participant"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line(page, "participant").text() == "01-0107"


def test_the_approval_names_the_surgeon(qtbot: QtBot, page: NewCasePage) -> None:
    approved = page.form.edits()["approved"]
    assert approved.accessibleName() == "Surgeon approves this plan"
    QTest.keyClicks(line(page, "performer"), "Wei Zhang")
    assert approved.accessibleName() == "Wei Zhang approves this plan"


def test_every_field_has_a_name_and_room_for_a_glove(page: NewCasePage) -> None:
    page.show_text(NewCaseText(fills=GOOD.fills))
    for name, edit in page.form.edits().items():
        assert edit.accessibleName(), name
        assert edit.height() >= 44, name
