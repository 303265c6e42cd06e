"""What may be typed after `main.py`: each command has a function here that adds its arguments.

What a command does stands in its own module. None of those is imported here, because the windows too start
through this parser and must not wait for what only a command needs.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from app.version import SOFTWARE
from app.wording import say

DOMAIN = "command_line"
PROGRAM = "main.py"


def build_parser() -> ArgumentParser:
    """Return the parser; what it returns has `folder` (a path or nothing) and `command` (a name or nothing)."""
    parser = ArgumentParser(prog=PROGRAM, description=say(DOMAIN, "help.program"), allow_abbrev=False)
    parser.add_argument("--version", action="version", version=SOFTWARE, help=say(DOMAIN, "help.version"))
    parser.add_argument("--data", dest="folder", type=Path, metavar="DIR", help=say(DOMAIN, "help.data"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=say(DOMAIN, "help.commands"))
    for name, add_arguments in COMMANDS.items():
        words = say(DOMAIN, f"help.{name}")
        add_arguments(commands.add_parser(name, help=words, description=words, allow_abbrev=False))
    return parser


def _check_protocol(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=say(DOMAIN, "help.check-protocol.file"))


def _cases(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=say(DOMAIN, "help.cases.json"))


def _practice(parser: ArgumentParser) -> None:
    parser.add_argument("--full", action="store_true", help=say(DOMAIN, "help.practice.full"))
    parser.add_argument("--play", action="store_true", help=say(DOMAIN, "help.practice.play"))
    parser.add_argument("--record", type=Path, metavar="FILE.pdf", help=say(DOMAIN, "help.practice.record"))
    parser.add_argument("--screens", type=Path, metavar="DIR", help=say(DOMAIN, "help.practice.screens"))


def _record(parser: ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help=say(DOMAIN, "help.record.case"))
    output = say(DOMAIN, "help.record.output")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf", help=output)


def _plan_sheet(parser: ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help=say(DOMAIN, "help.plan-sheet.case"))
    output = say(DOMAIN, "help.plan-sheet.output")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf", help=output)


def _worksheet(parser: ArgumentParser) -> None:
    parser.add_argument("case", nargs="?", metavar="CASE", help=say(DOMAIN, "help.worksheet.case"))
    output = say(DOMAIN, "help.worksheet.output")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf", help=output)


def _verify(parser: ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help=say(DOMAIN, "help.verify.path"))


COMMANDS: dict[str, Callable[[ArgumentParser], None]] = {
    "practice": _practice,
    "cases": _cases,
    "record": _record,
    "plan-sheet": _plan_sheet,
    "worksheet": _worksheet,
    "verify": _verify,
    "check-protocol": _check_protocol,
}
"""Every command by its name, in the order in which the help lists them, and what adds its arguments."""
