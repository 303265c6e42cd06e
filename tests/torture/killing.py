"""One run of the windows and its end: kill -9 at a moment chosen beforehand."""

from __future__ import annotations

import os
import random
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.torture.lost_pages import SWITCH
from tests.torture.words import Key, Line, Shown, heard

HOUSE = Path(__file__).resolve().parents[2]
DRIVEN, LOST_PAGES = "tests/torture/driven.py", "tests/torture/lost_pages.py"
LONGEST_S = 60.0
TO_THE_END_S = 120.0
ODDS_OF_START, ODDS_OF_ANY_TIME = 0.2, 0.5
START_S, ANY_TIME_S = 1.2, 3.0
COMMIT_S, PREPARING_S = 0.012, 0.15
MOST_KEYS = 10


class Cue(StrEnum):
    """After what the time to the kill is counted."""

    START = "while it starts"
    RUNNING = "at any time"
    KEY = "after a key"


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: so many seconds after the cue; for `KEY`, after the key of that number that should store."""

    cue: Cue
    seconds: float
    keys: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run said before it ended, and what went wrong with the running itself."""

    lines: tuple[Line, ...]
    problems: tuple[str, ...]


def random_moment(chance: random.Random) -> Moment:
    """Return a moment: while it starts, at any time, and as often as both within the reach of a commit."""
    drawn = chance.random()
    if drawn < ODDS_OF_START:
        return Moment(Cue.START, chance.uniform(0, START_S))
    if drawn < ODDS_OF_ANY_TIME:
        return Moment(Cue.RUNNING, chance.uniform(0, ANY_TIME_S))
    reach = COMMIT_S if chance.random() < 0.75 else PREPARING_S
    return Moment(Cue.KEY, chance.uniform(0, reach), chance.randint(1, MOST_KEYS))


def _started(folder: Path, seed: int, disk: str | None, *once: str) -> subprocess.Popen[bytes]:
    """Start the windows on a data folder, on the disk of that mode or on the real one."""
    program = ["-m", "tests.torture.driven"] if disk is None else [LOST_PAGES, DRIVEN]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HOUSE)}
    if disk is not None:
        environment[SWITCH] = disk
    complaints = (folder / "complaints.txt").open("wb")
    with complaints:
        return subprocess.Popen(
            [sys.executable, *program, str(folder), str(seed), *once],
            cwd=HOUSE,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )


def run_and_kill(folder: Path, seed: int, disk: str | None, moment: Moment) -> Ended:
    """Start the windows, kill them at a moment, and return what they had said by then."""
    process = _started(folder, seed, disk)
    listener = _Listener(process)
    problems: tuple[str, ...] = ()
    if not listener.wait_for(moment):
        problems = (f"no kill: the cue {moment} did not come; {_complaints(folder)}",)
    process.kill()
    status = process.wait()
    if not problems and status >= 0:
        problems = (f"ended by itself with status {status}; {_complaints(folder)}",)
    return Ended(listener.rest(), problems)


def run_to_the_end(folder: Path, seed: int, disk: str | None) -> Ended:
    """Start the windows and let them end by themselves, when a case has nothing left to give."""
    process = _started(folder, seed, disk, "once")
    listener = _Listener(process)
    listener.listen_until(time.monotonic() + TO_THE_END_S)
    if process.poll() is None and not listener.has_ended:
        process.kill()
    status = process.wait()
    problems = (f"ended with status {status}; {_complaints(folder)}",) if status else ()
    return Ended(listener.rest(), problems)


def _complaints(folder: Path) -> str:
    return (folder / "complaints.txt").read_text(encoding="utf-8", errors="replace")[-2000:]


class _Listener:
    """Takes in what a run says while it lives, so that its pipe never fills."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        self._pipe = process.stdout
        self._written = b""
        self.has_ended = False

    def wait_for(self, moment: Moment) -> bool:
        """Return at the moment; False when its cue did not come, or the run ended before it."""
        deadline = time.monotonic() + LONGEST_S
        while not self._is_cue(moment):
            if self.has_ended or time.monotonic() > deadline:
                return False
            self._take(0.5)
        self.listen_until(time.monotonic() + moment.seconds)
        return True

    def listen_until(self, moment: float) -> None:
        """Take in what is said until a moment of the steady count, or the end."""
        while not self.has_ended and (left := moment - time.monotonic()) > 0:
            self._take(left)

    def rest(self) -> tuple[Line, ...]:
        """Return everything that was said, after the end."""
        self._written += self._pipe.read()
        self._pipe.close()
        return heard(self._written)

    def _is_cue(self, moment: Moment) -> bool:
        lines = heard(self._written)
        match moment.cue:
            case Cue.START:
                return True
            case Cue.RUNNING:
                return any(isinstance(line, Shown) for line in lines)
            case Cue.KEY:
                return sum(isinstance(line, Key) and line.stores for line in lines) >= moment.keys

    def _take(self, seconds: float) -> None:
        ready, _, _ = select.select([self._pipe], [], [], seconds)
        if ready:
            taken = os.read(self._pipe.fileno(), 65536)
            self._written += taken
            self.has_ended = not taken
