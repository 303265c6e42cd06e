"""A room with a case at its first aliquot."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.guidance.live_case import LiveCase
from tests.ui.guidance.room import Room
from ui.theme import settle


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    settle(qapp)
    return qapp


@pytest.fixture
def case(tmp_path: Path) -> Iterator[LiveCase]:
    live = LiveCase(tmp_path / "cases")
    yield live
    live.journal.close()


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, case: LiveCase) -> Room:
    return Room(qtbot, case)
