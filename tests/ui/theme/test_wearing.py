"""Light at the desk and dark in the room, or otherwise: what is shown already changes with the choice."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import assets
from app.drawing.palette import Palette, Theme, palette
from app.settings import ThemeChoice, TypeSize
from ui.theme import (
    DESK,
    ROOM,
    Place,
    colour,
    dress,
    inks,
    largest_on,
    look,
    pixels,
    settle,
    style_sheet,
    worn_by,
)

LIGHT, DARK = Theme.SCREEN_LIGHT, Theme.SCREEN_DARK


@pytest.fixture
def program(qapp: QApplication) -> Iterator[QApplication]:
    settle(qapp)
    yield qapp
    settle(qapp)


class Drawing(QWidget):
    """Keeps inks of its own."""

    shown: Theme | None = None

    def show_palette(self, palette: Palette) -> None:
        self.shown = palette.theme


class Page(QWidget):
    """A page at a place, with a drawing and a label in it."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        dress(self, place)
        self.drawing = Drawing()
        self.label = look(QLabel("0.25 mL"), "title")
        self.button = QPushButton("OK")
        column = QVBoxLayout(self)
        for part in (self.drawing, self.label, self.button):
            column.addWidget(part)

    @property
    def ink(self) -> QColor:
        self.label.ensurePolished()
        return self.label.palette().windowText().color()


@pytest.mark.parametrize(
    "choice,at_the_desk,in_the_room",
    [
        (ThemeChoice.BY_ROOM, LIGHT, DARK),
        (ThemeChoice.LIGHT, LIGHT, LIGHT),
        (ThemeChoice.DARK, DARK, DARK),
    ],
)
def test_each_place_wears_what_was_chosen(
    program: QApplication, qtbot: QtBot, choice: ThemeChoice, at_the_desk: Theme, in_the_room: Theme
) -> None:
    shown = {DESK: Page(DESK), ROOM: Page(ROOM)}
    for page in shown.values():
        qtbot.addWidget(page)
        page.show()
    settle(program, choice)
    for place, theme in ((DESK, at_the_desk), (ROOM, in_the_room)):
        page = shown[place]
        assert worn_by(page.label) is theme
        assert page.ink == colour(place, "text") == QColor(palette(theme).colour("text"))
        assert page.palette().window().color() == colour(theme, "background")
        assert page.drawing.shown is theme is inks(place).theme


def test_a_place_inside_a_place_keeps_its_own(program: QApplication, qtbot: QtBot) -> None:
    desk, room = Page(DESK), Page(ROOM)
    qtbot.addWidget(desk)
    layout = desk.layout()
    assert layout is not None
    layout.addWidget(room)
    desk.show()
    settle(program, ThemeChoice.BY_ROOM, TypeSize.LARGE)
    assert (worn_by(desk.drawing), worn_by(room.drawing)) == (LIGHT, DARK)
    assert room.ink == colour(DARK, "text")


def test_what_is_not_dressed_wears_the_rooms(program: QApplication, qtbot: QtBot) -> None:
    bare = QFrame()
    qtbot.addWidget(bare)
    assert worn_by(bare) is DARK
    settle(program, ThemeChoice.LIGHT)
    assert worn_by(bare) is LIGHT
    assert program.palette().window().color() == colour(LIGHT, "background")


def test_letters_and_what_holds_them_grow_together(program: QApplication, qtbot: QtBot) -> None:
    page = Page(DESK)
    qtbot.addWidget(page)
    page.show()
    for size in TypeSize:
        settle(program, ThemeChoice.BY_ROOM, size)
        page.label.ensurePolished()
        assert page.label.font().pixelSize() == round(28 * size / 100)
        assert page.font().pixelSize() == pixels(16) == round(16 * size / 100)
        assert page.button.minimumSizeHint().height() >= round(46 * size / 100)


@pytest.mark.parametrize(
    "width,size", [(800, TypeSize.NORMAL), (1366, TypeSize.LARGE), (1920, TypeSize.LARGEST)]
)
def test_letters_are_no_larger_than_the_screen_has_room_for(width: int, size: TypeSize) -> None:
    assert largest_on(width) is size


def test_only_letters_and_their_boxes_grow_and_lines_stay_fine() -> None:
    normal, large = (style_sheet(LIGHT, size) for size in (100, 130))
    assert normal != large
    assert "max-height: 1px; min-height: 1px;" in large
    assert re.findall(r"border: \S+", normal) == re.findall(r"border: \S+", large)
    assert "width: 29px; height: 29px; border-radius: 16px" in large
    laid_out = re.findall(r"font-size: (\d+)px", assets.read_text("theme", "screen.qss"))
    grown = [str(round(int(one) * 1.3)) for one in laid_out]
    assert re.findall(r"font-size: (\d+)px", large) == grown
