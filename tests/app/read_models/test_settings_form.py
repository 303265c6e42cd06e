"""The form of the settings, and every sentence that a file, a folder or a disk can call for."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.atomic_file import NotWritten, WhyNotWritten
from app.folder_check import Unfit, UnfitFolder
from app.read_models.settings_form import (
    SettingsText,
    check_settings,
    role_choices,
    size_choices,
    size_told,
    text_of,
    theme_choices,
)
from app.read_models.settings_words import (
    problem_words,
    saved_words,
    unfit_at_start_words,
    unfit_words,
    unsaved_words,
)
from app.settings import (
    Problem,
    ReadSettings,
    Saved,
    Settings,
    ThemeChoice,
    TypeSize,
    Wrong,
    machine_name,
)
from injection_plan.terms import Role

FOLDER = Path("/srv/cases")
TYPED = SettingsText(" 01 ", " theatre 2 ", Role.PERFORMER, f" {FOLDER} ", ThemeChoice.DARK, TypeSize.LARGE)


def fine(_folder: Path) -> None:
    """Find nothing wrong with a folder."""


def test_what_is_typed_becomes_settings_and_back() -> None:
    checked = check_settings(TYPED, fine)
    settings = Settings("01", "theatre 2", Role.PERFORMER, FOLDER, ThemeChoice.DARK, TypeSize.LARGE)
    assert (checked.settings, checked.problems) == (settings, {})
    assert check_settings(text_of(settings), fine).settings == settings


def test_empty_fields_are_the_machines_own() -> None:
    checked = check_settings(SettingsText(), fine)
    assert checked.settings == Settings()
    assert text_of(Settings()) == SettingsText()
    assert text_of(Settings()).workstation == "" != machine_name()


@pytest.mark.parametrize(
    "name,typed,sentence",
    [
        ("centre", "x" * 121, "Too long: at most 120 characters."),
        ("workstation", "x" * 81, "Too long: at most 80 characters."),
        ("workstation", "a\tb", "One line of text, please, without breaks or tabs."),
        ("data_folder", "cases", "Write the whole path of the folder, from the root of the disk."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(name: str, typed: str, sentence: str) -> None:
    text = {
        "centre": replace(TYPED, centre=typed),
        "workstation": replace(TYPED, workstation=typed),
        "data_folder": replace(TYPED, data_folder=typed),
    }
    checked = check_settings(text[name], fine)
    assert (checked.settings, checked.problems) == (None, {name: sentence})


def test_an_unfit_folder_is_refused_with_the_reason() -> None:
    checked = check_settings(TYPED, lambda folder: UnfitFolder(folder, Unfit.NETWORK, "nfs4"))
    assert checked.settings is None
    assert checked.problems["data_folder"].startswith("/srv/cases lies on a network (nfs4), where")


@pytest.mark.parametrize("why", Unfit)
def test_every_reason_has_its_sentence(why: Unfit) -> None:
    unfit = UnfitFolder(FOLDER, why, "/srv")
    sentence = unfit_words(unfit)
    assert "/srv" in sentence
    assert "Choose a folder" in sentence
    assert (
        unfit_at_start_words(unfit, named=True) == f"No case was opened. {sentence} It was named with --data."
    )
    assert unfit_at_start_words(unfit, named=False) == f"No case was opened. {sentence}"


@pytest.mark.parametrize("wrong", Wrong)
def test_every_fault_of_the_file_names_it_and_the_key(wrong: Wrong) -> None:
    key = "" if wrong in {Wrong.UNREADABLE, Wrong.NOT_TOML} else "a_key"
    sentence = problem_words(Problem(Path("/c/settings.toml"), key, wrong, "so\n and so"))
    assert sentence.startswith("/c/settings.toml")
    assert key in sentence
    assert "\n" not in sentence


def test_what_may_stand_there_is_listed() -> None:
    wrong = Problem(Path("/c/settings.toml"), "type_size", Wrong.NOT_A_SIZE, "120")
    assert problem_words(wrong) == (
        "/c/settings.toml, type_size: one of 100, 115, 130 is expected, not 120. It is at its default."
    )


@pytest.mark.parametrize("why", WhyNotWritten)
def test_a_disk_that_refuses_is_said(why: WhyNotWritten) -> None:
    assert unsaved_words(NotWritten(FOLDER, why)).startswith("Not saved: ")


def test_saving_says_what_it_means() -> None:
    read = ReadSettings(Path("/c/settings.toml"), Settings(data_folder=FOLDER))
    assert saved_words(Saved(read, None), FOLDER, FOLDER) == "Saved."
    later = saved_words(Saved(read, Path("/c/settings-kept-1.toml")), None, Path("/own"))
    assert later == (
        "Saved. The data folder is used from the next start on; until then cases lie in /own. "
        "The file as it was before is kept as /c/settings-kept-1.toml."
    )


def test_a_small_screen_says_what_it_has_no_room_for() -> None:
    assert "room" not in size_told(TypeSize.LARGEST)
    assert size_told(TypeSize.LARGE).endswith(
        "This screen has room for no larger letters than: Large, 115 %."
    )


def test_every_choice_has_its_words() -> None:
    assert [one for one, _ in theme_choices()] == list(ThemeChoice)
    assert [one for one, _ in size_choices()] == list(TypeSize)
    assert role_choices() == ((Role.VERIFIER, "Nurse"), (Role.PERFORMER, "Surgeon"))
