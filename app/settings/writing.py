"""Writing the settings file; what a person or another program wrote there is kept beside it first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import tomli_w

from app.atomic_file import NotWritten, WhyNotWritten, write_atomically
from app.settings.reading import ReadSettings
from app.settings.values import Settings, machine_name


@dataclass(frozen=True, slots=True)
class Saved:
    """The settings as they lie on disk now, and where the file before them was kept, if it had to be."""

    read: ReadSettings
    kept: Path | None


def save_settings(settings: Settings, read: ReadSettings) -> Saved:
    """Put settings in the place of those that were read; NotWritten leaves the earlier file as it was.

    A file that is not word for word what this program wrote for what it read is somebody's work: with comments,
    with something wrong in it, or changed in the meantime. It is kept under another name before it is replaced.
    """
    # A link to a file elsewhere stays a link.
    path = read.path.resolve()
    kept = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        found = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise NotWritten(path, WhyNotWritten.NOT_PERMITTED) from error
    if found is not None and found != _written(read.settings):
        kept = _free_name(path)
        write_atomically(kept, found)
    content = _written(settings)
    write_atomically(path, content)
    return Saved(ReadSettings(read.path, settings, (), content), kept)


def _written(settings: Settings) -> bytes:
    """Return the file of these settings; the machine's own name and folder are left to be found anew."""
    lines: dict[str, str | int] = {"centre": settings.centre}
    if settings.workstation != machine_name():
        lines["workstation"] = settings.workstation
    lines["given_key_held_by"] = settings.given_key_held_by.value
    if settings.data_folder is not None:
        lines["data_folder"] = str(settings.data_folder)
    lines["theme"] = settings.theme.value
    lines["type_size"] = settings.type_size.value
    return tomli_w.dumps(lines).encode("utf-8")


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}-kept-{number}{path.suffix}")).exists():
        number += 1
    return free
