"""What is declared, what is locked and what is installed agree; every locked file has its digest."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import apsw
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.walls.source import HOUSE

# SQLite before this may corrupt a write-ahead log when it is reset at the wrong moment.
SQLITE_FLOOR = (3, 51, 3)
PINNED = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[0-9A-Za-z.]+)(?P<digests>(?: --hash=sha256:[0-9a-f]{64})+)"
)


def locked(name: str) -> dict[str, Version]:
    """Return what a lock pins; fails on a line that is not an exact version with digests."""
    text = (HOUSE / name).read_text(encoding="utf-8")
    lines = [line for line in text.replace("\\\n", " ").splitlines() if not line.startswith("#")]
    pins = [(line, PINNED.fullmatch(re.sub(r"\s+", " ", line).strip())) for line in lines]
    assert [line for line, pin in pins if pin is None] == []
    return {canonicalize_name(pin["name"]): Version(pin["version"]) for _, pin in pins if pin}


def declared(group: str) -> list[Requirement]:
    """Return the packages that pyproject.toml asks for at run time or for development."""
    asked = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    named = asked["project"]["dependencies"] if group == "runtime" else asked["dependency-groups"]["dev"]
    return [Requirement(one) for one in named]


@pytest.mark.parametrize("group,lock", [("runtime", "requirements.lock"), ("dev", "requirements-dev.lock")])
def test_what_is_declared_has_a_floor_and_is_locked_within_it(group: str, lock: str) -> None:
    pins = locked(lock)
    for asked in declared(group):
        assert any(part.operator == ">=" for part in asked.specifier), f"{asked} has no floor"
        assert asked.specifier.contains(pins[canonicalize_name(asked.name)]), str(asked)


def test_no_package_is_locked_twice() -> None:
    assert locked("requirements.lock").keys() & locked("requirements-dev.lock").keys() == set()


def test_what_is_installed_is_what_is_locked() -> None:
    pins = locked("requirements.lock") | locked("requirements-dev.lock")
    assert {name: Version(version(name)) for name in pins} == pins


def test_the_locks_name_everything_that_their_packages_need() -> None:
    """Setting up asks pip for what is locked and for nothing else, so nothing may be missing there."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False
    )
    assert asked.returncode == 0, asked.stdout


def test_sqlite_is_recent_enough_to_trust_with_a_case() -> None:
    assert tuple(int(part) for part in apsw.sqlite_lib_version().split(".")) >= SQLITE_FLOOR


@pytest.mark.parametrize("line", ["apsw==3.54.1.0", "apsw>=3.54 --hash=sha256:" + "0" * 64])
def test_a_line_without_digest_or_exact_version_is_refused(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.lock").write_text(line + "\n")
    monkeypatch.setattr("tests.walls.test_packages.HOUSE", tmp_path)
    with pytest.raises(AssertionError):
        locked("a.lock")
