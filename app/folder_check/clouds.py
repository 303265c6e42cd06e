"""The folders that a program copies to a cloud behind one's back, told by their names and by what it leaves there."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePath
from typing import Final

# Names that nobody else gives to a folder, whatever follows in brackets or after a dash: "OneDrive - Hospital".
_NAMES: Final = (
    "OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloud Drive", "iCloudDrive", "Nextcloud",
    "ownCloud", "Box Sync", "pCloud", "pCloudDrive", "pCloud Drive", "MEGAsync", "Seafile", "SpiderOak",
    "Proton Drive", "kDrive", "Tresorit", "Syncthing", "MagentaCLOUD",
)  # fmt: skip
# Names that also mean something else; a cloud's program puts them right into the user's home.
_IN_THE_HOME: Final = ("Box", "MEGA", "Sync")
# Where macOS keeps what its clouds copy, and the root of Google's own drive letter.
_PLACES: Final = (("Library", "CloudStorage"), ("Library", "Mobile Documents"))
_DRIVE_ROOT: Final = "My Drive"

MARKERS: Final = {
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "ownCloud",
    ".stfolder": "Syncthing",
}
"""What a cloud's program leaves in the folder that it copies, by pattern of its name, and whose it is.

`.dropbox` is not among them: it also lies, as a folder, in the home of everybody who has that program.
"""


def cloud_of(folder: PurePath, home: PurePath | None) -> str:
    """Return the name of the cloud that a folder's path gives away, or an empty one."""
    parts = folder.parts
    named = next((name for part in parts[1:] for name in _NAMES if _is_named(part, name)), "")
    if named:
        return named
    for one, other in pairwise(parts):
        if (one, other) in _PLACES:
            return other
    if parts[1:2] == (_DRIVE_ROOT,):
        return _DRIVE_ROOT
    if home is not None and folder.is_relative_to(home):
        below = folder.relative_to(home).parts[:1]
        return next((name for name in _IN_THE_HOME if below == (name,)), "")
    return ""


def _is_named(part: str, name: str) -> bool:
    part, name = part.casefold(), name.casefold()
    if not part.startswith(name):
        return False
    rest = part[len(name) :]
    return not rest or rest.startswith((" - ", " ("))
