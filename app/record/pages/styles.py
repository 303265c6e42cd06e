"""The record's few styles, and the measures of its paper in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.drawing.shapes import Weight
from app.record.pages.marks import Style

WIDTH: Final = 595.28
HEIGHT: Final = 841.89
LEFT: Final = 42.0
RIGHT: Final = WIDTH - 42.0
ACROSS: Final = RIGHT - LEFT
TOP: Final = 34.0
BOTTOM: Final = HEIGHT - 54.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper in points: its size, and between which edges content may stand."""

    width: float
    height: float
    left: float
    right: float
    bottom: float

    @property
    def across(self) -> float:
        """How broad the content may be."""
        return self.right - self.left

    @property
    def slant(self) -> float:
        """By how many degrees a word across the sheet rises."""
        return 52.0 if self.height > self.width else 32.0


UPRIGHT: Final = Paper(WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM)
"""The record's own paper, A4 on its short edge."""

INK: Final = "text"
QUIET_INK: Final = "quiet"
RULE: Final = "line"
LOUD_INK: Final = "omitted"

TITLE = Style(Weight.BOLD, 18.0, INK, 22.0)
SUBTITLE = Style(Weight.REGULAR, 8.6, QUIET_INK, 11.0)
HEADING = Style(Weight.SEMIBOLD, 10.0, INK, 13.0)
BAND = Style(Weight.SEMIBOLD, 8.2, "on_banner", 10.0)
LABEL = Style(Weight.REGULAR, 8.2, QUIET_INK, 12.2)
FACT = Style(Weight.SEMIBOLD, 8.2, INK, 12.2)
FIGURE = Style(Weight.BOLD, 15.0, INK, 18.0)
FIGURE_LOUD = Style(Weight.BOLD, 15.0, LOUD_INK, 18.0)
NOTE = Style(Weight.REGULAR, 6.9, QUIET_INK, 8.6)
CELL = Style(Weight.REGULAR, 7.8, INK, 9.8)
CELL_STRONG = Style(Weight.SEMIBOLD, 7.8, INK, 9.8)
CELL_LOUD = Style(Weight.BOLD, 7.8, LOUD_INK, 9.8)
COLUMN = Style(Weight.SEMIBOLD, 6.9, QUIET_INK, 9.2)
SMALL = Style(Weight.REGULAR, 7.2, INK, 8.9)
SMALL_MEDIUM = Style(Weight.MEDIUM, 7.2, INK, 8.9)
SMALL_STRONG = Style(Weight.SEMIBOLD, 7.2, INK, 8.9)
SMALL_LOUD = Style(Weight.BOLD, 7.2, LOUD_INK, 8.9)
SMALL_GOOD = Style(Weight.SEMIBOLD, 7.2, "verified", 8.9)
SMALL_QUIET = Style(Weight.REGULAR, 6.7, QUIET_INK, 8.4)
LIST = Style(Weight.REGULAR, 7.0, INK, 8.5)
LIST_LOUD = Style(Weight.BOLD, 8.2, LOUD_INK, 11.4)
LIST_HEADING = Style(Weight.SEMIBOLD, 8.2, INK, 11.4)
FOOT = Style(Weight.REGULAR, 6.5, QUIET_INK, 8.6)
FOOT_STRONG = Style(Weight.SEMIBOLD, 6.8, INK, 8.6)
