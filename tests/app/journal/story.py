"""The words of the journal's stories: a small journal, its entries, and another process."""

import os
import subprocess
import sys
from pathlib import Path

from app.journal import CaseRow, Journal, Sealed

ROOT = Path(__file__).parents[3]
CASE = "01-0107-1"


def small_journal(folder: Path, *, create: bool = True, reserve_bytes: int = 65_536) -> Journal:
    return Journal.open(folder, create=create, reserve_bytes=reserve_bytes, log_bytes=100_000)


def row(case_id: str, version: int) -> CaseRow:
    at = f"2026-11-22T10:{version // 60:02}:{version % 60:02}Z"
    return CaseRow(case_id, "01-0107", False, "injecting", 36, version, version, 0, 250 * version, at)


def store(journal: Journal, version: int, case_id: str = CASE) -> Sealed:
    return journal.append(case_id, version, key(version, case_id), body(version), row(case_id, version))


def key(version: int, case_id: str = CASE) -> str:
    return f"key-{case_id}-{version}"


def body(version: int) -> str:
    return f'{{"kind":"given","microlitres":{250 * version},"note":"µ{"x" * 200}"}}'


def elsewhere(program: str, *arguments: str, switch: str = "") -> "subprocess.Popen[str]":
    """Another Python process that runs a few lines with the house on its path."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "INJECTION_TEST_DISK": switch}
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
