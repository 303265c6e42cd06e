"""Reading the settings file, key by key: what is wrong keeps its default, is told, and the file stays as it is."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from app.settings.folders import settings_path
from app.settings.values import (
    Settings,
    ThemeChoice,
    TypeSize,
    Wrong,
    full_path,
    wrong_with_centre,
    wrong_with_workstation,
)
from injection_plan.terms import Role

_LONGEST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a settings file: at which key (an empty one is the whole file), and what was found."""

    path: Path
    key: str
    wrong: Wrong
    found: str


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What a settings file says, and what is wrong with it; `content` is nothing where there is no such file."""

    path: Path
    settings: Settings
    problems: tuple[Problem, ...] = ()
    content: bytes | None = None


def read_settings(path: Path | None = None) -> ReadSettings:
    """Return the settings of a file, of this user's own without one; a missing file is all defaults."""
    path = path or settings_path()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return ReadSettings(path, Settings())
    except OSError as error:
        why = error.strerror or type(error).__name__
        return ReadSettings(path, Settings(), (Problem(path, "", Wrong.UNREADABLE, why),))
    try:
        read = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # neither UTF-8 nor TOML, or nested without end
        wrong = Problem(path, "", Wrong.NOT_TOML, str(error))
        return ReadSettings(path, Settings(), (wrong,), content)
    settings, problems = _settings_of(read, path)
    return ReadSettings(path, settings, problems, content)


def _settings_of(read: dict[str, Any], path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    known: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in read.items():
        reader = _READERS.get(key)
        answer = Wrong.UNKNOWN_KEY if reader is None else reader(value)
        if isinstance(answer, Wrong):
            problems.append(Problem(path, key, answer, str(value)[:_LONGEST_SHOWN]))
        elif answer is not None:
            known[key] = answer
    return replace(Settings(), **known), tuple(problems)


def _centre(value: object) -> str | Wrong:
    if not isinstance(value, str):
        return Wrong.NOT_TEXT
    return wrong_with_centre(value) or value.strip()


def _workstation(value: object) -> str | Wrong | None:
    """Return the name; an empty one is the machine's own, as if there were no such key."""
    if not isinstance(value, str):
        return Wrong.NOT_TEXT
    return wrong_with_workstation(value) or value.strip() or None


def _role(value: object) -> Role | Wrong:
    roles: list[Role] = [one for one in Role if one.value == value]
    return roles[0] if roles else Wrong.NOT_A_ROLE


def _folder(value: object) -> Path | Wrong:
    path = full_path(value) if isinstance(value, str) else None
    return path or Wrong.NOT_A_FULL_PATH


def _theme(value: object) -> ThemeChoice | Wrong:
    choices: list[ThemeChoice] = [one for one in ThemeChoice if one.value == value]
    return choices[0] if choices else Wrong.NOT_A_THEME


def _type_size(value: object) -> TypeSize | Wrong:
    # 100.0 and True are equal to whole numbers, and neither is what this file is written with.
    sizes: list[TypeSize] = [one for one in TypeSize if type(value) is int and one.value == value]
    return sizes[0] if sizes else Wrong.NOT_A_SIZE


_READERS: Final[dict[str, Callable[[object], object]]] = {
    "centre": _centre,
    "workstation": _workstation,
    "given_key_held_by": _role,
    "data_folder": _folder,
    "theme": _theme,
    "type_size": _type_size,
}
