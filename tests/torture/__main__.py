"""`make torture`: kill the real windows at random moments, and see that nothing shown as stored is missing.

Three parts: kills on the real disk; the same on a disk that forgets what was not synced, as in a power cut; and
the control, the same with syncing switched off, which must lose something or the others prove nothing.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.torture.lost_pages import IGNORE_SYNC, KEEP_SYNCED
from tests.torture.rounds import Figures, Round

SIDE_BY_SIDE = 2
KILLS = 200
CUTS_IN_TEN = 3
CONTROLS = 40


def tortured(folder: Path, disk: str | None, kills: int, seed: int) -> Figures:
    """Kill so many runs, side by side in folders of their own, and let each last case come to its end."""

    def one(place: int) -> Figures:
        this = Round(folder / f"{disk or 'real'}-{place}", disk, seed + place)
        for _ in range(kills // SIDE_BY_SIDE + (place < kills % SIDE_BY_SIDE)):
            this.kill()
        this.finish()
        return this.figures

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        first, *others = pool.map(one, range(SIDE_BY_SIDE))
    return sum(others, first)


def control(folder: Path, most: int, seed: int) -> Figures:
    """Kill runs whose syncs do nothing, until something is lost."""
    this = Round(folder / IGNORE_SYNC, IGNORE_SYNC, seed)
    for _ in range(most):
        if not this.kill().is_sound:
            break
    return this.figures


def told(what: str, figures: Figures) -> str:
    """Return the summary line of one part."""
    cues = ", ".join(f"{count} {cue.value}" for cue, count in figures.cues.items())
    return (
        f"{what}: kills {figures.kills} ({cues}), repaints {figures.repaints}, entries {figures.entries},"
        f" cases {figures.cases} ({figures.settled} to the end),"
        f" given {figures.given}, verified {figures.verified}, omitted {figures.omitted};"
        f" cut between key and disk {figures.asked_unstored}, between disk and repaint {figures.stored_unshown};"
        f" missing {len(figures.missing)}, doubled {len(figures.doubled)}, resumed {figures.resumed},"
        f" other faults {len(figures.problems)}; slowest opening {figures.slowest_opening_ms:.0f} ms"
    )


def told_of_control(figures: Figures) -> str:
    """Return what the control came to."""
    if figures.missing:
        return (
            f"control, nothing synced: {len(figures.missing)} lost after {figures.kills} kills, as it must be"
        )
    return f"control, nothing synced: nothing lost in {figures.kills} kills, so the parts above prove nothing"


def tell_wrong(figures: Figures) -> None:
    """Print everything that was wrong."""
    for one in (*figures.missing, *figures.doubled, *figures.problems):
        print("  " + one)


def main(kills: int, seed: int) -> int:
    """Run the three parts and print what they came to; the status is 0 when all of it is as it must be."""
    began = time.monotonic()
    passed = True
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        folder = Path(name)
        for what, disk, times in (
            ("killed", None, kills),
            ("power cut", KEEP_SYNCED, max(kills * CUTS_IN_TEN // 10, SIDE_BY_SIDE)),
        ):
            figures = tortured(folder, disk, times, seed)
            print(told(what, figures), flush=True)
            tell_wrong(figures)
            passed = passed and figures.is_sound
        lost = control(folder, CONTROLS, seed)
    print(told_of_control(lost))
    passed = passed and bool(lost.missing)
    print(f"{'passed' if passed else 'FAILED'} in {time.monotonic() - began:.0f} s")
    return 0 if passed else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument(
        "--kills", type=int, default=KILLS, help="on the real disk; three tenths as many power cuts"
    )
    parser.add_argument(
        "--seed", type=int, default=None, help="of an earlier run, to ask for its moments again"
    )
    typed = parser.parse_args()
    sys.exit(main(typed.kills, secrets.randbelow(10**6) if typed.seed is None else typed.seed))
