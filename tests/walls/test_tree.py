"""What lies in the house: the fixed top level, and nothing that ties it to one place or one package index."""

import re
from pathlib import Path

import pytest

from tests.walls.source import HOUSE, files

TOP_LEVEL = {
    "main.py", "app", "ui", "injection_plan", "assets", "tests", "docs", "pyproject.toml", "Makefile",
    "LICENSE", "README.md", "CHANGELOG.md", "requirements.lock", "requirements-dev.lock", ".ci", ".gitignore",
}  # fmt: skip

# Written in halves, so that this file does not hold what it looks for.
INDEX = re.compile(
    b"|".join(
        [
            rb"py" + rb"pi\.(?:org|python)",
            rb"python" + rb"hosted\.",
            rb"--(?:extra-)?index" + rb"-url",
            rb"(?:^|\s)--find" + rb"-links",
            rb"\[\[tool\.uv\." + rb"index\]\]",
            rb"registry\." + rb"npm",
        ]
    ),
    re.IGNORECASE | re.MULTILINE,
)
WORKPLACE = re.compile(rb"(?<![\w.-])/(?:wo" + rb"rk|ro" + rb"ot|ho" + rb"me/\w+|tm" + rb"p/\w+|opt/py\w+)/")


def holding(pattern: re.Pattern[bytes]) -> list[str]:
    """Return `path:line` of every line of the house in which the pattern stands."""
    return [finding for path in files() for finding in lines_holding(pattern, path)]


def lines_holding(pattern: re.Pattern[bytes], path: Path) -> list[str]:
    content = path.read_bytes()
    if b"\0" in content:  # fonts, compiled catalogues, pictures: a match there is not a line
        return [str(path)] if pattern.search(content) else []
    return [
        f"{path}:{number}"
        for number, line in enumerate(content.splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.skipif(not (HOUSE / ".git").exists(), reason="only a clone says what is kept")
def test_the_top_level_is_the_fixed_one() -> None:
    ignored = {".git", ".venv", "out", "build", "dist", ".hypothesis", ".coverage", "__pycache__"}
    kept = {path.name for path in HOUSE.iterdir() if not path.name.endswith("_cache")}
    assert kept - ignored - TOP_LEVEL == set()


def test_no_package_index_is_named() -> None:
    assert holding(INDEX) == []


def test_no_path_of_one_machine_is_named() -> None:
    assert holding(WORKPLACE) == []


@pytest.mark.parametrize(
    "pattern,line",
    [
        (INDEX, "--index" + "-url https://a.b/c"),
        (INDEX, "https://PY" + "PI.org/x"),
        (WORKPLACE, "see /wo" + "rk/x.md"),
        (WORKPLACE, "open(/ho" + "me/someone/case)"),
    ],
)
def test_what_is_looked_for_is_seen(pattern: re.Pattern[bytes], line: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"first\n{line}\n")
    assert lines_holding(pattern, page) == [f"{page}:2"]


def test_an_ordinary_path_is_not_taken_for_a_machine(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("app/work/x.py and out/home/y.pdf and /usr/share/fonts/z.ttf\n")
    assert lines_holding(WORKPLACE, page) == []
