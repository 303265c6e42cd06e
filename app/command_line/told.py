"""Telling what came of writing something on paper: where it stands, or why it stands nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TextIO, TypeVar, runtime_checkable

from app.command_line.opening import SOUND, WRONG

Written = TypeVar("Written")


@runtime_checkable
class Refused(Protocol):
    """What stands for a paper that was not written."""

    @property
    def sentence(self) -> str:
        """Why, as a person reads it."""


def tell(answer: Written | Refused, words: Callable[[Written], str], out: TextIO) -> int:
    """Write why there is no paper (1), or what `words` says of the one that was written (0)."""
    if isinstance(answer, Refused):
        out.write(answer.sentence + "\n")
        return WRONG
    out.write(words(answer) + "\n")
    return SOUND
