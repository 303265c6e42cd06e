"""A practice case plays itself from the empty set-up to the signed record: the whole of it is stored, and printed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from injection_plan.procedure import Procedure
from injection_plan.terms import Role
from tests.walls.source import HOUSE
from ui.application import open_desk
from ui.windows.sessions import resume

LEFT_OUT = ["RH-4-PIP-rad-dis", "RH-4-PIP-uln-dis", "LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx"]
LATEST_S = 150


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let the program play once, off screen, as `make run` does without a display."""
    made = tmp_path_factory.mktemp("play")
    command = [
        sys.executable, "main.py", "--data", str(made / "data"),
        "practice", "--play", "--full", "--record", str(made / "record.pdf"),
    ]  # fmt: skip
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    played = subprocess.run(
        command, cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=LATEST_S, check=False
    )
    assert (played.returncode, played.stderr) == (0, ""), played.stdout
    assert "Plan: 32 aliquots, 9 mL, approved by Practice surgeon." in played.stdout
    return made


@pytest.fixture(scope="module")
def stored(folder: Path) -> Procedure:
    """Read the case from the journal again."""
    desk = open_desk(folder / "data")
    (line,) = desk.lines()
    procedure = resume(desk, line).procedure
    desk.close()
    assert procedure is not None
    return procedure


def test_the_plan_that_was_played_is_the_one_that_is_stored(stored: Procedure) -> None:
    assert stored.plan is not None
    assert len(stored.plan.order) == 32
    assert stored.plan.order[-2:] == ("LH-5-PIP-rad-dis", "LH-5-PIP-rad-prx")
    assert stored.plan.order[14:16] == ("RH-4-PIP-rad-prx", "RH-4-PIP-uln-prx")
    reasons = {one.aliquot: one.reason for one in stored.plan.not_planned}
    assert list(reasons) == LEFT_OUT
    assert all(reasons.values())
    approved = stored.prepared.approved_by
    assert approved is not None
    assert approved.acted_by.name == "Practice surgeon"


def test_it_went_through_both_time_outs_and_was_signed_by_both(stored: Procedure) -> None:
    assert stored.is_signed
    assert len(stored.time_outs) == 2
    assert {stamp.role for _, stamp in stored.signatures} == {Role.PERFORMER, Role.VERIFIER}


def test_the_record_names_both_findings_and_the_judgement(folder: Path) -> None:
    (record,) = folder.glob("PRACTICE*.pdf")
    pages = (page.extract_text() for page in PdfReader(record).pages)
    text = " ".join(" ".join(pages).split())
    for words in (
        "Patient's RIGHT · ring: missing part, the finger ends at the DIP joint.",
        "Patient's LEFT · little · ulnar side: ulcer.",
        "judged safe to include",
        "Practice investigator",
    ):
        assert words in text
