"""What the driver of a window and the one who kills it say to each other: lines of JSON, each written at once."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass

STDOUT = 1


@dataclass(frozen=True, slots=True)
class Key:
    """A key is about to be sent; `stores` when an entry should come of it."""

    name: str
    stores: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A repaint of the timeline: of which case, and for each aliquot that is not simply planned what it says.

    Each row is a code, its standing, and the words beside it.
    """

    case: str
    rows: tuple[tuple[str, str, str], ...]

    @property
    def standings(self) -> frozenset[tuple[str, str]]:
        """What the rows claim: code and standing."""
        return frozenset((code, standing) for code, standing, _ in self.rows)


@dataclass(frozen=True, slots=True)
class Page:
    """Another page has come to the front."""

    name: str


Line = Key | Shown | Page
_KINDS: dict[str, type[Key | Page]] = {"Key": Key, "Page": Page}


def say(line: Line) -> None:
    """Write a line; when this returns it no longer depends on this process."""
    os.write(STDOUT, json.dumps({"kind": type(line).__name__} | asdict(line)).encode() + b"\n")


def heard(written: bytes) -> tuple[Line, ...]:
    """Return the lines that were written whole; the kill may have cut the last one."""
    return tuple(_line(one) for one in written.split(b"\n")[:-1])


def _line(written: bytes) -> Line:
    fields = json.loads(written)
    kind = fields.pop("kind")
    if kind == "Shown":
        rows = tuple((str(code), str(standing), str(words)) for code, standing, words in fields["rows"])
        return Shown(str(fields["case"]), rows)
    return _KINDS[kind](**fields)
