"""The settings of this workstation: what they are, and the one small file they are read from and written to."""

from app.settings.folders import folder_of, own_folder, settings_path
from app.settings.reading import Problem, ReadSettings, read_settings
from app.settings.values import (
    LONGEST_CENTRE,
    LONGEST_WORKSTATION,
    PROGRAM,
    Settings,
    ThemeChoice,
    TypeSize,
    Wrong,
    full_path,
    machine_name,
    wrong_with_centre,
    wrong_with_workstation,
)
from app.settings.writing import Saved, save_settings

__all__ = [
    "LONGEST_CENTRE",
    "LONGEST_WORKSTATION",
    "PROGRAM",
    "Problem",
    "ReadSettings",
    "Saved",
    "Settings",
    "ThemeChoice",
    "TypeSize",
    "Wrong",
    "folder_of",
    "full_path",
    "machine_name",
    "own_folder",
    "read_settings",
    "save_settings",
    "settings_path",
    "wrong_with_centre",
    "wrong_with_workstation",
]
