"""From role to ink, read once from `assets/theme`; the only place where a role meets a colour.

Each theme names its colours; `ink.toml` says, once for all of them, which colour, breadth and dashes a role has.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from app import assets
from app.drawing.shapes import Role


class Theme(StrEnum):
    """A set of inks: the dark operating room, the light desk, or paper."""

    SCREEN_DARK = "screen-dark"
    SCREEN_LIGHT = "screen-light"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Ink:
    """How a role is drawn: colours as `#rrggbb` or None for none, breadth and dashes in millimetres.

    `deep` is the fill of an outline of depth 1, `fade` what its fill fades into, `opacity` from 0 to 1 is for both.
    """

    line: str | None = None
    fill: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    deep: str | None = None
    fade: str | None = None
    opacity: float = 1.0

    def tone(self, depth: float) -> str | None:
        """Return the fill at a depth from 0 (`fill`) to 1 (`deep`)."""
        if self.fill is None or self.deep is None or depth == 0.0:
            return self.fill
        pairs = zip(_channels(self.fill), _channels(self.deep), strict=True)
        return "#" + "".join(f"{round(a + (b - a) * depth):02x}" for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Palette:
    """The named colours of a theme, for widgets, and the ink of every role, for pictures."""

    theme: Theme
    colours: Mapping[str, str]
    inks: Mapping[Role, Ink]

    def colour(self, name: str) -> str:
        """Return a named colour as `#rrggbb`; a name that the theme lacks is a `KeyError`."""
        return self.colours[name]

    def ink(self, role: Role) -> Ink:
        """Return the ink of a role; every theme has one for each."""
        return self.inks[role]


@cache
def palette(theme: Theme) -> Palette:
    """Return the palette of a theme; a role without ink or an unknown colour name is a fault (`KeyError`)."""
    colours: dict[str, str] = tomllib.loads(assets.read_text("theme", f"{theme.value}.toml"))["colours"]
    inks = tomllib.loads(assets.read_text("theme", "ink.toml"))
    return Palette(theme, colours, {role: _ink(inks[role.value], colours) for role in Role})


def _ink(read: dict[str, Any], colours: Mapping[str, str]) -> Ink:
    named = {part: colours[read[part]] for part in ("line", "fill", "deep", "fade") if part in read}
    dash = tuple(float(one) for one in read.get("dash", ()))
    return Ink(width=float(read.get("width", 0)), dash=dash, opacity=float(read.get("opacity", 1)), **named)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
