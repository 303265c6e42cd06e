"""Reports what has grown beyond one thought: `python -m tests.walls.sizes`. It reports; people judge."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.walls.source import Module, modules

LONGEST_MODULE = 250
LONGEST_CLASS = 150
LONGEST_FUNCTION = 40


@dataclass(frozen=True, slots=True)
class Oversize:
    """A module, class or function with more lines than the house likes."""

    lines: int
    limit: int
    what: str

    def __str__(self) -> str:
        """Return one line of the report."""
        return f"{self.lines:5} lines (at most {self.limit})  {self.what}"


def oversizes(found: Sequence[Module]) -> list[Oversize]:
    """Return everything beyond its limit in these modules, the worst first."""
    return sorted(
        (one for source in found for one in _oversizes_of(source)), key=lambda one: one.limit - one.lines
    )


def _oversizes_of(source: Module) -> Iterator[Oversize]:
    lines = len(source.text.splitlines())
    if lines > LONGEST_MODULE:
        yield Oversize(lines, LONGEST_MODULE, source.path)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            limit = LONGEST_CLASS
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = LONGEST_FUNCTION
        else:
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > limit:
            yield Oversize(lines, limit, f"{source.path}:{node.lineno} {node.name}")


def main() -> None:
    """Print the report over the whole house."""
    found = oversizes(modules("injection_plan", "app", "ui", "main.py", "tests", "docs"))
    for one in found:
        print(one)
    limits = f"{LONGEST_MODULE}/{LONGEST_CLASS}/{LONGEST_FUNCTION}"
    print(f"sizes: {len(found)} beyond {limits} lines (a report only)")


if __name__ == "__main__":
    main()
