"""Which screens a case has in this program: the nurse's at the hands, and the review at the closing."""

from __future__ import annotations

from ui.guidance.nurse_screen import NurseScreen
from ui.review.screen import ReviewScreen
from ui.windows.screens import Screens

SCREENS = Screens(live=NurseScreen, close=ReviewScreen)
"""The screens of every case."""
