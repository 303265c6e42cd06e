"""`plan-sheet` and `worksheet`: a file, or one sentence that says why there is none."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from app.command_line.commands import COMMANDS
from app.command_line.parser import build_parser
from app.journal import Journal
from tests.app.journal.test_damage import tamper
from tests.app.record.paper import pages_of
from tests.app.record.told import ToldCase

MAIN = Path(__file__).parents[3] / "main.py"
BOTH = pytest.mark.parametrize("command", ["plan-sheet", "worksheet"])


def said(*typed: str) -> tuple[int, str]:
    arguments = build_parser().parse_args(typed)
    out = io.StringIO()
    return COMMANDS[arguments.command](arguments, out), out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one case whose plan leaves a pass out."""
    place = tmp_path / "cases"
    ToldCase().approved("LH-5-PIP-uln-dis").store(place).close()
    return place


@BOTH
def test_a_case_has_its_paper(folder: Path, tmp_path: Path, command: str) -> None:
    target = tmp_path / "paper.pdf"
    status, text = said("--data", str(folder), command, "01-0107-1", "-o", str(target))
    assert status == 0
    assert text.endswith(f"{len(pages_of(target))} pages: {target}\n")
    assert "01-0107-1" in text
    assert "Digital ulcer at the ulnar side" in "".join(pages_of(target))


def test_without_a_case_the_worksheet_is_for_anybody(tmp_path: Path) -> None:
    status, text = said("--data", str(tmp_path / "none"), "worksheet", "-o", str(tmp_path))
    assert status == 0
    [target] = tmp_path.glob("*.pdf")
    assert str(target) in text
    assert not (tmp_path / "none").exists()


@BOTH
def test_an_unknown_case_is_said(folder: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    for place in (folder, tmp_path / "empty"):
        status, text = said("--data", str(place), command, "01-0999-1", "-o", str(tmp_path / "paper.pdf"))
        assert (status, text) == (1, "Nothing was written: there is no case 01-0999-1.\n")
    assert not (tmp_path / "paper.pdf").exists()


@BOTH
def test_a_file_that_cannot_be_written_is_said(folder: Path, tmp_path: Path, command: str) -> None:
    target = tmp_path / "nowhere" / "paper.pdf"
    status, text = said("--data", str(folder), command, "01-0107-1", "-o", str(target))
    assert status == 1
    assert text == f"Nothing was written: the file could not be put in place ({target}: no folder).\n"


def test_a_blank_one_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    status, text = said("worksheet", "-o", str(tmp_path / "nowhere" / "paper.pdf"))
    assert status == 1
    assert "no folder" in text


@BOTH
def test_a_damaged_journal_is_said_and_nothing_is_written(folder: Path, tmp_path: Path, command: str) -> None:
    tamper(folder, "UPDATE entries SET body = replace(body, ?, ?)", "Amelia", "Amalie")
    status, text = said("--data", str(folder), command, "01-0107-1", "-o", str(tmp_path / "paper.pdf"))
    assert status == 1
    assert text.startswith("Nothing was written: the journal is not as it was stored (entry ")
    assert len(text.splitlines()) == 1
    assert not (tmp_path / "paper.pdf").exists()


@BOTH
def test_a_window_that_holds_the_journal_is_named(folder: Path, tmp_path: Path, command: str) -> None:
    with Journal.open(folder, reserve_bytes=0):
        other = subprocess.run(
            [
                sys.executable,
                str(MAIN),
                "--data",
                str(folder),
                command,
                "01-0107-1",
                "-o",
                str(tmp_path / "x.pdf"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    assert other.returncode == 3
    assert len(other.stdout.strip().splitlines()) == 1
    assert other.stderr == ""


@BOTH
def test_a_journal_that_is_none_is_said(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("no folder")
    status, text = said("--data", str(tmp_path / "file"), command, "01-0107-1", "-o", str(tmp_path / "x.pdf"))
    assert status in {1, 2}
    assert len(text.splitlines()) == 1


@BOTH
def test_without_a_file_it_is_a_wrong_word(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        build_parser().parse_args([command, "01-0107-1"])
    assert end.value.code == 2
    assert "-o" in capsys.readouterr().err
