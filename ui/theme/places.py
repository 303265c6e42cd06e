"""Where a page is looked at, which theme is worn there, and how large the letters are: as the settings say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.drawing.palette import Theme
from app.settings import ThemeChoice, TypeSize


class Place(StrEnum):
    """Where a page is looked at; which theme it wears there is the workstation's choice."""

    ROOM = "room"
    DESK = "desk"


ROOM: Final = Place.ROOM
"""Where the participant lies."""

DESK: Final = Place.DESK
"""Where one reads and types."""

_WORN: Final = {
    ThemeChoice.BY_ROOM: {ROOM: Theme.SCREEN_DARK, DESK: Theme.SCREEN_LIGHT},
    ThemeChoice.LIGHT: dict.fromkeys(Place, Theme.SCREEN_LIGHT),
    ThemeChoice.DARK: dict.fromkeys(Place, Theme.SCREEN_DARK),
}

_WIDTHS: Final = {TypeSize.NORMAL: 0, TypeSize.LARGE: 1340, TypeSize.LARGEST: 1540}


def largest_on(width: int) -> TypeSize:
    """Return the largest letters with which every page fits a screen that is so many logical pixels wide.

    The tables of the closing are the broadest: with larger letters the window would reach beyond the screen.
    """
    return max(size for size, least in _WIDTHS.items() if width >= least)


@dataclass(slots=True)
class _Settled:
    """What this process wears; only `ui.theme.settle` changes it, for all its windows at once."""

    choice: ThemeChoice = ThemeChoice.BY_ROOM
    size: TypeSize = TypeSize.NORMAL


_SETTLED: Final = _Settled()


def wear(choice: ThemeChoice, size: TypeSize) -> None:
    """Wear this from now on; what is shown already is dressed anew by `ui.theme.settle`."""
    _SETTLED.choice, _SETTLED.size = choice, size


def theme_of(worn: Place | Theme) -> Theme:
    """Return the theme that is worn at a place now; a theme is itself."""
    return _WORN[_SETTLED.choice][worn] if isinstance(worn, Place) else worn


def percent() -> int:
    """Return how large the letters are now, in percent of how the pages were laid out."""
    return _SETTLED.size.value


def pixels(laid_out: int) -> int:
    """Return what a length of letters becomes that was laid out as so many pixels."""
    return round(laid_out * percent() / 100)
