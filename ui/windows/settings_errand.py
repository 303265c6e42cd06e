"""The errand of the settings: shows their page, lets the looks be seen at once, and saves what is asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.atomic_file import NotWritten
from app.folder_check import check_folder
from app.read_models.settings_form import (
    CheckedSettings,
    SettingsSurroundings,
    SettingsText,
    check_settings,
    text_of,
)
from app.read_models.settings_words import problems_words, saved_words, unsaved_words
from app.settings import ReadSettings, Settings, ThemeChoice, TypeSize, own_folder, save_settings
from ui.planning.settings_page import SettingsPage
from ui.windows.worn import largest_here, wear

WIDTH, HEIGHT = 1180, 740


class SettingsErrand(QObject):
    """Holds the page while it is shown, and what was typed there and not saved when it is left."""

    saved = Signal(object)
    """The `ReadSettings` that lie on disk now."""

    left = Signal()
    """The page was left; what is worn is what is saved."""

    def __init__(
        self, read: ReadSettings, in_use: Path, *, is_named: bool = False, parent: QObject | None = None
    ) -> None:
        """Begin with the settings as they were read; `in_use` is the data folder of this run."""
        super().__init__(parent)
        self._read = read
        self._in_use = in_use
        self._is_named = is_named
        self._typed: SettingsText | None = None
        self.page: SettingsPage | None = None

    def show_page(self) -> SettingsPage:
        """Return the page, filled with what is saved, or with what was typed when it was last left."""
        around = SettingsSurroundings(
            file=str(self._read.path),
            own_folder=str(own_folder()),
            named_folder=str(self._in_use) if self._is_named else "",
            largest=largest_here(),
            warnings=problems_words(self._read),
        )
        page = SettingsPage(around, self._check)
        self.page = page
        page.looked.connect(self._preview)
        page.wished.connect(self._save)
        page.left.connect(self.leave)
        saved = text_of(self._read.settings)
        page.show_text(self._typed or saved, saved)
        return page

    def start_typing(self) -> None:
        """Put the focus where one begins on the page, once it is in front."""
        if self.page is not None:
            self.page.start_typing()

    def leave(self) -> None:
        """Let the page go, and wear again what is saved."""
        page, self.page = self.page, None
        if page is None:
            return
        self._typed = page.form.text
        page.hide()
        page.deleteLater()
        wear(self._read.settings)
        self.left.emit()

    def _check(self, text: SettingsText) -> CheckedSettings:
        return check_settings(text, check_folder)

    def _preview(self, choice: ThemeChoice, size: TypeSize) -> None:
        wear(Settings(theme=choice, type_size=size))

    def _save(self, settings: Settings) -> None:
        page, before = self.page, self._read.settings.data_folder
        if page is None:
            return
        try:
            saved = save_settings(settings, self._read)
        except NotWritten as fault:
            page.tell(unsaved_words(fault), wrong=True)
            return
        self._read = saved.read
        page.show_saved(text_of(settings), saved_words(saved, before, self._in_use))
        self.saved.emit(saved.read)


def show_apart(errand: SettingsErrand) -> None:
    """Show the settings in a window of their own, as where no other window can begin."""
    if errand.page is None:
        page = errand.show_page()
        page.resize(WIDTH, HEIGHT)
        page.show()
        page.start_typing()
    else:
        errand.page.activateWindow()
