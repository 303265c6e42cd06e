"""Asking the machine about a folder: links, file systems, disks, marker files, rights. Nothing is made or changed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Final

from app.folder_check.clouds import MARKERS
from app.folder_check.judging import judge
from app.folder_check.surroundings import DriveKind, Mount, Surroundings, UnfitFolder

if sys.platform == "win32":
    import ctypes

MOUNTS: Final = Path("/proc/self/mountinfo")
DISKS: Final = Path("/sys/dev/block")
_OCTAL: Final = re.compile(r"\\([0-7]{3})")


def check_folder(folder: Path) -> UnfitFolder | None:
    """Return why cases may not lie in a folder, which need not be there yet, or nothing where they may."""
    return judge(folder, surroundings_of(folder))


def surroundings_of(folder: Path) -> Surroundings:
    """Return what this machine says about a folder now; what cannot be asked counts as harmless."""
    try:
        resolved = folder.resolve()
    except (OSError, RuntimeError):  # links that lead in a circle
        return Surroundings(sys.platform, folder, in_the_way=folder)
    there = _nearest(resolved)
    return Surroundings(
        system=sys.platform,
        resolved=resolved,
        home=_home(),
        mounts=mounts_of(_text(MOUNTS), DISKS) if sys.platform == "linux" else (),
        drive=_drive(resolved),
        marker=next(_markers(there), ""),
        in_the_way=None if there.is_dir() else there,
        is_writable=os.access(there, os.W_OK | os.X_OK),
    )


def mounts_of(mountinfo: str, disks: Path) -> tuple[Mount, ...]:
    """Return the file systems that `/proc/self/mountinfo` lists, in its order; `disks` is `/sys/dev/block`."""
    return tuple(made for line in mountinfo.splitlines() if (made := _mount(line, disks)) is not None)


def _mount(line: str, disks: Path) -> Mount | None:
    """Read `36 35 98:0 /root /point rw,noatime master:1 - ext3 /dev/root rw,errors=continue`."""
    before, separator, after = line.partition(" - ")
    left, right = before.split(" "), after.split(" ")
    if not separator or len(left) < 6 or len(right) < 3:
        return None
    source = _unescaped(right[1])
    return Mount(
        point=PurePosixPath(_unescaped(left[4])),
        kind=right[0],
        source=source,
        options=frozenset((left[5] + "," + right[2]).split(",")),
        is_removable=any(_is_removable(disk) for disk in _disks(left[2], source, disks)),
    )


def _unescaped(text: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)


def _disks(number: str, source: str, disks: Path) -> Iterator[Path]:
    """Yield the disks below a file system, also through encryption and volume groups."""
    if number.startswith("0:") and source.startswith("/dev/"):
        # Some file systems go by a number of their own; their source names the disk.
        try:
            device = os.stat(source).st_rdev  # noqa: PTH116 - a device, not a path of ours
        except OSError:
            return
        number = f"{os.major(device)}:{os.minor(device)}"
    waiting = [disks / number]
    while waiting:
        disk = waiting.pop()
        if not disk.exists():
            continue
        yield disk
        slaves = disk / "slaves"
        if slaves.is_dir():
            waiting += sorted(slaves.iterdir())


def _is_removable(disk: Path) -> bool:
    """Say whether a disk, or the one that a partition is part of, calls itself removable."""
    real = disk.resolve()
    return any(_text(place / "removable").strip() == "1" for place in (real, real.parent))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _nearest(folder: Path) -> Path:
    """Return the folder itself or the nearest above it that is there."""
    return next((one for one in (folder, *folder.parents) if os.path.lexists(one)), folder)


def _markers(folder: Path) -> Iterator[str]:
    for one in (folder, *folder.parents):
        try:
            names = os.listdir(one)  # noqa: PTH208 - names are all that is wanted
        except OSError:
            continue
        for pattern, cloud in MARKERS.items():
            if any(fnmatch(name, pattern) for name in names):
                yield cloud


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _drive(folder: Path) -> DriveKind | None:
    if sys.platform == "win32":
        number = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return DriveKind(number) if number in list(DriveKind) else DriveKind.UNKNOWN
    return None
