"""Where the cases lie: the folder that was named on the command line, else the user's own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import platformdirs

OWN = "injection-guidance"


def case_folder(arguments: Namespace) -> Path:
    """Return the absolute folder of all cases; nothing is made on disk."""
    chosen: Path | None = arguments.folder
    return (chosen if chosen is not None else platformdirs.user_data_path(OWN, appauthor=False)).absolute()
