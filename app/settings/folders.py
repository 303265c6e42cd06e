"""Where this user's settings and cases lie, on every system; nothing is made on disk here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs

from app.settings.values import PROGRAM, Settings

FILE: Final = "settings.toml"


def settings_path() -> Path:
    """Return where the settings of this user lie."""
    return platformdirs.user_config_path(PROGRAM, appauthor=False) / FILE


def own_folder() -> Path:
    """Return the user's own folder of cases, which is used where no other is set."""
    return platformdirs.user_data_path(PROGRAM, appauthor=False)


def folder_of(settings: Settings) -> Path:
    """Return the folder of all cases where none was named at the start."""
    return settings.data_folder or own_folder()
