"""Asking this very machine: ordinary folders pass, and links, files and marks are seen where they are."""

import os
import tempfile
from pathlib import Path, PurePosixPath

import pytest

from app.folder_check import Unfit, check_folder, surroundings_of
from app.folder_check.reading import mounts_of

MOUNTINFO = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
40 27 8:17 / /mnt/a\040stick rw,nosuid shared:2 master:1 - vfat /dev/sdb1 rw
41 27 253:3 / /mnt/locked rw - ext4 /dev/mapper/locked rw
50 27 0:50 / /mnt/share rw - 9p host rw,trans=tcp
not a line of it
"""


@pytest.fixture
def disks(tmp_path: Path) -> Path:
    """Return a `/sys/dev/block` with a fixed disk, a stick with one partition, and a locked volume on it."""
    devices, numbers = tmp_path / "devices", tmp_path / "numbers"
    for name, removable in (("vda", "0"), ("sdb", "1"), ("dm-3", "0")):
        (devices / name).mkdir(parents=True)
        (devices / name / "removable").write_text(f"{removable}\n")
    (devices / "sdb" / "sdb1").mkdir()
    (devices / "dm-3" / "slaves").mkdir()
    (devices / "dm-3" / "slaves" / "sdb1").symlink_to(devices / "sdb" / "sdb1")
    numbers.mkdir()
    for number, device in (("254:0", "vda"), ("8:17", "sdb/sdb1"), ("253:3", "dm-3")):
        (numbers / number).symlink_to(devices / device)
    return numbers


def test_file_systems_are_read_with_their_disks(disks: Path) -> None:
    mounts = {str(mount.point): mount for mount in mounts_of(MOUNTINFO, disks)}
    assert list(mounts) == ["/proc", "/", "/mnt/a stick", "/mnt/locked", "/mnt/share"]
    assert [str(one.point) for one in mounts.values() if one.is_removable] == ["/mnt/a stick", "/mnt/locked"]
    assert mounts["/mnt/share"].options == {"rw", "trans=tcp"}
    assert mounts["/"].point == PurePosixPath("/")


def test_an_ordinary_folder_of_this_machine_passes(tmp_path: Path) -> None:
    assert check_folder(tmp_path) is None
    assert check_folder(tmp_path / "not" / "there" / "yet") is None
    assert check_folder(Path(tempfile.gettempdir())) is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for folder in (file, file / "below"):
        refused = check_folder(folder)
        assert refused is not None
        assert (refused.why, refused.about) == (Unfit.NOT_A_FOLDER, str(file.resolve()))


def test_links_in_a_circle_are_no_folder(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "one")
    refused = check_folder(tmp_path / "one")
    assert refused is not None
    assert refused.why is Unfit.NOT_A_FOLDER


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    refused = check_folder(tmp_path / "cases")
    tmp_path.chmod(0o700)
    assert refused is not None
    assert refused.why is Unfit.NOT_WRITABLE


@pytest.mark.parametrize(
    "mark,cloud",
    [(".dropbox.cache", "Dropbox"), ("._sync_0f3a.db", "ownCloud"), (".stfolder", "Syncthing")],
)
def test_a_mark_above_is_seen(tmp_path: Path, mark: str, cloud: str) -> None:
    (tmp_path / mark).touch()
    refused = check_folder(tmp_path / "ward" / "cases")
    assert refused is not None
    assert (refused.why, refused.about) == (Unfit.CLOUD, cloud)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "cases").symlink_to(tmp_path / "Nextcloud", target_is_directory=True)
    assert surroundings_of(tmp_path / "cases").resolved == (tmp_path / "Nextcloud").resolve()
    refused = check_folder(tmp_path / "cases")
    assert refused is not None
    assert refused.why is Unfit.CLOUD
