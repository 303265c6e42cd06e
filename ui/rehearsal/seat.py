"""A seat in front of the windows: the keyboard, the case as it is stored, and where pictures and lines go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from injection_plan.procedure import Procedure
from ui.rehearsal.keyboard import Keyboard, OutOfReachError

Look = Callable[[str], None]
Tell = Callable[[str], None]
Part = TypeVar("Part", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Seat:
    """What whoever plays has in front of them; `look` keeps a picture of a name, `tell` says one line."""

    window: QWidget
    keyboard: Keyboard
    procedure: Callable[[], Procedure]
    look: Look
    tell: Tell

    def page(self, kind: type[Part]) -> Part:
        """Return the page of a kind that is shown now; `OutOfReachError` where it is not."""
        shown = next((one for one in self.window.findChildren(kind) if one.isVisible()), None)
        if shown is None:
            raise OutOfReachError(kind.__name__)
        return shown
