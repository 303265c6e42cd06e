"""Which screens a case has in this program: the nurse's at the hands, and the review at the closing.

Their rooms are a third of everything that the windows import, and the list of cases needs neither; so they are
imported when the first case is entered, which is never while somebody waits for an entry.
"""

from __future__ import annotations

from ui.windows.screens import CaseScreen, Screens


def _live() -> CaseScreen:
    from ui.guidance.nurse_screen import NurseScreen

    return NurseScreen()


def _close() -> CaseScreen:
    from ui.review.screen import ReviewScreen

    return ReviewScreen()


SCREENS = Screens(live=_live, close=_close)
"""The screens of every case."""
