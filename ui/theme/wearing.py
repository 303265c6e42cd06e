"""Dressing: a page says at which place it is, and all that are shown change their dress together.

`setColorScheme` alone changes nothing on X11 without a desktop, so the palette is our own.
"""

from __future__ import annotations

from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from app.drawing.palette import Palette, Theme
from app.drawing.shapes import Weight
from app.settings import ThemeChoice, TypeSize
from ui.hand import typeface
from ui.theme.places import ROOM, Place, percent, pixels, theme_of, wear
from ui.theme.sheets import inks, qt_palette, style_sheet

TEXT_PIXELS = 16
Shown = TypeVar("Shown", bound=QWidget)
_WORN = "place"
_LOOK = "look"


@runtime_checkable
class Inked(Protocol):
    """A widget that keeps inks, or a style sheet of its own made from them, and is told when they change."""

    def show_palette(self, palette: Palette) -> None:
        """Show the same in the inks of another theme."""


def dress(widget: QWidget, place: Place) -> None:
    """Let a page, and everything inside it, wear what is worn at a place, now and whenever that changes."""
    widget.setProperty(_WORN, place.value)
    sheet = style_sheet(theme_of(place), percent())
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
    # After the sheet, because taking a sheet off brings back the palette that was there before it.
    widget.setPalette(qt_palette(theme_of(place)))


def worn_by(widget: QWidget) -> Theme:
    """Return the theme that a widget wears, which is that of the nearest dressed one around it."""
    return theme_of(_place_of(widget))


def _place_of(widget: QWidget) -> Place:
    around: QWidget | None = widget
    while around is not None:
        worn = around.property(_WORN)
        if worn is not None:
            return Place(worn)
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


def settle(
    application: QApplication,
    choice: ThemeChoice = ThemeChoice.BY_ROOM,
    size: TypeSize = TypeSize.NORMAL,
) -> None:
    """Set style, typeface and palette of the whole program, and dress anew whatever is shown already.

    What is not dressed wears the room's.
    """
    wear(choice, size)
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(qt_palette(theme_of(ROOM)))
    font = typeface.font(Weight.REGULAR, pixels(TEXT_PIXELS))
    font.setHintingPreference(QFont.HintingPreference.PreferDefaultHinting)
    application.setFont(font)
    _dress_anew(application.allWidgets())


def _dress_anew(widgets: list[QWidget]) -> None:
    for widget in widgets:
        worn = widget.property(_WORN)
        if worn is not None:
            dress(widget, Place(worn))
    for widget in widgets:
        if isinstance(widget, Inked):
            widget.show_palette(inks(_place_of(widget)))
        widget.update()
