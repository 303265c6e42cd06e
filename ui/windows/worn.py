"""What the program wears by its settings: theme and type size, no larger than the screen has room for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.settings import Settings, TypeSize
from ui.theme import largest_on, settle


def wear(settings: Settings) -> None:
    """Let the whole program wear what is set, its letters no larger than the screen has room for."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        settle(running, settings.theme, min(settings.type_size, largest_here()))


def largest_here() -> TypeSize:
    """Return the largest type for which this screen has room."""
    return largest_on(QApplication.primaryScreen().availableSize().width())
