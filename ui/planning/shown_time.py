"""The time on a page: what it was shown last, moved on by what has passed since then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QElapsedTimer

from app.clock import Reading


class ShownTime:
    """A page that was shown a reading an hour ago must not call what happened since the future."""

    def __init__(self) -> None:
        """Know no time yet."""
        self._shown: Reading | None = None
        self._since = QElapsedTimer()

    def show(self, now: Reading) -> None:
        """Take this as the time at this moment."""
        self._shown = now
        self._since.start()

    @property
    def now(self) -> Reading:
        """The time at this moment; asked before it was shown any, it is a fault."""
        assert self._shown is not None, "a page is shown a case before it is asked anything"
        passed = self._since.elapsed()
        return replace(
            self._shown,
            utc=self._shown.utc + timedelta(milliseconds=passed),
            tick_ms=self._shown.tick_ms + passed,
        )
