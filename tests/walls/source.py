"""The source of the house as the walls read it: files, syntax trees, and where a finding stands."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
FLOORS = ("injection_plan", "app", "ui")
# Made on this machine and never kept: see .gitignore.
_NOT_OURS = {".git", ".venv", "out", "build", "dist", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path from the top of the house, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module


def module(path: str, text: str) -> Module:
    """Return the module that this text would be; raises `SyntaxError` when it is not Python."""
    return Module(path, text, ast.parse(text, path))


@cache
def modules(*tops: str) -> tuple[Module, ...]:
    """Return the Python files under these top-level names, sorted by path."""
    found = [path for top in tops for path in _python_files(HOUSE / top)]
    named = sorted((path.relative_to(HOUSE).as_posix(), path) for path in found)
    return tuple(module(name, path.read_text(encoding="utf-8")) for name, path in named)


def product() -> tuple[Module, ...]:
    """Return the Python files that run at a hospital: the three floors and the roof."""
    return modules(*FLOORS, "main.py")


def files() -> Iterator[Path]:
    """Yield every file of the house that is kept, whatever its kind."""
    for top in sorted(HOUSE.iterdir()):
        if top.name in _NOT_OURS or top.name.endswith("_cache") or top.name == ".hypothesis":
            continue
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and not _NOT_OURS.intersection(path.parts):
                yield path


def place(where: Module, node: ast.expr | ast.stmt) -> str:
    """Return `path:line` of a node."""
    return f"{where.path}:{node.lineno}"


def _python_files(top: Path) -> list[Path]:
    if top.is_file():
        return [top]
    return [path for path in top.rglob("*.py") if "__pycache__" not in path.parts]
