"""The theme in Qt: the roles of `assets/theme` as palette and style sheet, and which theme is worn where.

The room is dark and the desk is light, in one program, unless the settings say otherwise: each page says at which
place it is, and everything inside it follows. What is worn there can change while it is shown.
"""

from ui.theme.places import DESK, ROOM, Place, largest_on, pixels, theme_of
from ui.theme.sheets import colour, inks, qt_palette, style_sheet
from ui.theme.wearing import Inked, dress, look, refresh, settle, worn_by

__all__ = [
    "DESK",
    "ROOM",
    "Inked",
    "Place",
    "colour",
    "dress",
    "inks",
    "largest_on",
    "look",
    "pixels",
    "qt_palette",
    "refresh",
    "settle",
    "style_sheet",
    "theme_of",
    "worn_by",
]
