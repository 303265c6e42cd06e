"""A whole case by keys alone, on a screen of its own: Space, digits, Enter, and a finger that stays on the key."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from app import wording
from app.journal.opening import LOG_NAME
from app.practice_folder import practice_folder
from app.protocol_file import ReadProtocol, read_shipped_protocol
from injection_plan.plan import plan_as_the_protocol_says
from tests.keyboard.repeating import TITLE
from tests.keyboard.x_screen import XScreen, needs_x, x_screen

HOUSE = Path(__file__).resolve().parents[2]
LOCK_OUT_S = 0.705
ANSWER_S, TRIES = 0.25, 12
HELD_S = 5.0
REPEATS_AT_LEAST = 5
PAINTED_S, COLOURS_AT_LEAST = 10.0, 30
# Where 0, the point, 5 and Enter mark stand on a window of 1440 by 900 in the corner of the screen.
TOUCHED = ((1234, 740), (1310, 740), (1310, 611), (1078, 750))
NAMES = {".": "period", ",": "comma"}

pytestmark = needs_x


class Nurse:
    """Somebody with a keyboard, who sees that an entry is stored, and presses again when none was."""

    def __init__(self, screen: XScreen, folder: Path) -> None:
        """Find the window of the practice case and let the keys go to it."""
        self._screen = screen
        self._log = practice_folder(folder) / LOG_NAME
        self.window = screen.focus("PRACTICE")
        self._may_give_at = time.monotonic()

    def give(self) -> None:
        """Press Space as soon as the lock-out allows."""
        for _ in range(TRIES):
            time.sleep(max(self._may_give_at - time.monotonic(), 0))
            if self._stores("space"):
                self._may_give_at = time.monotonic() + LOCK_OUT_S
                return
        raise AssertionError("Space does not give")

    def read(self, mark: str) -> None:
        """Type the mark and Enter, while the lock-out runs."""
        assert self._stores(*(NAMES.get(character, character) for character in mark), "Return"), mark

    def _stores(self, *keys: str) -> bool:
        """Press keys, and return whether the journal was written soon after; it is only looked at from outside."""
        before = self._log.stat().st_mtime_ns
        self._screen.keys(*keys)
        until = time.monotonic() + ANSWER_S
        while self._log.stat().st_mtime_ns == before:
            if time.monotonic() > until:
                return False
            time.sleep(0.003)
        return True


@contextmanager
def practising(screen: XScreen, folder: Path) -> Iterator[Nurse]:
    """Open a practice case as a person does; at the end its window is closed, and the program ends by itself."""
    command = [sys.executable, "main.py", "--data", str(folder), "practice"]
    with subprocess.Popen(command, cwd=HOUSE, env=screen.environment) as program:
        try:
            nurse = Nurse(screen, folder)
            yield nurse
            screen.ask_to_close(nurse.window)
            assert program.wait(timeout=20) == 0
        finally:
            program.kill()


def told_cases(folder: Path) -> list[dict[str, object]]:
    command = [sys.executable, "main.py", "--data", str(folder), "cases", "--json"]
    told = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    cases: list[dict[str, object]] = json.loads(told)
    return cases


def marks() -> list[str]:
    """Return the mark to be read after each aliquot of the protocol, worked out from its volumes alone."""
    read = read_shipped_protocol()
    assert isinstance(read, ReadProtocol)
    left = {syringe.number: syringe.size for syringe in read.protocol.syringes}
    found = []
    for code in plan_as_the_protocol_says(read.protocol).order:
        aliquot = read.protocol.aliquot(code)
        left[aliquot.syringe] -= aliquot.volume
        found.append(wording.number(left[aliquot.syringe]))
    return found


def keep_picture(screen: XScreen, folder: Path, name: str) -> None:
    """Keep what the screen shows beside the journal of this test, once it shows more than an empty window."""
    until = time.monotonic() + PAINTED_S
    while len(colours(picture := screen.picture())) < COLOURS_AT_LEAST:
        assert time.monotonic() < until, "nothing is painted"
        time.sleep(0.05)
    assert picture.save(str(folder / f"{name}.png"))


def colours(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(0, 1400, 7) for y in range(0, 880, 11)}


def test_all_36_are_given_and_verified_by_keys_alone(tmp_path: Path) -> None:
    wanted = marks()
    with x_screen(tmp_path / "screen") as screen, practising(screen, tmp_path / "data") as nurse:
        keep_picture(screen, tmp_path, "start")
        for place, mark in enumerate(wanted):
            nurse.give()
            if place == len(wanted) // 2:
                keep_picture(screen, tmp_path, "midst")
            nurse.read(mark if place % 2 else mark.replace(".", ","))
        time.sleep(0.3)
        keep_picture(screen, tmp_path, "end")
    (case,) = told_cases(tmp_path / "data")
    said = {name: case[name] for name in ("state", "planned", "given", "verified", "omitted", "given_ul")}
    assert said == {
        "state": "settled", "planned": 36, "given": 36, "verified": 36, "omitted": 0, "given_ul": 10000,
    }  # fmt: skip


def test_space_held_for_five_seconds_gives_one(tmp_path: Path) -> None:
    with x_screen(tmp_path / "screen") as screen:
        assert repeats_in_a_second(screen) >= REPEATS_AT_LEAST
        with practising(screen, tmp_path / "data"):
            hold_space(screen, HELD_S)
    (case,) = told_cases(tmp_path / "data")
    assert (case["given"], case["verified"]) == (1, 0)


def test_space_still_held_when_the_mark_is_entered_gives_no_other(tmp_path: Path) -> None:
    with x_screen(tmp_path / "screen") as screen, practising(screen, tmp_path / "data"):
        keep_picture(screen, tmp_path, "start")
        screen.xdotool("keydown", "space")
        time.sleep(1.0)
        for x, y in TOUCHED:
            screen.xdotool("mousemove", str(x), str(y), "click", "1")
            time.sleep(0.1)
        time.sleep(1.0)
        keep_picture(screen, tmp_path, "end")
        screen.xdotool("keyup", "space")
    (case,) = told_cases(tmp_path / "data")
    assert (case["given"], case["verified"]) == (1, 1)


def hold_space(screen: XScreen, seconds: float) -> None:
    screen.xdotool("keydown", "space")
    time.sleep(seconds)
    screen.xdotool("keyup", "space")


def repeats_in_a_second(screen: XScreen) -> int:
    """Return how often a key held for a second repeats itself on this screen, so that holding proves something."""
    command = [sys.executable, "-m", "tests.keyboard.repeating"]
    with subprocess.Popen(
        command, cwd=HOUSE, env=screen.environment, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            screen.focus(TITLE)
            hold_space(screen, 1.0)
            told, _ = program.communicate(timeout=20)
        finally:
            program.kill()
    return int(told)
