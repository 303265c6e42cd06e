"""The settings as a person changes them: seen at once, saved on purpose, wrong at the field, never cut off."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from app.folder_check import Unfit, UnfitFolder
from app.read_models.settings_form import SettingsSurroundings, SettingsText, check_settings
from app.settings import Settings, ThemeChoice, TypeSize
from injection_plan.terms import Role
from ui.planning.settings_page import SettingsPage
from ui.theme import settle

CTRL = Qt.KeyboardModifier.ControlModifier
SAVED = SettingsText(centre="01")
LONG = "/home/somebody-with-a-long-name/.config/injection-guidance/settings.toml"


def no_network(folder: Path) -> UnfitFolder | None:
    return UnfitFolder(folder, Unfit.NETWORK, "nfs4") if folder.is_relative_to("/net") else None


def made(*warnings: str) -> SettingsPage:
    around = SettingsSurroundings(LONG, LONG, LONG, warnings)
    page = SettingsPage(around, lambda text: check_settings(text, no_network))
    page.show_text(SAVED, SAVED)
    return page


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    shown = made()
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    shown.start_typing()
    return shown


@pytest.fixture
def wishes(page: SettingsPage) -> list[Settings]:
    wished: list[Settings] = []
    page.wished.connect(wished.append)
    return wished


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def answer(page: SettingsPage, words: str) -> QRadioButton:
    return next(one for one in page.findChildren(QRadioButton) if one.text() == words)


def test_what_is_chosen_is_saved_on_purpose(qtbot: QtBot, page: SettingsPage, wishes: list[Settings]) -> None:
    QTest.keyClicks(page.form.fields["workstation"].edit, "theatre 2")
    answer(page, "Surgeon").click()
    answer(page, "Dark everywhere").click()
    assert page.told.startswith("Changed and not saved yet.")
    assert wishes == []
    with qtbot.waitSignal(page.wished):
        press(Qt.Key.Key_Return, CTRL)
    assert wishes == [Settings("01", "theatre 2", Role.PERFORMER, None, ThemeChoice.DARK)]


def test_enter_and_space_save_nothing(page: SettingsPage, wishes: list[Settings]) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        press(key)
        QTest.keyClick(page._save, key)
    assert wishes == []


def test_the_looks_are_told_at_once(page: SettingsPage) -> None:
    looks: list[tuple[ThemeChoice, TypeSize]] = []
    page.looked.connect(lambda choice, size: looks.append((choice, size)))
    answer(page, "Light everywhere").click()
    answer(page, "Largest, 130 %").click()
    assert looks == [(ThemeChoice.LIGHT, TypeSize.NORMAL), (ThemeChoice.LIGHT, TypeSize.LARGEST)]


def test_everything_is_reached_and_chosen_by_keys(page: SettingsPage) -> None:
    reached = set()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or (isinstance(focused, QAbstractButton) and focused.text())
        reached.add(focused)
        press(Qt.Key.Key_Tab)
    assert {field.edit for field in page.form.fields.values()} <= reached
    answer(page, "Nurse").setFocus()
    press(Qt.Key.Key_Right)
    assert page.form.text.given_key_held_by is Role.PERFORMER


def test_a_folder_is_refused_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, page: SettingsPage, wishes: list[Settings]
) -> None:
    field = page.form.fields["data_folder"]
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "/net/cases")
    assert field.problem == ""
    press(Qt.Key.Key_Return)
    assert field.problem.startswith("/net/cases lies on a network (nfs4)")
    page.form.fields["centre"].edit.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.told.startswith("Nothing was saved."))
    assert wishes == []
    assert QApplication.focusWidget() is field.edit
    assert page.told == "Nothing was saved. Settings that say what is wrong with them: 1."
    assert field.text == "/net/cases"


def test_a_folder_that_was_picked_is_checked(page: SettingsPage) -> None:
    page.form._folder_chosen("/net/other")
    assert page.form.fields["data_folder"].problem
    page.form._folder_chosen("/srv/cases")
    assert page.form.text.data_folder == "/srv/cases"
    assert page.form.fields["data_folder"].problem == ""


def test_after_saving_it_says_so_and_the_warning_is_gone(page: SettingsPage) -> None:
    page.show_saved(replace(SAVED, centre="02"), "Saved.")
    assert (page.told, page.form.text.centre) == ("Saved.", "02")
    QTest.keyClicks(page.form.fields["centre"].edit, "7")
    assert page.told.startswith("Changed")


@pytest.fixture
def program(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    settle(qapp)


def cut_off(page: SettingsPage) -> list[str]:
    found = []
    for part in [
        *page.findChildren(QLabel),
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
    ]:
        around = part.parentWidget()
        if not part.isVisible() or around is None:
            continue
        wanted = part.minimumSizeHint()
        high = part.heightForWidth(part.width()) if part.hasHeightForWidth() else wanted.height()
        inside = around.rect().contains(part.geometry())
        if part.width() < wanted.width() or part.height() < high or not inside:
            found.append(f"{part.accessibleName()} {part.geometry()} needs {wanted} {high}")
    return found


@pytest.mark.parametrize("size", TypeSize)
@pytest.mark.parametrize("choice", ThemeChoice)
@pytest.mark.parametrize("window", [(1180, 700), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_off(
    program: QApplication, qtbot: QtBot, size: TypeSize, choice: ThemeChoice, window: tuple[int, int]
) -> None:
    settle(program, choice, size)
    page = made(f"{LONG}, type_size: one of 100, 115, 130 is expected, not 120. It is at its default.")
    qtbot.addWidget(page)
    page.resize(*window)
    page.show()
    page.form.fields["data_folder"].edit.setText("/net/cases")
    page.save()
    QApplication.processEvents()
    assert page.size().toTuple() == window
    assert cut_off(page) == []
    for button in page.findChildren(QAbstractButton):
        assert not button.isVisible() or button.height() >= 44
