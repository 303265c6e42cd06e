"""Where the practice cases lie: in a folder of their own beside the real ones."""

from __future__ import annotations

from pathlib import Path

PRACTICE_FOLDER = "practice"


def practice_folder(folder: Path) -> Path:
    """Return where the practice cases of a data folder live, apart from the real ones."""
    return folder / PRACTICE_FOLDER
