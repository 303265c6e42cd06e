"""What can be set at a workstation, with its defaults, and what is wrong with a value."""

from __future__ import annotations

import platform
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Final

from injection_plan.terms import Role

PROGRAM: Final = "injection-guidance"
"""The name of this program's own folders: of its settings, and of its cases where no other folder is set."""

LONGEST_CENTRE: Final = 120
LONGEST_WORKSTATION: Final = 80


class ThemeChoice(StrEnum):
    """Which theme is worn where: light at the desk and dark in the room, or one and the same everywhere."""

    BY_ROOM = "by_room"
    LIGHT = "light"
    DARK = "dark"


class TypeSize(IntEnum):
    """How large the letters are, in percent of how the pages were laid out."""

    NORMAL = 100
    LARGE = 115
    LARGEST = 130


class Wrong(StrEnum):
    """What can be wrong with the settings file, or with one value of it."""

    UNREADABLE = "unreadable"
    NOT_TOML = "not toml"
    UNKNOWN_KEY = "unknown key"
    NOT_TEXT = "not text"
    NOT_ONE_LINE = "not one line"
    TOO_LONG = "too long"
    NOT_A_ROLE = "not a role"
    NOT_A_THEME = "not a theme"
    NOT_A_SIZE = "not a size"
    NOT_A_FULL_PATH = "not a full path"


def machine_name() -> str:
    """Return the machine's own name, which a workstation goes by until it is given another."""
    return (platform.node() or platform.system())[:LONGEST_WORKSTATION]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set at this workstation.

    `centre` may be empty. `given_key_held_by` is the role of whoever holds the key or pedal that says Given.
    Without `data_folder` the cases lie in the user's own folder.
    """

    centre: str = ""
    workstation: str = field(default_factory=machine_name)
    given_key_held_by: Role = Role.VERIFIER
    data_folder: Path | None = None
    theme: ThemeChoice = ThemeChoice.BY_ROOM
    type_size: TypeSize = TypeSize.NORMAL


def wrong_with_centre(text: str) -> Wrong | None:
    """Return what is wrong with the name of a centre, or nothing; an empty one is none and fine."""
    return _wrong_with_line(text, LONGEST_CENTRE)


def wrong_with_workstation(text: str) -> Wrong | None:
    """Return what is wrong with the name of a workstation, or nothing; an empty one is the machine's own."""
    return _wrong_with_line(text, LONGEST_WORKSTATION)


def full_path(text: str) -> Path | None:
    """Return the folder that a text names from the root or from the user's home, or nothing."""
    if _wrong_with_line(text, len(text)) is not None:
        return None
    try:
        path = Path(text).expanduser()
    except RuntimeError:  # a home that nobody knows
        return None
    return path if path.is_absolute() else None


def _wrong_with_line(text: str, most: int) -> Wrong | None:
    if any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in text):
        return Wrong.NOT_ONE_LINE
    return Wrong.TOO_LONG if len(text) > most else None
