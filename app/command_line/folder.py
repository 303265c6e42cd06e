"""Where the cases lie: the folder that was named on the command line, else the one that is set, else the user's own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TextIO

from app import wording
from app.folder_check import check_folder
from app.read_models.settings_words import problems_words, unfit_at_start_words
from app.settings import folder_of, read_settings


def case_folder(arguments: Namespace) -> Path:
    """Return the absolute folder of all cases; nothing is made on disk."""
    chosen: Path | None = arguments.folder
    return (chosen if chosen is not None else folder_of(read_settings().settings)).absolute()


def missing_folder(arguments: Namespace) -> str:
    """Return that the folder that was named is not there, or an empty sentence: mistyped is not empty."""
    named: Path | None = arguments.folder
    if named is None or named.exists():
        return ""
    return wording.say("command_line", "folder.missing", folder=str(named.absolute()))


def against_folder(arguments: Namespace) -> str:
    """Return why no case may be begun in the folder of all cases, or an empty sentence."""
    unfit = check_folder(case_folder(arguments))
    return "" if unfit is None else unfit_at_start_words(unfit, named=arguments.folder is not None)


def tell_wrong_settings(arguments: Namespace, err: TextIO) -> None:
    """Say what is wrong in the settings file where it has a say: no folder was named instead."""
    if arguments.folder is None:
        err.writelines(sentence + "\n" for sentence in problems_words(read_settings()))
