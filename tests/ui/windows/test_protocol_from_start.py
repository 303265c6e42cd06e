"""The protocol view is opened from the start screen by its key, left by another, and leaves no case behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.windows.nurse import Theatre
from ui.planning.protocol_page import ProtocolPage
from ui.planning.start_screen import StartScreen


@pytest.fixture
def theatre(tmp_path: Path, qtbot: QtBot) -> Iterator[Theatre]:
    opened = Theatre(tmp_path, qtbot)
    opened.open()
    yield opened
    opened.end()


def is_shown(theatre: Theatre, kind: type) -> bool:
    return isinstance(theatre.page, kind)


def test_a_key_opens_it_and_a_key_leads_back(theatre: Theatre, qtbot: QtBot) -> None:
    assert isinstance(theatre.page, StartScreen)
    assert any("Protocol" in button.text() for button in theatre.page.findChildren(QPushButton))
    QTest.keyClick(theatre.page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_shown(theatre, ProtocolPage))
    assert "Protocol NCT07360808" in theatre.texts()
    QTest.keyClick(theatre.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_shown(theatre, StartScreen))
    assert theatre.window.pages.count() == 1
    assert theatre.journal.cases() == ()
