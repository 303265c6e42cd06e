"""The commands that need no window, by name; each takes what was typed and where to write."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TextIO

from app.command_line import cases, check_protocol, plan_sheet, record, verify, worksheet

COMMANDS: dict[str, Callable[[Namespace, TextIO], int]] = {
    "cases": cases.run,
    "record": record.run,
    "plan-sheet": plan_sheet.run,
    "worksheet": worksheet.run,
    "verify": verify.run,
    "check-protocol": check_protocol.run,
}
"""What runs a command and returns its exit status."""
