"""Where a file of a case goes, and how it is named: codes and a neutral word, never the arm; practice says so first."""

from __future__ import annotations

import re
from pathlib import Path

from app.record.content.words import say

PRACTICE = re.compile("practice", re.IGNORECASE)
NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def in_a_name(code: str) -> str:
    """Return a code as it may stand in the name of a file."""
    return NOT_IN_A_NAME.sub("-", code)


def named(name: str, *, practice: bool) -> str:
    """Return the name of a file; one of a practice case says so first."""
    return say("file.practice", name=name) if practice else name


def placed(target: Path, own_name: str, *, practice: bool) -> Path:
    """Return where a file goes: into a folder under its own name, else where it was told.

    A file of a practice case never lies under a name that does not say so.
    """
    if target.is_dir():
        return target / named(own_name, practice=practice)
    if practice and PRACTICE.search(target.name) is None:
        return target.with_name(named(target.name, practice=practice))
    return target
