"""Which folder may hold cases, on every system, from what the machine says about it."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from app.folder_check import DriveKind, Mount, Surroundings, Unfit, UnfitFolder, judge

CASES = PurePosixPath("/srv/cases")
HOME = PurePosixPath("/", "home", "ana")
ROOT = Mount(PurePosixPath("/"), "ext4", "/dev/sda1")


def at_home(folder: str) -> PurePosixPath:
    return PurePosixPath(folder.replace("~", str(HOME)))


def on_linux(folder: str, *mounts: Mount, marker: str = "") -> UnfitFolder | None:
    path = at_home(folder)
    return judge(path, Surroundings("linux", path, HOME, (ROOT, *mounts), marker=marker))


def on_windows(folder: str, drive: DriveKind = DriveKind.FIXED) -> UnfitFolder | None:
    path = PureWindowsPath(folder)
    return judge(path, Surroundings("win32", path, PureWindowsPath("C:/Users/ana"), drive=drive))


def on_macos(folder: str) -> UnfitFolder | None:
    path = PurePosixPath(folder)
    return judge(path, Surroundings("darwin", path, PurePosixPath("/Users/ana")))


def mounted(kind: str, *options: str, point: str = "/srv", removable: bool = False) -> Mount:
    return Mount(PurePosixPath(point), kind, "x", frozenset(options), removable)


@pytest.mark.parametrize(
    "kind",
    ["nfs", "nfs4", "cifs", "smb3", "ceph", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs"],
)
def test_a_network_is_refused_and_named(kind: str) -> None:
    assert on_linux("/srv/cases", mounted(kind)) == UnfitFolder(CASES, Unfit.NETWORK, kind)


@pytest.mark.parametrize(
    "kind",
    ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuseblk", "fuse.mergerfs", "fuse.gocryptfs", "virtiofs"],
)  # fmt: skip
def test_a_disk_of_this_machine_is_not(kind: str) -> None:
    assert on_linux("/srv/cases", mounted(kind)) is None


def test_9p_is_a_network_only_over_a_wire() -> None:
    assert on_linux("/srv/cases", mounted("9p", "rw", "trans=fd")) is None
    assert on_linux("/srv/cases", mounted("9p", "rw", "trans=virtio")) is None
    refused = on_linux("/srv/cases", mounted("9p", "rw", "trans=tcp"))
    assert refused is not None
    assert refused.why is Unfit.NETWORK


def test_the_innermost_and_the_latest_file_system_counts() -> None:
    assert on_linux("/srv/cases", mounted("nfs"), mounted("ext4", point="/srv/cases")) is None
    assert on_linux("/srv/cases", mounted("nfs"), mounted("ext4")) is None
    assert on_linux("/srv/cases", mounted("autofs"), mounted("nfs4")) is not None
    assert on_linux("/srvcases", mounted("nfs")) is None


def test_what_can_be_pulled_out_is_refused() -> None:
    refused = on_linux("/stick/cases", mounted("vfat", point="/stick", removable=True))
    assert refused == UnfitFolder(PurePosixPath("/stick/cases"), Unfit.REMOVABLE, "/stick")
    for point in ("/media/ana/STICK", "/media/STICK", "/run/media/ana/STICK"):
        refused = on_linux(f"{point}/cases", mounted("ext4", point=point))
        assert refused is not None
        assert refused.why is Unfit.REMOVABLE


def test_what_the_machine_runs_from_is_not() -> None:
    root = Mount(PurePosixPath("/"), "ext4", "/dev/sda1", is_removable=True)
    assert judge(CASES, Surroundings("linux", CASES, mounts=(root,))) is None
    assert on_linux("/media/cases") is None


@pytest.mark.parametrize(
    "folder,cloud",
    [
        ("~/OneDrive/cases", "OneDrive"),
        ("~/OneDrive - Hospital/cases", "OneDrive"),
        ("~/Dropbox (Ward)/cases", "Dropbox"),
        ("~/dropbox", "Dropbox"),
        ("/srv/Google Drive/x", "Google Drive"),
        ("~/Nextcloud/x", "Nextcloud"),
        ("~/ownCloud", "ownCloud"),
        ("~/Box/x", "Box"),
        ("~/MEGA", "MEGA"),
    ],
)
def test_a_cloud_is_told_by_name(folder: str, cloud: str) -> None:
    assert on_linux(folder) == UnfitFolder(at_home(folder), Unfit.CLOUD, cloud)


@pytest.mark.parametrize(
    "folder", ["/srv/Box/cases", "~/boxes", "~/dropbox-export", "~/sync", "/srv/My Drive"]
)  # fmt: skip
def test_a_name_that_only_sounds_like_one_is_fine(folder: str) -> None:
    assert on_linux(folder) is None


def test_a_cloud_is_told_by_what_it_leaves_and_behind_a_link() -> None:
    assert on_linux("/srv/cases", marker="Syncthing") == UnfitFolder(CASES, Unfit.CLOUD, "Syncthing")
    around = Surroundings("linux", at_home("~/Dropbox/cases"), mounts=(ROOT,))
    refused = judge(CASES, around)
    assert refused == UnfitFolder(CASES, Unfit.CLOUD, "Dropbox")


@pytest.mark.parametrize(
    "folder,drive,why",
    [
        (r"C:\Users\ana\AppData\Local\injection-guidance", DriveKind.FIXED, None),
        (r"D:\cases", DriveKind.FIXED, None),
        (r"R:\cases", DriveKind.MEMORY, None),
        (r"\\?\C:\cases", DriveKind.FIXED, None),
        (r"E:\cases", DriveKind.REMOVABLE, Unfit.REMOVABLE),
        (r"E:\cases", DriveKind.DISC, Unfit.REMOVABLE),
        (r"H:\cases", DriveKind.REMOTE, Unfit.NETWORK),
        (r"\\server\share\cases", DriveKind.NO_ROOT, Unfit.NETWORK),
        (r"\\?\UNC\server\share\cases", DriveKind.NO_ROOT, Unfit.NETWORK),
        (r"C:\Users\ana\OneDrive - Hospital\cases", DriveKind.FIXED, Unfit.CLOUD),
        (r"G:\My Drive\cases", DriveKind.FIXED, Unfit.CLOUD),
        (r"C:\Users\ana\Box\cases", DriveKind.FIXED, Unfit.CLOUD),
        (r"C:\Users\ana\iCloudDrive\cases", DriveKind.FIXED, Unfit.CLOUD),
    ],
)
def test_on_windows(folder: str, drive: DriveKind, why: Unfit | None) -> None:
    refused = on_windows(folder, drive)
    assert (refused.why if refused is not None else None) is why


@pytest.mark.parametrize(
    "folder,why",
    [
        ("/Users/ana/Library/Application Support/injection-guidance", None),
        ("/Volumes/STICK/cases", Unfit.REMOVABLE),
        ("/Network/Servers/x", Unfit.NETWORK),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana/cases", Unfit.CLOUD),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/cases", Unfit.CLOUD),
    ],
)
def test_on_macos(folder: str, why: Unfit | None) -> None:
    refused = on_macos(folder)
    assert (refused.why if refused is not None else None) is why


def test_a_file_in_the_way_and_a_closed_folder_are_told() -> None:
    file = PurePath("/srv")
    there = Surroundings("linux", CASES, mounts=(ROOT,), in_the_way=file, is_writable=False)
    assert judge(CASES, there) == UnfitFolder(CASES, Unfit.NOT_A_FOLDER, "/srv")
    closed = Surroundings("linux", CASES, mounts=(ROOT,), is_writable=False)
    assert judge(CASES, closed) == UnfitFolder(CASES, Unfit.NOT_WRITABLE, "/srv/cases")


@pytest.mark.parametrize("folder", ["/srv/cases/practice", "/srv/cases/Practice"])
def test_real_cases_do_not_lie_among_the_practice_ones(folder: str) -> None:
    unfit = on_linux(folder)
    assert unfit is not None
    assert unfit.why is Unfit.PRACTICE
    assert on_linux("/srv/practice/cases") is None
