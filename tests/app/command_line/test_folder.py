"""Which folder the commands and the windows use, and what is said where no case may lie in it."""

from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from app.command_line.folder import case_folder
from app.command_line.parser import build_parser
from app.settings import Settings, read_settings, save_settings, settings_path
from main import main


@pytest.fixture
def settings() -> Iterator[Path]:
    """Yield where this user's settings lie; there is nothing before and after."""
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


def folder(*typed: str) -> Path:
    return case_folder(build_parser().parse_args(typed))


def test_what_is_named_comes_before_what_is_set_and_that_before_the_users_own(
    settings: Path, tmp_path: Path
) -> None:
    own = platformdirs.user_data_path("injection-guidance", appauthor=False)
    assert folder() == own
    save_settings(Settings(data_folder=tmp_path / "set"), read_settings())
    assert folder() == tmp_path / "set"
    assert folder("--data", str(tmp_path / "named")) == tmp_path / "named"


def test_a_wrong_settings_file_is_said_once_beside_the_answer(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text('data_folder = "cases"\n')
    assert main(["cases", "--json"]) == 0
    said = capsys.readouterr()
    assert said.out == "[]\n"
    assert said.err == (
        f"{settings}, data_folder: the whole path of a folder is expected, not cases. Your own folder is used.\n"
    )
    assert main(["--data", str(tmp_path), "cases"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("typed", [["practice", "--play"]])
def test_nothing_is_played_into_a_folder_that_may_hold_no_cases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    cloud = tmp_path / "Dropbox"
    assert main(["--data", str(cloud), *typed]) == 2
    assert capsys.readouterr().err == (
        f"No case was opened. {cloud} is copied to a cloud (Dropbox), which can damage what is stored and takes "
        "cases out of the house. Choose a folder outside of it. It was named with --data.\n"
    )
    assert not cloud.exists()
