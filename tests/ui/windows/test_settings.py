"""The settings in the window: opened from the list, worn at once, kept where they are saved, and used."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.drawing.palette import Theme
from app.read_models.settings_form import text_of
from app.settings import ReadSettings, Settings, ThemeChoice, TypeSize, read_settings
from injection_plan.terms import Role
from tests.ui.windows.test_errands import at_the_door, first_window
from ui.application import StartRequest, open_desk, open_window
from ui.guidance.nurse_screen import NurseScreen
from ui.hand.hand_view import HandView
from ui.planning.settings_page import SettingsPage
from ui.planning.start_screen import StartScreen
from ui.theme import DESK, ROOM, settle, theme_of
from ui.windows import Desk, NurseWindow
from ui.windows.refused_start import closed_page

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _worn(qapp: QApplication) -> Iterator[None]:
    settle(qapp)
    yield
    settle(qapp)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def desk(tmp_path: Path, path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path / "cases", ReadSettings(path, Settings()))
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> NurseWindow:
    shown = open_window(desk, StartRequest())
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    return shown


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget() or QApplication.activeWindow()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def opened(window: NurseWindow, qtbot: QtBot) -> SettingsPage:
    press(Qt.Key.Key_Comma, CTRL)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), SettingsPage))
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def save(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wished):
        press(Qt.Key.Key_Return, CTRL)


def go_back(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        press(Qt.Key.Key_Escape)


def choose(page: SettingsPage, choice: ThemeChoice) -> None:
    page.form._theme.choose(choice)


def test_what_is_chosen_is_worn_at_once_and_taken_off_where_it_is_not_saved(
    window: NurseWindow, path: Path, qtbot: QtBot
) -> None:
    page = opened(window, qtbot)
    choose(page, ThemeChoice.DARK)
    assert theme_of(DESK) is Theme.SCREEN_DARK
    go_back(page, qtbot)
    assert isinstance(window.pages.currentWidget(), StartScreen)
    assert theme_of(DESK) is Theme.SCREEN_LIGHT
    assert not path.exists()
    again = opened(window, qtbot)
    assert again.form.text.theme is ThemeChoice.DARK
    assert theme_of(DESK) is Theme.SCREEN_DARK
    press(Qt.Key.Key_L, CTRL)
    assert theme_of(DESK) is Theme.SCREEN_LIGHT


def test_what_is_saved_is_worn_read_again_and_used(
    window: NurseWindow, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    page = opened(window, qtbot)
    choose(page, ThemeChoice.LIGHT)
    page.form.fields["workstation"].edit.setText("theatre 7")
    page.form._given_key.choose(Role.PERFORMER)
    save(page, qtbot)
    assert page.told == "Saved."
    assert read_settings(path).settings == desk.settings
    assert desk.workstation == "theatre 7"
    go_back(page, qtbot)
    assert theme_of(ROOM) is Theme.SCREEN_LIGHT
    window.open_practice()
    live = window.findChild(NurseScreen)
    assert live is not None
    assert "Space is held by: Surgeon" in [label.text() for label in live.findChildren(QLabel)]


def test_a_disk_that_refuses_is_said_and_nothing_is_lost(
    window: NurseWindow, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    path.mkdir()
    page = opened(window, qtbot)
    page.form.fields["centre"].edit.setText("07")
    save(page, qtbot)
    assert page.told.startswith("Not saved: ")
    assert page.form.text.centre == "07"
    assert desk.settings == Settings()


def test_another_folder_counts_from_the_next_start_on(
    window: NurseWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(window, qtbot)
    page.form.fields["data_folder"].edit.setText(str(tmp_path / "others"))
    save(page, qtbot)
    meaning = "The data folder is used from the next start on; until then cases lie in"
    assert page.told == f"Saved. {meaning} {tmp_path / 'cases'}."
    assert not (tmp_path / "others").exists()


def test_a_wrong_file_is_said_until_it_is_read_and_kept_when_saved_over(
    tmp_path: Path, path: Path, qtbot: QtBot
) -> None:
    path.write_text('type_size = 7\ncentre = "01"\n')
    desk = open_desk(tmp_path / "cases", read_settings(path))
    shown = open_window(desk, StartRequest())
    qtbot.addWidget(shown)
    shown.say_settings_problems()
    assert f"{path}, type_size" in shown.notice_band.words
    shown.open_settings()
    page = shown.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    assert page.form.text == text_of(Settings(centre="01"))
    page.save()
    assert page.told.endswith(f"kept as {path.with_name('settings-kept-1.toml')}.")
    assert path.with_name("settings-kept-1.toml").read_text() == 'type_size = 7\ncentre = "01"\n'
    desk.close()


def test_a_live_case_changes_its_dress_with_its_pictures(
    window: NurseWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window.open_practice()
    live = window.findChild(NurseScreen)
    assert live is not None
    hands = live.findChild(HandView)
    assert hands is not None
    before = live.grab().toImage()
    settle(qapp, ThemeChoice.LIGHT)
    assert hands._palette.theme is Theme.SCREEN_LIGHT
    after = live.grab().toImage()
    corners = [(3, 3), (before.width() // 4, before.height() // 2)]
    for across, down in corners:
        assert before.pixelColor(across, down).lightness() < 80
        assert after.pixelColor(across, down).lightness() > 200
    settle(qapp, ThemeChoice.BY_ROOM)
    again = live.grab().toImage()
    assert [again.pixelColor(*one) for one in corners] == [before.pixelColor(*one) for one in corners]


def test_the_live_screen_keeps_its_sizes(window: NurseWindow, qapp: QApplication) -> None:
    window.open_practice()
    live = window.findChild(NurseScreen)
    assert live is not None
    fonts = [label.font().pixelSize() for label in live.findChildren(QLabel)]
    settle(qapp, ThemeChoice.BY_ROOM, TypeSize.LARGEST)
    assert [label.font().pixelSize() for label in live.findChildren(QLabel)] == fonts


def test_a_start_on_an_unfit_folder_is_refused_in_a_window(tmp_path: Path) -> None:
    cloud = tmp_path / "Nextcloud"
    with at_the_door(cloud, "escape") as begun:
        kind, said = first_window(begun)
        assert begun.wait(timeout=30) == 2
    assert kind == "ClosedPage"
    assert f"No case was opened. {cloud} is copied to a cloud (Nextcloud)" in said
    assert "It was named with --data." in said
    assert not cloud.exists()


def test_from_a_refused_start_one_gets_to_the_settings(
    tmp_path: Path, path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    page = closed_page("a reason", tmp_path, ReadSettings(path, Settings()), is_named=False)
    qtbot.addWidget(page)
    page.show()
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Settings")
    button.click()
    (apart,) = (one for one in qapp.topLevelWidgets() if isinstance(one, SettingsPage) and one.isVisible())
    apart.form.fields["data_folder"].edit.setText(str(tmp_path / "other"))
    apart.save()
    assert read_settings(path).settings.data_folder == tmp_path / "other"
    apart.left.emit()
    assert not apart.isVisible()
