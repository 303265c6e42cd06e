"""The theme in Qt: the roles of `assets/theme` as palette and style sheet, and which theme a widget wears.

The room is dark and the desk is light, in one program: each page is dressed by itself, and everything inside it
follows. `setColorScheme` alone changes nothing on X11 without a desktop, so the palette is our own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TypeVar

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app import assets
from app.drawing.palette import Theme, palette
from app.drawing.shapes import Weight
from ui.hand import typeface

ROOM = Theme.SCREEN_DARK
"""What is worn where the participant lies."""

DESK = Theme.SCREEN_LIGHT
"""What is worn where one reads and types."""

TEXT_PIXELS = 16
Shown = TypeVar("Shown", bound=QWidget)
_WORN = "theme"
_LOOK = "look"
_NAMED = re.compile(r"@([a-z_]+)")

_PALETTE = {
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


def colour(theme: Theme, name: str) -> QColor:
    """Return a named colour of a theme; a name that it lacks is a `KeyError`, a fault of the caller."""
    return QColor(palette(theme).colour(name))


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
def style_sheet(theme: Theme) -> str:
    """Return the style sheet of this theme: the one text in `assets/theme`, with the theme's own colours."""
    named = palette(theme)
    return _NAMED.sub(lambda found: named.colour(found[1]), assets.read_text("theme", "screen.qss"))


def dress(widget: QWidget, theme: Theme) -> None:
    """Let a page, and everything inside it, wear a theme."""
    widget.setProperty(_WORN, theme.value)
    widget.setPalette(qt_palette(theme))
    widget.setStyleSheet(style_sheet(theme))


def worn_by(widget: QWidget) -> Theme:
    """Return the theme that a widget wears, which is that of the nearest dressed one around it."""
    around: QWidget | None = widget
    while around is not None:
        worn = around.property(_WORN)
        if worn is not None:
            return Theme(worn)
        around = around.parentWidget()
    return ROOM


def look(widget: Shown, name: str) -> Shown:
    """Give a widget one of the looks that the style sheet knows, and return it."""
    if widget.property(_LOOK) != name:
        widget.setProperty(_LOOK, name)
        refresh(widget)
    return widget


def refresh(widget: QWidget) -> None:
    """Let the style sheet look again at a widget one of whose properties has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def settle(application: QApplication) -> None:
    """Set style, typeface and palette of the whole program; what is not dressed wears the room's."""
    application.setStyle("Fusion")
    application.setPalette(qt_palette(ROOM))
    font = typeface.font(Weight.REGULAR, TEXT_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferDefaultHinting)
    application.setFont(font)
