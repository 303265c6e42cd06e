"""The worksheet's paper, A4 on its long edge, and its measures in points: a row for the pen is 8.8 mm high or more."""

from __future__ import annotations

from typing import Final

from app.drawing.shapes import Weight
from app.record.pages.marks import Style
from app.record.pages.styles import HEIGHT, INK, QUIET_INK, WIDTH, Paper

LYING: Final = Paper(HEIGHT, WIDTH, 34.0, HEIGHT - 34.0, WIDTH - 52.0)

ROW: Final = 25.0
STRIP: Final = 25.0
GAP: Final = 5.0

CODE = Style(Weight.BOLD, 8.6, INK, 10.6)
CODE_STRUCK = Style(Weight.MEDIUM, 8.6, QUIET_INK, 10.6)
PHRASE = Style(Weight.MEDIUM, 7.2, INK, 9.0)
PHRASE_STRUCK = Style(Weight.REGULAR, 7.2, QUIET_INK, 9.0)
DOSE = Style(Weight.BOLD, 9.0, INK, 11.0)
NUMBER = Style(Weight.SEMIBOLD, 9.0, INK, 11.0)
NOT_PLANNED = Style(Weight.BOLD, 8.2, "omitted", 10.0)
TURN = Style(Weight.BOLD, 11.5, INK, 14.0)
TURN_REST = Style(Weight.MEDIUM, 8.6, INK, 11.0)
FINGER = Style(Weight.SEMIBOLD, 8.6, INK, 11.0)
LINE = Style(Weight.REGULAR, 8.6, INK, 11.0)
