"""Print every figure: `python -m tests.bench`."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.recording import record_against_bare_reportlab
from tests.bench.storing import commit_against_bare_sync, opening_a_long_case
from tests.bench.windows import first_screen, memory, presses

SINGLE = (first_screen, memory, commit_against_bare_sync, opening_a_long_case, record_against_bare_reportlab)


def main() -> None:
    """Measure and print, one line a figure, as each is known."""
    for measure in SINGLE:
        print(measure().line, flush=True)
    for figure in presses():
        print(figure.line, flush=True)


if __name__ == "__main__":
    main()
