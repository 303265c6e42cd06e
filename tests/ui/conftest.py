"""Every widget is measured in the typeface and style of the program, whatever ran before it."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import settle


@pytest.fixture(autouse=True)
def settled(qapp: QApplication) -> None:
    settle(qapp)
