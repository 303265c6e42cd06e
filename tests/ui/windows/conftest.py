"""A window on a practice case, in front and ready for keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.windows.live_window import LiveWindow


@pytest.fixture
def live(tmp_path: Path, qtbot: QtBot) -> Iterator[LiveWindow]:
    opened = LiveWindow(tmp_path, qtbot)
    opened.open()
    yield opened
    opened.end()
