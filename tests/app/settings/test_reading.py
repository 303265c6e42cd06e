"""The settings file as a person may leave it: what is wrong is told, what is right is taken, and nothing is lost."""

from pathlib import Path

import pytest

from app.settings import (
    Settings,
    ThemeChoice,
    TypeSize,
    Wrong,
    machine_name,
    read_settings,
    settings_path,
)
from injection_plan.terms import Role


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_everything_is_as_the_house_has_it(path: Path) -> None:
    read = read_settings(path)
    assert read.settings == Settings()
    assert read.settings.workstation == machine_name() != ""
    assert read.settings.given_key_held_by is Role.VERIFIER
    assert (read.problems, read.content) == ((), None)
    assert not path.exists()


def test_the_users_own_file_is_named_after_the_program() -> None:
    assert settings_path().parts[-2:] == ("injection-guidance", "settings.toml")


def test_every_key_is_read(path: Path, tmp_path: Path) -> None:
    path.write_text(
        'centre = " Zürich "\nworkstation = "theatre 1"\ngiven_key_held_by = "performer"\n'
        f"data_folder = '{tmp_path}'\ntheme = \"dark\"\ntype_size = 130\n",
        encoding="utf-8",
    )
    read = read_settings(path)
    assert read.problems == ()
    assert read.settings == Settings(
        "Zürich", "theatre 1", Role.PERFORMER, tmp_path, ThemeChoice.DARK, TypeSize.LARGEST
    )


@pytest.mark.parametrize(
    "line,key,wrong,found",
    [
        ("centre = 7", "centre", Wrong.NOT_TEXT, "7"),
        ('centre = "a\\nb"', "centre", Wrong.NOT_ONE_LINE, "a\nb"),
        (f'centre = "{"x" * 121}"', "centre", Wrong.TOO_LONG, "x" * 60),
        ("workstation = []", "workstation", Wrong.NOT_TEXT, "[]"),
        (f'workstation = "{"x" * 81}"', "workstation", Wrong.TOO_LONG, "x" * 60),
        ('given_key_held_by = "nurse"', "given_key_held_by", Wrong.NOT_A_ROLE, "nurse"),
        ('data_folder = "cases"', "data_folder", Wrong.NOT_A_FULL_PATH, "cases"),
        ("data_folder = 1", "data_folder", Wrong.NOT_A_FULL_PATH, "1"),
        ('data_folder = "~nobody-of-that-name/x"', "data_folder", Wrong.NOT_A_FULL_PATH, "~nobody-of-that-name/x"),
        ('data_folder = "/a\\u0000b"', "data_folder", Wrong.NOT_A_FULL_PATH, "/a\0b"),
        ('theme = "pink"', "theme", Wrong.NOT_A_THEME, "pink"),
        ("type_size = 100.0", "type_size", Wrong.NOT_A_SIZE, "100.0"),
        ("type_size = 120", "type_size", Wrong.NOT_A_SIZE, "120"),
        ("colour = 1", "colour", Wrong.UNKNOWN_KEY, "1"),
    ],
)  # fmt: skip
def test_a_wrong_key_keeps_its_default_and_the_others_are_taken(
    path: Path, line: str, key: str, wrong: Wrong, found: str
) -> None:
    good = {"centre": 'theme = "light"'}.get(key, 'centre = "01"')
    path.write_text(f"{line}\n{good}\n", encoding="utf-8")
    before = path.read_bytes()
    read = read_settings(path)
    assert [(one.path, one.key, one.wrong, one.found) for one in read.problems] == [(path, key, wrong, found)]
    expected = Settings(theme=ThemeChoice.LIGHT) if key == "centre" else Settings(centre="01")
    assert read.settings == expected
    assert path.read_bytes() == before


def test_an_empty_workstation_is_the_machine_itself(path: Path) -> None:
    path.write_text('workstation = " "\n', encoding="utf-8")
    assert read_settings(path).settings == Settings()


@pytest.mark.parametrize(
    "content", [b"centre = ", b"\xff\xfe", b"a = 1\na = 2", b"a = " + b"[" * 10_000, b"\0"]
)
def test_what_is_no_toml_leaves_every_default(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    read = read_settings(path)
    assert read.settings == Settings()
    assert [(one.key, one.wrong) for one in read.problems] == [("", Wrong.NOT_TOML)]
    assert read.content == content


def test_a_folder_in_the_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir()
    (problem,) = read_settings(path).problems
    assert (problem.key, problem.wrong) == ("", Wrong.UNREADABLE)
    assert problem.found
