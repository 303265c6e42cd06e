"""What an empty line says about itself can be read, as it is painted and not only as it is meant."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.drawing.palette import contrast
from app.settings import ThemeChoice
from ui import theme
from ui.theme import DESK, dress, look


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_hint_is_painted_dark_enough_on_its_ground(
    qtbot: QtBot, qapp: QApplication, choice: ThemeChoice
) -> None:
    theme.settle(qapp, choice)
    page = look(QWidget(), "page")
    dress(page, DESK)
    edit = QLineEdit()
    edit.setPlaceholderText("—" * 12)
    QVBoxLayout(page).addWidget(edit)
    qtbot.addWidget(page)
    page.show()
    picture = edit.grab().toImage()
    ground = picture.pixelColor(picture.width() - 20, picture.height() // 2).name()
    column = [picture.pixelColor(30, y) for y in range(6, picture.height() - 6)]
    ink = max(column, key=lambda one: contrast(one.name(), ground))
    assert contrast(ink.name(), ground) >= 4.5
    assert ink == QColor(theme.colour(DESK, "quiet"))
    theme.settle(qapp)
