"""What the settings mean to people: a wrong file, an unfit folder, who holds the key, what came of saving."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app import wording
from app.atomic_file import NotWritten
from app.folder_check import UnfitFolder
from app.settings import Problem, ReadSettings, Saved, ThemeChoice, TypeSize, Wrong
from injection_plan.terms import Role

DOMAIN = "settings"
_CHOICES: Final = {
    Wrong.NOT_A_ROLE: [f'"{one.value}"' for one in Role],
    Wrong.NOT_A_THEME: [f'"{one.value}"' for one in ThemeChoice],
    Wrong.NOT_A_SIZE: [str(one.value) for one in TypeSize],
}


def problem_words(problem: Problem) -> str:
    """Return one thing wrong in a settings file as a sentence: the file, the key, what is wrong."""
    file, key = str(problem.path), problem.key
    found = " ".join(problem.found.split())
    wrong = f"problem.{problem.wrong.value.replace(' ', '_')}"
    match problem.wrong:
        case Wrong.UNREADABLE | Wrong.NOT_TOML:
            return wording.say(DOMAIN, wrong, file=file, found=found)
        case Wrong.UNKNOWN_KEY | Wrong.NOT_ONE_LINE | Wrong.TOO_LONG:
            return wording.say(DOMAIN, wrong, file=file, key=key)
        case Wrong.NOT_TEXT | Wrong.NOT_A_FULL_PATH:
            return wording.say(DOMAIN, wrong, file=file, key=key, found=found)
        case Wrong.NOT_A_ROLE | Wrong.NOT_A_THEME | Wrong.NOT_A_SIZE:
            choices = ", ".join(_CHOICES[problem.wrong])
            return wording.say(DOMAIN, wrong, file=file, key=key, found=found, choices=choices)


def problems_words(read: ReadSettings) -> tuple[str, ...]:
    """Return a sentence for everything wrong in a settings file."""
    return tuple(problem_words(one) for one in read.problems)


def unfit_words(unfit: UnfitFolder) -> str:
    """Return why cases may not lie in a folder, and what to do."""
    why = f"unfit.{unfit.why.value.replace(' ', '_')}"
    return wording.say(DOMAIN, why, folder=str(unfit.folder), about=unfit.about)


def unfit_at_start_words(unfit: UnfitFolder, *, named: bool) -> str:
    """Return why the program does not begin with a folder, `named` on the command line or not."""
    key = "unfit.named_at_start" if named else "unfit.at_start"
    return wording.say(DOMAIN, key, sentence=unfit_words(unfit))


def given_key_words(role: Role) -> str:
    """Return who holds the key that says Given: `Space is held by: Nurse`."""
    return wording.say(DOMAIN, "given_key.held_by", role=wording.role(role))


def saved_words(saved: Saved, folder_before: Path | None, in_use: Path) -> str:
    """Return what came of saving: a folder that counts from the next start on, and where the earlier file is."""
    words = wording.say(DOMAIN, "told.saved")
    if saved.read.settings.data_folder != folder_before:
        words = wording.say(DOMAIN, "told.next_start", folder=str(in_use))
    if saved.kept is not None:
        words = wording.say(DOMAIN, "told.kept", saved=words, file=str(saved.kept))
    return words


def unsaved_words(fault: NotWritten) -> str:
    """Return why the settings were not saved."""
    return wording.say(DOMAIN, f"unsaved.{fault.reason.value.replace(' ', '_')}", file=str(fault.path))
