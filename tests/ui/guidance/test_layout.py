"""The live screen fits: at each size nothing is cut off, and the keys of the pad stay big enough for a glove."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.read_models.offers import Intent
from tests.ui.guidance.room import Room
from ui.guidance.nurse_screen import NurseScreen
from ui.guidance.proportions import scale_for

SIZES = [(1366, 720), (1366, 768), (1600, 900), (1920, 1080), (2560, 1440)]
KEY = 64


def cut_off(screen: NurseScreen) -> list[str]:
    """Return what is shown smaller than its words, or beyond the edge of what it lies in."""
    parts = [*screen.findChildren(QLabel), *screen.findChildren(QAbstractButton)]
    found = []
    for part in parts:
        around = part.parentWidget()
        if not part.isVisible() or around is None or not words(part):
            continue
        needed = part.minimumSizeHint()
        inside = QRect(0, 0, around.width(), around.height()).contains(part.geometry())
        high = part.heightForWidth(part.width()) if part.hasHeightForWidth() else needed.height()
        if part.width() < needed.width() or part.height() < high or not inside:
            found.append(f"{words(part)} {part.geometry()} needs {needed} {high}")
    return found


def words(part: QWidget) -> str:
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(room: Room, size: tuple[int, int]) -> None:
    room.screen.resize(*size)
    room.key(" ")
    room.key(" ")
    room.screen.select("RH-2-PIP-uln-prx")
    for _ in range(3):
        QApplication.processEvents()
    assert room.screen.parts.size() == room.screen.size()
    assert cut_off(room.screen) == []
    for character in "0123456789.":
        key = room.screen.parts.pad._keys.key(character)
        assert min(key.width(), key.height()) >= KEY


def test_what_is_cut_off_is_seen(room: Room) -> None:
    room.screen.parts.detail.setFixedWidth(20)
    room.screen.parts.detail.setGeometry(0, 0, 20, 20)
    assert cut_off(room.screen)


def test_dragging_an_edge_changes_the_scale_in_steps(room: Room) -> None:
    screen = room.screen
    scales = {scale_for(screen.size().grownBy(QMargins(0, 0, pixels, pixels))) for pixels in range(20)}
    assert len(scales) <= 2


def test_a_button_that_is_off_says_why(room: Room) -> None:
    button = room.screen.parts.step.wish_button(Intent.VOID)
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() != ""
    room.key(" ")
    assert button.isEnabled()
    assert room.screen.parts.step.give_button.toolTip() == room.screen.parts.step.reason


def test_hand_and_side_are_as_large_as_finger_and_direction(room: Room) -> None:
    step = room.screen.parts.step
    assert step._headline.text() == "Patient's RIGHT · radial side"
    assert step._headline.font().pixelSize() == step._title.font().pixelSize()
    assert step._number.font().pixelSize() > 2 * step._title.font().pixelSize()
    assert step._technique.text().startswith("Syringe 1 · ")


def test_while_the_mark_is_owed_the_dead_button_names_no_key_and_the_dose_is_quiet(room: Room) -> None:
    step = room.screen.parts.step
    loud = step._number.palette().windowText().color()
    assert step.give_button._key.text() == "Space · pedal"
    room.key(" ")
    assert step.give_button.word == "Given: waiting for the mark"
    assert step.give_button._key.isHidden()
    assert step._number.palette().windowText().color() != loud
    assert step._headline.property("look") == "headline"
    room.keys("0.5\r")
    assert step.give_button._key.isVisible()
    assert step._number.palette().windowText().color() == loud


def test_the_words_of_a_paused_step_rest(room: Room) -> None:
    step = room.screen.parts.step
    room.key("p")
    assert [part.property("look") for part in (step._headline, step._title, step._number)] == [
        "headline-calm",
        "live-title-calm",
        "dose-calm",
    ]
    room.key("p")
    assert step._headline.property("look") == "headline"


def test_small_buttons_name_the_aliquot_they_are_about(room: Room) -> None:
    step = room.screen.parts.step
    room.key(" ")
    about_next = "About the NEXT aliquot: Patient's RIGHT · thumb · ulnar side · toward fingertip"
    about_last = "The last entry: Patient's RIGHT · thumb · radial side · toward fingertip"
    assert step.wish_button(Intent.DIFFERENT).toolTip() == about_next
    assert step.wish_button(Intent.VOID).toolTip() == about_last


@pytest.mark.parametrize("key", "wuoces")
def test_no_field_of_a_question_lies_on_another(room: Room, key: str) -> None:
    room.key(" ")
    room.keys("0.5\r")
    question = room.ask(key)
    room.qtbot.waitExposed(question).__enter__()
    QApplication.processEvents()
    asked = [part for part in question.findChildren(QWidget) if part.parentWidget() is question]
    shown = [part for part in asked if part.isVisible() and part.height() > 0]
    assert shown
    for one, other in combinations(shown, 2):
        assert not one.geometry().intersects(other.geometry()), (words(one), words(other))
    assert "Esc" in question.back_button.text()
    assert "Ctrl+Enter" in question.answer_button.text()
    question.reject()
