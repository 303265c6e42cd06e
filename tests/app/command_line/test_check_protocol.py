"""`main.py check-protocol FILE`: the counts and 0, every problem and 1, one sentence and 2."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import assets
from main import main
from tests.walls.source import HOUSE

SHIPPED = assets.path("protocols", "nct07360808.yaml")
TEXT = SHIPPED.read_text(encoding="utf-8")


def test_the_shipped_protocol_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-protocol", str(SHIPPED)]) == 0
    name, counts, digest = capsys.readouterr().out.splitlines()
    assert name.startswith("NCT07360808, protocol file version 2: Safety and Efficacy of Autologous ")
    assert counts == "20 entry sites, 36 aliquots, 10 syringes, 10 mL"
    assert len(digest.removeprefix("SHA-256 ")) == 64


# Five slips of a careless editor: what is written instead, the column and name of it, and what is said.
@pytest.mark.parametrize(
    "before,after,place,words",
    [
        (
            "RH-1-MCP-rad-dis, volume: 500",
            "RH-1-MCP-rad-dis, volume: 0.5",
            "41 aliquots.0.volume",
            "a volume is a whole number of microlitres | got 0.5",
        ),
        ("  cannula: ", "  canula: ", "11 texts.canula", "Extra inputs are not permitted"),
        (
            "LH-5-PIP-uln-prx, volume",
            "LH-5-PIP-uln-dis, volume",
            "15 aliquots.35.aliquot",
            "The aliquot LH-5-PIP-uln-dis is listed twice",
        ),
        (
            "number: 10, hand: left, digit: little, size: 1000",
            "number: 10, hand: left, digit: little, size: 1100",
            "51 syringes.9.size",
            "Syringe 10 does not empty: its aliquots are 1 mL, its size is 1.1 mL",
        ),
        (
            "  total: 10000 ",
            "  total: 9000 ",
            "10 limits.total",
            "All aliquots together are 10 mL, not 9 mL",
        ),
    ],
)
def test_a_broken_copy_is_told_where(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, before: str, after: str, place: str, words: str
) -> None:
    assert TEXT.count(before) == 1
    copy = tmp_path / "copy.yaml"
    copy.write_text(TEXT.replace(before, after), encoding="utf-8")
    assert main(["check-protocol", str(copy)]) == 1
    line = TEXT[: TEXT.index(before)].count("\n") + 1
    assert f"{copy}:{line}:{place} - {words}" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("name,why", [("none.yaml", "No such file or directory"), (".", "Is a directory")])
def test_a_file_that_cannot_be_read_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, why: str
) -> None:
    path = tmp_path / name
    assert main(["check-protocol", str(path)]) == 2
    assert capsys.readouterr().out == f"The file {path} cannot be read: {why}.\n"


def test_no_window_is_loaded_for_a_command_without_one() -> None:
    """The answer of the real program, in a process of its own: neither Qt nor the record is imported."""
    script = (
        "import sys, main\n"
        "status = main.main(sys.argv[1:])\n"
        "heavy = {'PySide6', 'ui', 'reportlab', 'numpy'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else status)\n"
    )
    command = [sys.executable, "-c", script, "check-protocol", str(SHIPPED)]
    answer = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")
