"""What may be typed after `main.py`: each command has a function here that adds its arguments.

What a command does stands in its own module. None of those is imported here, because the windows too start
through this parser and must not wait for what only a command needs.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from app import VERSION
from app.wording import say

DOMAIN = "command_line"
PROGRAM = "main.py"


def build_parser() -> ArgumentParser:
    """Return the parser; what it returns has `folder` (a path or nothing) and `command` (a name or nothing)."""
    parser = ArgumentParser(prog=PROGRAM, description=say(DOMAIN, "help.program"), allow_abbrev=False)
    version = say(DOMAIN, "version", version=VERSION)
    parser.add_argument("--version", action="version", version=version, help=say(DOMAIN, "help.version"))
    parser.add_argument("--data", dest="folder", type=Path, metavar="DIR", help=say(DOMAIN, "help.data"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=say(DOMAIN, "help.commands"))
    for name, add_arguments in COMMANDS.items():
        words = say(DOMAIN, f"help.{name}")
        add_arguments(commands.add_parser(name, help=words, description=words, allow_abbrev=False))
    return parser


def _check_protocol(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=say(DOMAIN, "help.check-protocol.file"))


COMMANDS: dict[str, Callable[[ArgumentParser], None]] = {
    "check-protocol": _check_protocol,
}
"""Every command by its name, in the order in which the help lists them, and what adds its arguments."""
