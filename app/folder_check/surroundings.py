"""What a machine says about a folder, and what follows from it, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import PurePath


class Unfit(StrEnum):
    """Why cases may not lie in a folder."""

    NETWORK = "network"
    REMOVABLE = "removable"
    CLOUD = "cloud"
    PRACTICE = "practice"
    NOT_A_FOLDER = "not a folder"
    NOT_WRITABLE = "not writable"


@dataclass(frozen=True, slots=True)
class UnfitFolder:
    """A folder, why cases may not lie in it, and what gave that away: a file system, a disk, a cloud, a file."""

    folder: PurePath
    why: Unfit
    about: str


class DriveKind(IntEnum):
    """What Windows calls the drive of a folder, by its own numbers."""

    UNKNOWN = 0
    NO_ROOT = 1
    REMOVABLE = 2
    FIXED = 3
    REMOTE = 4
    DISC = 5
    MEMORY = 6


@dataclass(frozen=True, slots=True)
class Mount:
    """One file system of a Linux machine: where it hangs, its kind and options, and whether its disk comes out."""

    point: PurePath
    kind: str
    source: str = ""
    options: frozenset[str] = frozenset()
    is_removable: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything that is known about a folder; nothing of it is looked up later.

    `resolved` is the folder with every link followed, `system` is `sys.platform`. `marker` is the first file or
    folder at it or above it that only a cloud's program leaves there. `in_the_way` is a file that stands where a
    folder should.
    """

    system: str
    resolved: PurePath
    home: PurePath | None = None
    mounts: tuple[Mount, ...] = ()
    drive: DriveKind | None = None
    marker: str = ""
    in_the_way: PurePath | None = None
    is_writable: bool = True
