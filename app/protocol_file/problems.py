"""A problem of a protocol file: where it stands, which field it is about, and what is wrong in words."""

from __future__ import annotations

from dataclasses import dataclass

from app.wording import say

DOMAIN = "command_line"

Steps = tuple[str | int, ...]
"""The way from the top of the file to one value: names of fields and row numbers counted from 0."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the character of the text at which it stands, the field, and the words."""

    at: int
    field: Steps
    words: str


def in_words(key: str, **fields: str | int) -> str:
    """Return what is wrong in the words of the catalogue."""
    return say(DOMAIN, f"protocol.{key}", **fields)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Return line and column of a character, both counted from 1 as editors do."""
    before = text[:at]
    return before.count("\n") + 1, at - before.rfind("\n")


def report(name: str, text: str, problems: list[Problem]) -> tuple[str, ...]:
    """Return the problems as `file:line:column field - what is wrong`, in the order of the file."""
    lines = []
    for problem in sorted(problems, key=lambda one: one.at):
        line, column = line_and_column(text, problem.at)
        field = ".".join(map(str, problem.field)) or in_words("whole_file")
        lines.append(f"{name}:{line}:{column} {field} - {problem.words}")
    return tuple(dict.fromkeys(lines))
