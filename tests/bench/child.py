"""One process to be measured: ours or a bare window, to its first painted screen, or with a live case open.

`python -m tests.bench.child WHAT FOLDER STARTED` prints one JSON line; STARTED is the parent's clock in seconds
just before it started this process.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from pathlib import Path


def _resident_megabytes() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("this system does not say how much memory a process holds")


def bare(started: float) -> dict[str, float]:
    """Show a bare PySide6 window with one line of text."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("injection"))
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    window.grab()
    return {"seconds": time.time() - started, "megabytes": _resident_megabytes()}


def ours(folder: Path, started: float, *, live: bool) -> dict[str, float]:
    """Show the first screen, or a practice case at its first aliquot, as `main.py` comes to it."""
    importlib.import_module("main")
    from ui.application import Beginning, StartRequest, application, open_desk, open_window

    app = application()
    desk = open_desk(folder)
    window = open_window(desk, StartRequest(Beginning.PRACTICE if live else Beginning.CASES))
    window.show()
    app.processEvents()
    window.grab()
    seconds = time.time() - started
    # As in the program: what the start left behind is looked for once the windows run.
    gc.enable()
    gc.collect()
    seen = {"seconds": seconds, "megabytes": _resident_megabytes()}
    desk.close()
    return seen


def main() -> None:
    """Measure what was asked for and print it."""
    what, folder, started = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    measured = bare(started) if what == "bare" else ours(folder, started, live=what == "live")
    print(json.dumps(measured), flush=True)


if __name__ == "__main__":
    main()
