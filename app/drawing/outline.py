"""The shape of a right hand, from `assets/hand`: skin, nails, creases, entry sites, passes, digits, label places."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app import assets
from app.drawing.shapes import Path, Point
from injection_plan.anatomy import Digit, EntrySite, Hand, Pass, Side
from injection_plan.views import Face


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a label stands, and the unit vector that leads from what it names to it."""

    at: Point
    toward: Point


@dataclass(frozen=True, slots=True)
class FingerEnd:
    """What is drawn where a finger ends at a joint: the ground over what is missing, its ghost, and the end itself."""

    ground: tuple[Point, ...]
    ghost: tuple[Point, ...]
    end: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class HandOutline:
    """A right hand in millimetres, y toward the fingertips; sites and tracks by their code without the hand."""

    face: Face
    skin: Path
    flesh: Path
    tones: tuple[tuple[Path, ...], ...]
    nails: tuple[Path, ...]
    moons: tuple[Path, ...]
    creases: tuple[Path, ...]
    soft_creases: tuple[Path, ...]
    fade: tuple[float, float]
    caption: Point
    labels: Mapping[Digit, Anchor]
    side_words: Mapping[Side, Anchor]
    spots: Mapping[Digit, tuple[Point, ...]]
    ends: Mapping[Digit, Mapping[str, FingerEnd]]
    _sites: Mapping[str, Point]
    _tracks: Mapping[str, tuple[Point, ...]]
    _regions: Mapping[Digit, tuple[Point, ...]]

    def site(self, site: EntrySite) -> Point:
        """Return the point of an entry site as if it were on the right hand."""
        return self._sites[_handless(site.code)]

    def track(self, one: Pass) -> tuple[Point, ...]:
        """Return a pass as if it were on the right hand, from its far end to the joint."""
        return self._tracks[_handless(one.code)]

    def region(self, digit: Digit) -> tuple[Point, ...]:
        """Return the corners of a polygon just around one digit of the right hand."""
        return self._regions[digit]


def _handless(code: str) -> str:
    return code.partition("-")[2]


@cache
def right_hand(face: Face) -> HandOutline:
    """Return the right hand seen from one face; a missing or malformed file is a fault (OSError, KeyError)."""
    read: dict[str, Any] = json.loads(assets.read_text("hand", f"{face.value}.json"))
    if (read["hand"], read["face"], read["unit"]) != (Hand.RIGHT.value, face.value, "mm"):
        raise ValueError(read["face"])
    creases = [(_path(one), bool(one["soft"])) for one in read["creases"]]
    return HandOutline(
        face=face,
        skin=_path(read["skin"]),
        flesh=_path(read["flesh"]),
        tones=tuple(tuple(_path(one) for one in tone["paths"]) for tone in read["tones"]),
        nails=tuple(_path(one) for one in read["nails"].values()),
        moons=tuple(_path(one) for one in read["moons"].values()),
        creases=tuple(path for path, soft in creases if not soft),
        soft_creases=tuple(path for path, soft in creases if soft),
        fade=(read["fade"][0], read["fade"][1]),
        caption=_point(read["caption"]),
        labels={Digit(name): _anchor(one) for name, one in read["labels"].items()},
        side_words={
            Side.RADIAL: _anchor(read["side_words"]["rad"]),
            Side.ULNAR: _anchor(read["side_words"]["uln"]),
        },
        spots={Digit(name): _line(spots) for name, spots in read["spots"].items()},
        ends={Digit(name): _ends(ends) for name, ends in read["ends"].items()},
        _sites={code: _point(one) for code, one in read["sites"].items()},
        _tracks={code: _line(line) for code, line in read["tracks"].items()},
        _regions={Digit(name): _line(line) for name, line in read["regions"].items()},
    )


def _point(read: list[float]) -> Point:
    return read[0], read[1]


def _line(read: list[list[float]]) -> tuple[Point, ...]:
    return tuple(_point(one) for one in read)


def _ends(read: dict[str, dict[str, list[list[float]]]]) -> dict[str, FingerEnd]:
    return {
        joint: FingerEnd(*(_line(end[part]) for part in ("ground", "ghost", "end")))
        for joint, end in read.items()
    }


def _anchor(read: dict[str, list[float]]) -> Anchor:
    return Anchor(_point(read["at"]), _point(read["toward"]))


def _path(read: dict[str, Any]) -> Path:
    cubics = tuple(((q[0], q[1]), (q[2], q[3]), (q[4], q[5])) for q in read["cubics"])
    return Path(_point(read["start"]), cubics, bool(read["closed"]))
