"""The roles of `assets/theme` as Qt wants them: colours, a palette for its own drawing, and the style sheet."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QPalette

from app import assets
from app.drawing.palette import Palette, Theme, palette
from ui.theme.places import Place, theme_of

_NAMED: Final = re.compile(r"@([a-z_]+)")
# Letters, and what must grow with them so that none is cut and a finger still finds it. Lines stay as fine as they are.
_LETTERS: Final = re.compile(r"((?<![\w-])(?:font-size|(?:min-|max-)?(?:width|height)): )(\d+)px")
_INDICATOR: Final = re.compile(r"((?<![\w-])(?:width|height|border-radius): )(\d+)px")
_LINE: Final = 3

_PALETTE: Final = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "button_text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.Accent: "primary",
}


def colour(worn: Place | Theme, name: str) -> QColor:
    """Return a named colour as it is worn at a place; a name that the theme lacks is a `KeyError`."""
    return QColor(inks(worn).colour(name))


def inks(worn: Place | Theme) -> Palette:
    """Return the inks for a picture at a place; whoever keeps them is given others when the theme changes."""
    return palette(theme_of(worn))


@cache
def qt_palette(theme: Theme) -> QPalette:
    """Return the palette that Qt's own drawing uses in this theme."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, colour(theme, name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour(theme, "button_off_text"))
    return made


@cache
def style_sheet(theme: Theme, percent: int = 100) -> str:
    """Return the one text in `assets/theme` with the theme's own colours, its letters at so many percent."""
    named = palette(theme)
    lines = (_sized(line, percent) for line in assets.read_text("theme", "screen.qss").splitlines())
    return _NAMED.sub(lambda found: named.colour(found[1]), "\n".join(lines))


def _sized(line: str, percent: int) -> str:
    lengths = _INDICATOR if "::indicator" in line else _LETTERS
    return lengths.sub(lambda found: f"{found[1]}{_length(int(found[2]), percent)}px", line)


def _length(laid_out: int, percent: int) -> int:
    return laid_out if laid_out <= _LINE else round(laid_out * percent / 100)
