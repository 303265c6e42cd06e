"""The review screen on a real session with a real journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.review.desk import Desk
from tests.ui.review.shown import Shown
from ui import theme


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> None:
    theme.settle(qapp)


@pytest.fixture
def shown(qtbot: QtBot, _dressed: None, desk: Desk) -> Shown:
    return Shown(qtbot, desk)
