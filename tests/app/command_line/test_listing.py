"""`cases` and `verify`: what lies in a data folder, told to a program, to a person, and to a doubter."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.command_line.commands import COMMANDS
from app.command_line.parser import build_parser
from app.journal import Journal
from app.practice_folder import practice_folder
from tests.bench.cases import give_all, practice_session

MAIN = Path(__file__).parents[3] / "main.py"


def said(*typed: str) -> tuple[int, str]:
    arguments = build_parser().parse_args(typed)
    out = io.StringIO()
    return COMMANDS[arguments.command](arguments, out), out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one practice case, every aliquot given and verified."""
    journal, session = practice_session(practice_folder(tmp_path))
    for _ in give_all(session):
        pass
    journal.close()
    return tmp_path


def test_an_empty_folder_has_no_cases_and_stays_empty(tmp_path: Path) -> None:
    assert said("--data", str(tmp_path), "cases", "--json") == (0, "[]\n")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_taken_for_one_without_cases(tmp_path: Path) -> None:
    missing = tmp_path / "mistyped"
    for typed in (("cases",), ("record", "01-0107-1", "-o", str(tmp_path / "record.pdf"))):
        assert said("--data", str(missing), *typed) == (2, f"There is no folder {missing}.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_program_reads_the_cases_as_json(folder: Path) -> None:
    status, text = said("--data", str(folder), "cases", "--json")
    [case] = json.loads(text)
    last = case.pop("last_entry_utc")
    assert status == 0
    assert last.endswith("+00:00")
    assert case == {
        "case": "PRACTICE-1",
        "participant": "00-0000",
        "practice": True,
        "state": "settled",
        "planned": 36,
        "given": 36,
        "verified": 36,
        "omitted": 0,
        "given_ul": 10000,
    }


def test_a_person_reads_the_same_in_a_line(folder: Path) -> None:
    status, text = said("--data", str(folder), "cases")
    assert status == 0
    assert "PRACTICE-1: participant 00-0000, settled, 36 of 36 given (10 mL), 36 verified" in text


def test_a_window_that_holds_the_journal_is_named(folder: Path) -> None:
    with Journal.open(practice_folder(folder)):
        for typed in (("cases",), ("verify", str(folder))):
            other = subprocess.run(
                [sys.executable, str(MAIN), "--data", str(folder), *typed],
                capture_output=True,
                text=True,
                check=False,
            )
            assert other.returncode == 3
            assert len(other.stdout.strip().splitlines()) == 1
            assert other.stderr == ""


def test_what_holds_is_said_to_hold(folder: Path) -> None:
    status, text = said("verify", str(folder))
    assert status == 0
    assert "chain, replay and sums hold. Cases: 1. Entries: 85." in text


def test_a_journal_file_stands_for_its_folder(folder: Path) -> None:
    status, text = said("verify", str(practice_folder(folder) / "journal.sqlite"))
    assert status == 0
    assert "Entries: 85." in text


def test_nothing_there_is_not_the_same_as_nothing_wrong(tmp_path: Path) -> None:
    status, text = said("verify", str(tmp_path / "absent"))
    assert status == 2
    assert "no journal" in text


def test_a_changed_volume_is_found_and_its_entry_named(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(practice_folder(folder), copy)
    with sqlite3.connect(copy / "journal.sqlite") as store:
        store.execute("DROP TRIGGER entries_stand")
        changed = store.execute(
            "UPDATE entries SET body = replace(body, '\"volume\":500', '\"volume\":400')"
            " WHERE version = 14 AND body LIKE '%\"volume\":500%'"
        ).rowcount
        store.execute(
            "CREATE TRIGGER entries_stand BEFORE UPDATE ON entries\n"
            "BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END"
        )
    store.close()
    assert changed == 1
    status, text = said("verify", str(copy))
    assert status == 1
    assert "PRACTICE-1, entry 14:" in text
