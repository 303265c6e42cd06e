"""Shows every step of the planning as a picture, in both themes and for both sizes of screen, played by keys.

`python docs/development/look_at_planning.py DIR` begins at the list of cases as a new user would, and leaves one
picture a step in DIR: a participant whose right ring finger ends at its DIP joint, with an ulcer at the left little
finger, from the empty set-up to the answered time-out. Nothing is kept but the pictures. Somebody has to look at them.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.settings import ThemeChoice
from injection_plan.procedure import Procedure
from ui.application import StartRequest, application, open_desk, open_window
from ui.rehearsal.cast import Cast
from ui.rehearsal.keyboard import Keyboard
from ui.rehearsal.planning_part import PlanningPart
from ui.rehearsal.seat import Seat
from ui.rehearsal.time_out_part import TimeOutPart
from ui.theme import settle
from ui.windows import NurseWindow
from ui.windows.casework import signals_of

SIZES = ((1366, 768), (1920, 1080))
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)
CAST = Cast("01-0107", "01", "Wei Zhang", "Na Li", "Marta Keller")
SETTLING_MS = 80
NO_FOLDER_NAMED = 2


class Gallery:
    """Keeps what a window shows, numbered, under names that say how it was worn and how large."""

    def __init__(self, window: NurseWindow, keyboard: Keyboard, folder: Path, front: str) -> None:
        """Hang the pictures of a window in a folder."""
        self._window = window
        self._keyboard = keyboard
        self._folder = folder
        self._front = front
        self._looks = 0

    def look(self, name: str) -> None:
        """Keep the window as it is now."""
        self._looks += 1
        self._keyboard.wait(SETTLING_MS)
        self._window.grab().save(str(self._folder / f"{self._front}-{self._looks:02d}-{name}.png"))


def play(running: QApplication, folder: Path, size: tuple[int, int], choice: ThemeChoice) -> None:
    """Play the planning once in a folder of its own, and keep a picture of each step."""
    settle(running, choice)
    with TemporaryDirectory() as cases:
        desk = open_desk(Path(cases))
        window = open_window(desk, StartRequest())
        window.resize(*size)
        window.show()
        keyboard = Keyboard(window)
        gallery = Gallery(window, keyboard, folder, f"{size[0]}x{size[1]}-{choice.value}")
        gallery.look("start")
        keyboard.confirm(Qt.Key.Key_N)
        seat = Seat(window, keyboard, lambda: stored(window), gallery.look, print)
        PlanningPart(seat, CAST, desk.now()).play()
        TimeOutPart(seat).play()
        window.close()
        desk.close()


def stored(window: NurseWindow) -> Procedure:
    """Return the open case as it is stored."""
    signals = signals_of(window)
    assert signals is not None
    assert signals.procedure is not None
    return signals.procedure


def main(typed: list[str]) -> int:
    """Play it for every size and theme into the folder that was named; 2 where none was."""
    if len(typed) != 1:
        print(__doc__)
        return NO_FOLDER_NAMED
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(typed[0])
    folder.mkdir(parents=True, exist_ok=True)
    running = application()
    for size in SIZES:
        for choice in THEMES:
            play(running, folder, size, choice)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
