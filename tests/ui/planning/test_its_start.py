"""A line that is too short for its text shows how the text begins, unless somebody types in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.read_models.product_form import LotText
from ui.planning.answer_field import AnswerField
from ui.planning.form_field import FormField
from ui.planning.lot_rows import LotRow

LONG = "abdomen, then both outer thighs, then the lateral abdomen, then the posterior thighs"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Show a page of the three kinds of field, each narrower than the text, in front of everything."""
    shown = QWidget()
    column = QVBoxLayout(shown)
    for one in (FormField("Who"), AnswerField("Sites", "such as abdomen", ""), LotRow(1)):
        column.addWidget(one)
    qtbot.addWidget(shown)
    shown.resize(260, 300)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    return shown


def test_what_is_filled_in_shows_its_beginning(page: QWidget) -> None:
    row, answer = page.findChildren(LotRow)[0], page.findChildren(AnswerField)[0]
    page.findChildren(FormField)[0].edit.setFocus()
    row.show_text(LotText(LONG, LONG, ""))
    answer.show_text(LONG)
    lines = [one for one in page.findChildren(QLineEdit) if one.text()]
    assert len(lines) == 3
    assert {one.cursorPosition() for one in lines} == {0}


def test_whoever_types_sees_the_end_and_whoever_has_left_the_beginning(page: QWidget) -> None:
    for line in page.findChildren(QLineEdit):
        line.setFocus()
        QTest.keyClicks(line, LONG)
        assert line.cursorPosition() == len(LONG)
        QTest.keyClick(line, Qt.Key.Key_Tab)
        assert (line.hasFocus(), line.cursorPosition()) == (False, 0)
