"""Proportions: the live screen is laid out once, for 1920 by 1080, and scaled as a whole to the window it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout

from app import assets
from app.drawing.palette import Theme, palette

_FULL: Final = QSize(1920, 1080)
_SMALLEST, _LARGEST, _STEP = 0.65, 2.0, 0.05
_NAMED: Final = re.compile(r"@([a-z_]+)")
_SIZED: Final = re.compile(r"\$(\d+)(?:~(\d+))?")
Margins = tuple[int, int, int, int]


def scale_for(size: QSize) -> float:
    """Return the scale for a window of that size, in steps: dragging an edge does not re-style every pixel."""
    wanted = min(size.width() / _FULL.width(), size.height() / _FULL.height())
    steps = int(wanted / _STEP + 0.2)
    return max(_SMALLEST, min(_LARGEST, steps * _STEP))


@cache
def live_sheet(theme: Theme, scale: float) -> str:
    """Return the live screen's own style sheet: @names are colours of the theme, $numbers are scaled pixels.

    A number after a tilde is the least that the one before it is scaled to.
    """
    named = palette(theme)
    coloured = _NAMED.sub(lambda found: named.colour(found[1]), assets.read_text("theme", "live.qss"))
    return _SIZED.sub(lambda found: str(max(round(int(found[1]) * scale), int(found[2] or 1))), coloured)


class Proportions:
    """Remembers what was laid out at full size, and sets it to a scale."""

    def __init__(self) -> None:
        """Begin with nothing at full scale."""
        self.scale = 1.0
        self._steps: list[Callable[[float], object]] = []

    def layout(self, layout: QLayout, margins: Margins = (0, 0, 0, 0), spacing: int = 0) -> None:
        """Keep a layout's margins (left, top, right, bottom) and spacing, given in full-size pixels."""

        def at(scale: float) -> None:
            layout.setContentsMargins(*(round(edge * scale) for edge in margins))
            layout.setSpacing(round(spacing * scale))

        self.also(at)

    def pixels(self, setter: Callable[[int], object], full: int, least: int = 1) -> None:
        """Keep one length in full-size pixels, never set below `least`."""
        self.also(lambda scale: setter(max(round(full * scale), least)))

    def also(self, step: Callable[[float], object]) -> None:
        """Do something with every new scale."""
        self._steps.append(step)
        step(self.scale)

    def set_scale(self, scale: float) -> None:
        """Set everything to a scale; the same one again changes nothing."""
        if scale == self.scale:
            return
        self.scale = scale
        for step in self._steps:
            step(scale)
