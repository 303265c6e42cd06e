"""Is there a screen to open windows on."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Say whether windows can be shown: where no display is named, Qt would end the program instead of saying so."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
