"""What has the focus is drawn by the house: the grey frame of the stock style stands around no word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.settings import ThemeChoice
from ui import theme
from ui.theme import DESK, colour, dress, look


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def page(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """Show a line of buttons, of which the first has the focus, in each theme."""
    theme.settle(qapp, request.param)
    shown = look(QWidget(), "page")
    shown.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    dress(shown, DESK)
    column = QVBoxLayout(shown)
    for one in (
        QPushButton("first"),
        QPushButton("Note it"),
        look(QPushButton("Order"), "tab"),
        QRadioButton("Clear"),
    ):
        column.addWidget(one)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    shown.findChildren(QPushButton)[0].setFocus()
    yield shown
    theme.settle(qapp)


def test_a_button_in_focus_has_one_ground_behind_its_word(page: QWidget) -> None:
    handle = page.windowHandle()
    assert handle is not None
    for button in page.findChildren(QAbstractButton)[1:]:
        QTest.keyClick(handle, Qt.Key.Key_Tab)
        assert button.hasFocus()
        picture = button.grab().toImage()
        middle = picture.height() // 2
        # A line just above the word, well within the frame: everything there is ground.
        line = {picture.pixelColor(x, middle - 14).name() for x in range(12, picture.width() - 12)}
        assert len(line) == 1, button.text()


def test_what_has_the_focus_looks_otherwise_than_before(page: QWidget) -> None:
    for button in page.findChildren(QAbstractButton)[1:]:
        before = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.grab().toImage() != before, button.text()
    assert colour(DESK, "focus") != colour(DESK, "line")
