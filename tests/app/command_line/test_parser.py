"""What may be typed after `main.py`: the folder before any command, the version, the help, and nothing else."""

import tomllib
from pathlib import Path

import platformdirs
import pytest

from app.command_line import commands, parser
from app.command_line.folder import case_folder
from app.command_line.parser import build_parser
from app.version import VERSION
from main import main
from tests.walls.source import HOUSE


def test_the_version_is_the_declared_one(capsys: pytest.CaptureFixture[str]) -> None:
    declared = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"{declared['name']} {VERSION}\n"
    # The package takes its version from the same line.
    assert "version" in declared["dynamic"]


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert "--data DIR" in said
    assert [name for name in parser.COMMANDS if name not in said] == []


def test_every_command_that_runs_without_a_window_can_be_typed() -> None:
    assert set(commands.COMMANDS) <= set(parser.COMMANDS)


@pytest.mark.parametrize("typed", [["inject"], ["check-protocol"], ["--date", "x"], ["--dat", "x"]])
def test_a_wrong_word_ends_with_status_2(capsys: pytest.CaptureFixture[str], typed: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(typed)
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith("usage: main.py ")


def test_the_folder_is_named_before_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = build_parser().parse_args(["--data", "cases", "check-protocol", "x.yaml"])
    assert case_folder(arguments) == tmp_path / "cases"
    assert not (tmp_path / "cases").exists()


def test_without_a_folder_it_is_the_users_own() -> None:
    arguments = build_parser().parse_args([])
    assert arguments.command is None
    assert case_folder(arguments) == Path(platformdirs.user_data_dir("injection-guidance", appauthor=False))
