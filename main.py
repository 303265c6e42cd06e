"""The door: reads what was typed and hands over, to a command without a window or to the windows."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from io import TextIOWrapper

# The first screen is to be there at once. Nothing that is loaded on the way to it is garbage, so nobody looks for any
# until the windows run; and no foreign plug-in has a say in how stored facts are checked.
gc.disable()
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

from app.command_line.display import has_display
from app.command_line.folder import against_folder, case_folder, tell_wrong_settings
from app.command_line.parser import build_parser
from app.wording import say

NO_DISPLAY = 2
UNFIT_FOLDER = 2


def main(typed: Sequence[str]) -> int:
    """Do what was typed and return the exit status; a wrong word ends the program with status 2."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal that lacks a character of a name must not end a command.
        sys.stdout.reconfigure(errors="backslashreplace")
    arguments = build_parser().parse_args(typed)
    if opens_windows(arguments):
        return open_windows(arguments)
    if arguments.command == "practice":
        return play_practice(arguments)
    tell_wrong_settings(arguments, sys.stderr)
    # Only here, because the windows must not wait for what commands need.
    from app.command_line.commands import COMMANDS

    return COMMANDS[arguments.command](arguments, sys.stdout)


def opens_windows(arguments: Namespace) -> bool:
    """Say whether a person is to drive: no command at all, or a practice case that does not play itself."""
    return arguments.command is None or (arguments.command == "practice" and not arguments.play)


def open_windows(arguments: Namespace) -> int:
    """Run the windows until the last is closed; a practice case is ready at its first aliquot unless `full`."""
    if not has_display():
        sys.stderr.write(say("command_line", "window.no_display") + "\n")
        return NO_DISPLAY
    # Only here, because a command without a window must not load Qt.
    from ui.application import Beginning, StartRequest, start

    beginning = Beginning.CASES
    if arguments.command == "practice":
        beginning = Beginning.FULL_PRACTICE if arguments.full else Beginning.PRACTICE
    return start(case_folder(arguments), StartRequest(beginning))


def play_practice(arguments: Namespace) -> int:
    """Let a practice case play itself through the real windows, off screen where there is no display."""
    if against := against_folder(arguments):
        sys.stderr.write(against + "\n")
        return UNFIT_FOLDER
    # Only here, for the same reason.
    from ui.rehearsal import Programme, perform

    programme = Programme(case_folder(arguments), arguments.record, arguments.screens, arguments.full)
    return perform(programme, sys.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
