"""The window that says why the program cannot begin: the reason, the folder, and the way to the settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton

from app import wording
from app.settings import ReadSettings
from ui.planning.closed_page import ClosedPage
from ui.windows.settings_errand import SettingsErrand, show_apart


def closed_page(sentence: str, folder: Path, read: ReadSettings, *, is_named: bool) -> ClosedPage:
    """Return the page that says why the program cannot begin with a folder, with the way to the settings."""
    page = ClosedPage(sentence, str(folder))
    errand = SettingsErrand(read, folder, is_named=is_named, parent=page)
    settings = QPushButton(wording.say("settings", "button"))
    settings.setAutoDefault(False)
    settings.clicked.connect(lambda: show_apart(errand))
    page.buttons.insertWidget(0, settings)
    return page


def tell_why(running: QApplication, page: ClosedPage) -> None:
    """Show a page until it has been read, and end with it."""
    page.left.connect(running.quit)
    page.show()
    running.exec()
