"""The hands on the screen choose and never give; only the arrow moves."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.drawing.aim import Aim, places
from app.drawing.hand_picture import hand_picture
from app.drawing.marks import FindingMark, MarkState, PassMark
from app.drawing.palette import Theme, palette
from app.drawing.shapes import along
from injection_plan.anatomy import PASSES
from injection_plan.terms import FindingKind
from injection_plan.views import Face, Standpoint, View
from tests.app.drawing.drawn import CAPTIONS, FOUND, LABELS, VIEWS, marks, picture, tracks
from ui.hand.hand_view import HandView

HARDLY_SEEN = 3  # of 255: where many places are mended at once, Qt rounds the edges of a letter otherwise
VIEW = View(Face.DORSAL, Standpoint.PATIENT)


@pytest.fixture
def hands(qtbot: QtBot) -> HandView:
    shown = HandView(palette(Theme.SCREEN_DARK), "Both hands")
    qtbot.addWidget(shown)
    shown.resize(900, 620)
    shown.show_picture(picture(VIEW))
    shown.show()
    return shown


def place(hands: HandView, code: str, view: View) -> QPoint:
    return hands.place_of(along(next(tracks(picture(view), code)).points, 0.5)[0]).toPoint()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
@pytest.mark.parametrize(
    "size", [QSize(900, 620), QSize(500, 700)], ids=lambda size: f"{size.width()}x{size.height()}"
)
def test_a_click_on_a_pass_chooses_it_in_every_view(
    qtbot: QtBot, hands: HandView, view: View, size: QSize
) -> None:
    hands.resize(size)
    hands.show_picture(picture(view))
    chosen: list[str] = []
    hands.pass_chosen.connect(chosen.append)
    for code in PASSES:
        QTest.mouseClick(hands, Qt.MouseButton.LeftButton, pos=place(hands, code, view))
    assert chosen == list(PASSES)


def test_a_click_beside_the_hands_chooses_nothing(qtbot: QtBot, hands: HandView) -> None:
    with qtbot.assertNotEmitted(hands.pass_chosen):
        QTest.mouseClick(hands, Qt.MouseButton.LeftButton, pos=QPoint(450, 600))
        QTest.mouseClick(hands, Qt.MouseButton.RightButton, pos=place(hands, "RH-2-PIP-rad-dis", VIEW))


def test_arrow_keys_walk_the_order_and_other_keys_pass_by(qtbot: QtBot, hands: HandView) -> None:
    hands.set_order(("RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"), "RH-1-MCP-uln-dis")
    chosen: list[str] = []
    hands.pass_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(hands, key)
    assert chosen == ["RH-2-PIP-rad-dis", "RH-1-MCP-rad-dis", "RH-2-PIP-rad-dis"]


def test_a_click_chooses_what_is_aimed_at(hands: HandView) -> None:
    hands.show_picture(picture(VIEW))
    passes: list[str] = []
    chosen: list[str] = []
    hands.pass_chosen.connect(passes.append)
    hands.place_chosen.connect(chosen.append)
    at = place(hands, "RH-2-PIP-rad-dis", VIEW)
    for aim in (Aim.PASS, Aim.FINGER, Aim.SITE, Aim.ANY):
        hands.set_aim(aim)
        QTest.mouseClick(hands, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == ["RH-2-PIP-rad-dis", "RH-2", "RH-2-PIP-rad-dis"]
    assert passes == ["RH-2-PIP-rad-dis"] * 2


def test_arrow_keys_go_along_the_fingers_and_down_into_one(hands: HandView) -> None:
    hands.set_aim(Aim.ANY)
    hands.set_order(places(Aim.ANY), "RH-1")
    chosen: list[str] = []
    hands.place_chosen.connect(chosen.append)
    keys = (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
    )
    for key in keys:
        QTest.keyClick(hands, key)
    assert chosen == [
        "RH-2",
        "RH-2-PIP-rad",
        "RH-2-PIP-uln",
        "RH-2-PIP-uln-dis",
        "RH-2-PIP-rad-prx",
        "RH-2-PIP-rad-dis",
    ]


def test_it_can_be_reached_and_is_named(hands: HandView) -> None:
    assert hands.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert hands.accessibleName() == "Both hands"


def shot(hands: HandView) -> QImage:
    return hands.grab().toImage()


def test_another_state_is_seen_and_another_theme_too(hands: HandView) -> None:
    before = shot(hands)
    assert shot(hands) == before
    hands.show_picture(picture(VIEW, marks(LH_3_PIP_rad_dis=MarkState.VERIFIED)))
    after = shot(hands)
    assert after != before
    hands.show_palette(palette(Theme.SCREEN_LIGHT))
    assert shot(hands) != after


def fresh(qtbot: QtBot, view: View, given: dict[str, PassMark], selected: str | None) -> QImage:
    shown = HandView(palette(Theme.SCREEN_DARK), "Both hands")
    qtbot.addWidget(shown)
    shown.resize(900, 620)
    shown.show_picture(hand_picture(given, view, CAPTIONS, LABELS, selected))
    return shot(shown)


def furthest(one: QImage, other: QImage) -> int:
    """The greatest difference of two pictures in any channel of any pixel."""
    rows = [np.frombuffer(image.constBits(), dtype=np.uint8).astype(np.int16) for image in (one, other)]
    return int(np.abs(rows[0] - rows[1]).max())


def test_choosing_and_finding_paint_what_painting_all_would(qtbot: QtBot) -> None:
    numbers = {code: number for number, code in enumerate(PASSES, start=1)}
    steps: tuple[tuple[str | None, tuple[FindingMark, ...]], ...] = (
        ("RH-4", ()),
        ("RH-4-PIP-rad", (FindingMark(FindingKind.MISSING, "RH-4", "DIP"),)),
        ("RH-4", FOUND),
        (None, FOUND[1:]),
        ("LH-1-MCP-uln", ()),
    )
    mended = HandView(palette(Theme.SCREEN_LIGHT), "Both hands")
    qtbot.addWidget(mended)
    mended.resize(900, 620)
    for selected, findings in steps:
        drawn = hand_picture(marks(), VIEW, CAPTIONS, LABELS, selected, numbers=numbers, findings=findings)
        mended.show_picture(drawn)
        whole = HandView(palette(Theme.SCREEN_LIGHT), "Both hands")
        qtbot.addWidget(whole)
        whole.resize(900, 620)
        whole.show_picture(drawn)
        assert furthest(shot(mended), shot(whole)) <= HARDLY_SEEN


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.face}-{view.standpoint}")
def test_mending_what_changed_paints_what_painting_all_would(qtbot: QtBot, view: View) -> None:
    mended = HandView(palette(Theme.SCREEN_DARK), "Both hands")
    qtbot.addWidget(mended)
    mended.resize(900, 620)
    given = marks()
    codes = list(PASSES)
    turn = list(MarkState)
    for number, code in enumerate(codes[::3]):
        given[code] = PassMark(code, turn[number % len(turn)])
        selected = codes[-number] if number % 2 else None
        mended.show_picture(hand_picture(given, view, CAPTIONS, LABELS, selected))
        assert shot(mended) == fresh(qtbot, view, given, selected)


def test_the_arrow_moves_only_when_asked_and_only_while_there_is_one(hands: HandView) -> None:
    seen = [hands.moving]
    hands.set_moving(True)
    seen.append(hands.moving)
    hands.show_picture(picture(VIEW, marks()))
    seen.append(hands.moving)
    hands.show_picture(picture(VIEW))
    seen.append(hands.moving)
    hands.set_moving(False)
    seen.append(hands.moving)
    assert seen == [False, True, False, True, False]


def test_a_step_of_the_arrow_repaints_a_triangle_not_the_hands(hands: HandView) -> None:
    still = shot(hands)
    hands.set_moving(True)
    steps = []
    for part in range(1, 12):
        hands._travel.setCurrentTime(part * 200 - 100)
        start = time.perf_counter()
        moved = hands.grab()
        steps.append(time.perf_counter() - start)
        assert moved.toImage() != still
    start = time.perf_counter()
    hands.show_picture(picture(VIEW, marks()))
    hands.grab()
    whole = time.perf_counter() - start
    assert sorted(steps)[len(steps) // 2] < whole / 2


class Asked(QObject):
    """Remembers what a widget was asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Add the region of a paint event."""
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_another_picture_asks_only_for_the_places_that_differ(hands: HandView, qtbot: QtBot) -> None:
    given = marks()
    hands.show_picture(picture(VIEW, given))
    QApplication.processEvents()
    asked = Asked()
    hands.installEventFilter(asked)
    code = next(iter(given))
    given[code] = PassMark(code, MarkState.OMITTED)
    hands.show_picture(picture(VIEW, given))
    QApplication.processEvents()
    assert asked.region.contains(place(hands, code, VIEW))
    around = asked.region.boundingRect()
    assert around.width() * around.height() < hands.width() * hands.height() / 10
    hands.clearFocus()
    assert shot(hands) == fresh(qtbot, VIEW, given, None)
