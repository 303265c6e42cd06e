"""The import contracts of pyproject.toml hold, and each of them would notice being broken."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.walls.source import FLOORS, HOUSE, Module, module, place, product

# The seams: what may be imported inside a function, because it must not delay the first screen, or because a
# command without a window must not load Qt at all.
SEAMS = (
    "pyqtgraph",
    "numpy",
    "ui.plots",
    "reportlab",
    "app.record",
    "app.protocol_file",
    "ui.windows.paper_errands",
    "ui.windows.settings_errand",
    "ui.windows.refused_start",
    "ui.windows.casework",
    "ui.windows.case_screens",
    "ui.guidance.nurse_screen",
    "ui.review.screen",
)
ROOF_SEAMS = ("ui", "app")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_is_kept() -> None:
    answer = lint_imports(HOUSE)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """Return a house of empty rooms under the real contracts."""
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    rooms = {
        "injection_plan": "volume people facts plan protocol events commands ledger procedure rules decide",
        "app": "journal wording session drawing read_models record command_line",
        "ui": "plots hand theme guidance review windows application",
    }
    for floor, names in rooms.items():
        (tmp_path / floor).mkdir()
        for name in ["__init__", *names.split()]:
            (tmp_path / floor / f"{name}.py").touch()
    return tmp_path


def test_empty_rooms_keep_every_contract(skeleton: Path) -> None:
    answer = lint_imports(skeleton)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    "room,imported,contract",
    [
        ("injection_plan/plan.py", "app.journal", "three floors"),
        ("app/session.py", "ui.theme", "three floors"),
        ("injection_plan/rules.py", "time", "the plan is pure"),
        ("injection_plan/rules.py", "apsw", "the plan is pure"),
        ("injection_plan/volume.py", "numpy", "the plan is pure"),
        ("app/drawing.py", "PySide6.QtGui", "Qt stays on the top floor"),
        ("app/session.py", "apsw", "SQLite lives in the journal"),
        ("ui/windows.py", "sqlite3", "SQLite lives in the journal"),
        ("app/read_models.py", "reportlab", "reportlab lives in the record"),
        ("ui/review.py", "reportlab", "reportlab lives in the record"),
        ("ui/guidance.py", "pyqtgraph", "plots live in one module"),
        ("app/drawing.py", "numpy", "plots live in one module"),
        ("ui/guidance.py", "pydantic", "the screen checks no stored facts"),
        ("injection_plan/events.py", "injection_plan.decide", "the plan, floor by floor"),
        ("injection_plan/ledger.py", "injection_plan.procedure", "the plan, floor by floor"),
        ("app/journal.py", "app.session", "the application, floor by floor"),
        ("app/drawing.py", "app.record", "the application, floor by floor"),
        ("ui/guidance.py", "ui.review", "the screen, floor by floor"),
        ("ui/hand.py", "ui.windows", "the screen, floor by floor"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(
    skeleton: Path, room: str, imported: str, contract: str
) -> None:
    (skeleton / room).write_text(f"import {imported}\n")
    answer = lint_imports(skeleton)
    assert answer.returncode == 1
    assert f"{contract} BROKEN" in answer.stdout


def test_two_siblings_that_need_each_other_are_a_circle(skeleton: Path) -> None:
    (skeleton / "ui/hand.py").write_text("import ui.theme\n")
    (skeleton / "ui/theme.py").write_text("import ui.hand\n")
    assert "no circles BROKEN" in lint_imports(skeleton).stdout


@pytest.mark.parametrize("floor", FLOORS)
def test_a_room_without_a_place_is_refused(skeleton: Path, floor: str) -> None:
    (skeleton / floor / "attic.py").touch()
    answer = lint_imports(skeleton)
    assert answer.returncode == 1
    assert f"{floor}.attic" in answer.stdout


def imports_inside(found: Module) -> Iterator[str]:
    seams = SEAMS + (ROOF_SEAMS if found.path == "main.py" else ())
    for function in ast.walk(found.tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            for name in imported_by(node):
                if not any(name == seam or name.startswith(seam + ".") for seam in seams):
                    yield f"{found.path}:{function.lineno} {function.name} imports {name}"


def imported_by(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        # `from app import record` names the room only in its second half.
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def test_nothing_is_imported_inside_a_function_but_at_the_seams() -> None:
    assert [finding for found in product() for finding in imports_inside(found)] == []


def test_an_import_inside_a_function_is_seen() -> None:
    here = module("ui/step.py", "def show():\n    from app import session\n    import ui.plots\n")
    assert list(imports_inside(here)) == ["ui/step.py:1 show imports app.session"]


def type_checking_dodges(found: Module) -> list[str]:
    named = [node for node in ast.walk(found.tree) if isinstance(node, ast.Name | ast.Attribute)]
    return [
        place(found, node)
        for node in named
        if (node.id if isinstance(node, ast.Name) else node.attr) == "TYPE_CHECKING"
    ]


def test_no_circle_is_dodged_under_type_checking() -> None:
    assert [finding for found in product() for finding in type_checking_dodges(found)] == []


def test_a_dodge_is_seen() -> None:
    assert type_checking_dodges(module("ui/a.py", "\nif TYPE_CHECKING:\n    import app\n")) == ["ui/a.py:2"]
