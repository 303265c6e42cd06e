"""Which screens a case has in this program: the nurse's at the hands, and the review at the closing.

Their rooms are a third of everything that the windows import, and the list of cases needs neither; so they are
imported when the first case is entered, which is never while somebody waits for an entry.
"""

from __future__ import annotations

from ui.windows.desk import Desk
from ui.windows.screens import CaseScreen, Screens


def screens_of(desk: Desk) -> Screens:
    """Return the screens of every case, as the workstation of a desk is set when a case is entered."""

    def live() -> CaseScreen:
        from ui.guidance.nurse_screen import NurseScreen

        return NurseScreen(given_key=desk.settings.given_key_held_by)

    return Screens(live=live, close=_close)


def _close() -> CaseScreen:
    from ui.review.screen import ReviewScreen

    return ReviewScreen()
