"""The form of the settings: its text as typed, and what is wrong with it, field by field, in one sentence each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app import wording
from app.folder_check import UnfitFolder
from app.read_models.settings_words import unfit_words
from app.settings import (
    LONGEST_CENTRE,
    LONGEST_WORKSTATION,
    Settings,
    ThemeChoice,
    TypeSize,
    Wrong,
    full_path,
    machine_name,
    wrong_with_centre,
    wrong_with_workstation,
)
from injection_plan.terms import Role

DOMAIN = "settings"
CENTRE = "centre"
WORKSTATION = "workstation"
DATA_FOLDER = "data_folder"
_MOST: Final = {CENTRE: LONGEST_CENTRE, WORKSTATION: LONGEST_WORKSTATION}

FolderCheck = Callable[[Path], UnfitFolder | None]
"""Answers why cases may not lie in a folder, or nothing where they may."""


@dataclass(frozen=True, slots=True)
class SettingsText:
    """The form as it stands, letter by letter."""

    centre: str = ""
    workstation: str = ""
    given_key_held_by: Role = Role.VERIFIER
    data_folder: str = ""
    theme: ThemeChoice = ThemeChoice.BY_ROOM
    type_size: TypeSize = TypeSize.NORMAL


@dataclass(frozen=True, slots=True)
class CheckedSettings:
    """What came of checking a form: the settings when nothing is wrong, else a sentence for each field."""

    settings: Settings | None
    problems: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SettingsSurroundings:
    """What the page says around its fields: the file, what stands in for an empty field, and what is wrong in it.

    `named_folder` is the folder that was named at the start, where one was; it comes before the one that is set.
    `largest` are the largest letters that this screen has room for.
    """

    file: str
    own_folder: str
    named_folder: str = ""
    warnings: tuple[str, ...] = ()
    largest: TypeSize = TypeSize.LARGEST


def text_of(settings: Settings) -> SettingsText:
    """Return the form for settings; what is the machine's own stands there as an empty field."""
    return SettingsText(
        centre=settings.centre,
        workstation="" if settings.workstation == machine_name() else settings.workstation,
        given_key_held_by=settings.given_key_held_by,
        data_folder="" if settings.data_folder is None else str(settings.data_folder),
        theme=settings.theme,
        type_size=settings.type_size,
    )


def check_settings(text: SettingsText, check_folder: FolderCheck) -> CheckedSettings:
    """Check a whole form; the folder is asked about at this moment."""
    problems: dict[str, str] = {}
    for name, wrong in (
        (CENTRE, wrong_with_centre(text.centre.strip())),
        (WORKSTATION, wrong_with_workstation(text.workstation.strip())),
    ):
        if wrong is not None:
            problems[name] = _wrong_line(name, wrong)
    folder, against = _folder(text.data_folder.strip(), check_folder)
    if against:
        problems[DATA_FOLDER] = against
    if problems:
        return CheckedSettings(None, problems)
    return CheckedSettings(
        Settings(
            centre=text.centre.strip(),
            workstation=text.workstation.strip() or machine_name(),
            given_key_held_by=text.given_key_held_by,
            data_folder=folder,
            theme=text.theme,
            type_size=text.type_size,
        )
    )


def theme_choices() -> tuple[tuple[ThemeChoice, str], ...]:
    """Return every theme that can be chosen, with its words."""
    return tuple((one, wording.say(DOMAIN, f"theme.{one.value}")) for one in ThemeChoice)


def size_choices() -> tuple[tuple[TypeSize, str], ...]:
    """Return every size of letters that can be chosen, with its words."""
    return tuple((one, wording.say(DOMAIN, f"size.{one.name.lower()}")) for one in TypeSize)


def size_told(largest: TypeSize) -> str:
    """Return what the size of letters means, and where this screen has no room for every one."""
    told = wording.say(DOMAIN, "about.type_size")
    if largest is TypeSize.LARGEST:
        return told
    size = wording.say(DOMAIN, f"size.{largest.name.lower()}")
    return f"{told} {wording.say(DOMAIN, 'about.largest_here', size=size)}"


def role_choices() -> tuple[tuple[Role, str], ...]:
    """Return who may hold the key that says Given, with the words of the room."""
    return tuple((one, wording.role(one)) for one in (Role.VERIFIER, Role.PERFORMER))


def _wrong_line(name: str, wrong: Wrong) -> str:
    if wrong is Wrong.TOO_LONG:
        return wording.say(DOMAIN, "wrong.too_long", most=_MOST[name])
    return wording.say(DOMAIN, "wrong.not_one_line")


def _folder(typed: str, check_folder: FolderCheck) -> tuple[Path | None, str]:
    """Return the folder, if one is typed, and the sentence against it."""
    if not typed:
        return None, ""
    folder = full_path(typed)
    if folder is None:
        return None, wording.say(DOMAIN, "wrong.not_a_full_path")
    unfit = check_folder(folder)
    return folder, "" if unfit is None else unfit_words(unfit)
