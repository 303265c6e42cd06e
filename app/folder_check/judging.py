"""From what a machine says about a folder to whether cases may lie there. It reads nothing itself."""

from __future__ import annotations

from pathlib import PurePath, PureWindowsPath
from typing import Final

from app.folder_check.clouds import cloud_of
from app.folder_check.surroundings import DriveKind, Mount, Surroundings, Unfit, UnfitFolder
from app.practice_folder import PRACTICE_FOLDER

_NETWORK_KINDS: Final = frozenset({
    "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4",
    "ocfs2", "orangefs", "pvfs2", "smb3", "smbfs",
})  # fmt: skip
_NETWORK_FUSE: Final = frozenset({
    "blobfuse", "blobfuse2", "ceph", "ceph-fuse", "curlftpfs", "davfs", "davfs2", "gcsfuse", "glusterfs",
    "google-drive-ocamlfuse", "goofys", "gvfsd-fuse", "juicefs", "mfs", "onedriver", "rclone", "s3fs", "s3ql",
    "smbnetfs", "sshfs",
})  # fmt: skip
_OVER_A_WIRE: Final = frozenset({"trans=tcp", "trans=rdma"})
_PULLED_OUT_OF: Final = ("/media", "/run/media")


def judge(asked: PurePath, around: Surroundings) -> UnfitFolder | None:
    """Return why cases may not lie in the folder that was asked for, or nothing where they may."""
    found = (
        _network(around)
        or _removable(around)
        or _cloud(asked, around)
        or _practice(asked, around)
        or _not_a_folder(around)
        or _not_writable(around)
    )
    return None if found is None else UnfitFolder(asked, *found)


Found = tuple[Unfit, str]


def _network(around: Surroundings) -> Found | None:
    resolved = around.resolved
    if isinstance(resolved, PureWindowsPath):
        # \\?\C:\ is this machine's, \\server\share and \\?\UNC\server are another's.
        share = resolved.drive.replace("\\\\?\\UNC", "\\").replace("\\\\?\\", "")
        if share.startswith("\\\\") or around.drive is DriveKind.REMOTE:
            return Unfit.NETWORK, resolved.drive
        return None
    if around.system == "darwin":
        return next(
            ((Unfit.NETWORK, top) for top in ("/Network", "/net") if resolved.is_relative_to(top)), None
        )
    mount = mount_of(resolved, around.mounts)
    return (Unfit.NETWORK, mount.kind) if mount is not None and _is_network(mount) else None


def _is_network(mount: Mount) -> bool:
    if mount.kind == "9p":
        # A virtual machine, and the Linux inside Windows, reach their own host's disk by it: only a wire is remote.
        return bool(mount.options & _OVER_A_WIRE)
    return mount.kind in _NETWORK_KINDS or mount.kind.removeprefix("fuse.") in _NETWORK_FUSE


def _removable(around: Surroundings) -> Found | None:
    resolved = around.resolved
    if isinstance(resolved, PureWindowsPath):
        pulled = around.drive in {DriveKind.REMOVABLE, DriveKind.DISC}
        return (Unfit.REMOVABLE, resolved.drive) if pulled else None
    if around.system == "darwin":
        return (Unfit.REMOVABLE, "/Volumes") if _is_below(resolved, "/Volumes") else None
    mount = mount_of(resolved, around.mounts)
    if mount is None or mount.point == PurePath("/"):
        # What the machine itself runs from is not pulled out while it runs.
        return None
    pulled = mount.is_removable or any(_is_below(mount.point, top) for top in _PULLED_OUT_OF)
    return (Unfit.REMOVABLE, str(mount.point)) if pulled else None


def _is_below(path: PurePath, top: str) -> bool:
    return path.is_relative_to(top) and path != type(path)(top)


def mount_of(folder: PurePath, mounts: tuple[Mount, ...]) -> Mount | None:
    """Return the file system that a folder lies on: the innermost, and of two on one place the later."""
    holding = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    return max(reversed(holding), key=lambda mount: len(mount.point.parts), default=None)


def _cloud(asked: PurePath, around: Surroundings) -> Found | None:
    name = cloud_of(asked, around.home) or cloud_of(around.resolved, around.home) or around.marker
    return (Unfit.CLOUD, name) if name else None


def _practice(asked: PurePath, around: Surroundings) -> Found | None:
    """Real cases among the practice ones could be taken for them, on the list and on paper."""
    named = PRACTICE_FOLDER in {asked.name.casefold(), around.resolved.name.casefold()}
    return (Unfit.PRACTICE, PRACTICE_FOLDER) if named else None


def _not_a_folder(around: Surroundings) -> Found | None:
    return None if around.in_the_way is None else (Unfit.NOT_A_FOLDER, str(around.in_the_way))


def _not_writable(around: Surroundings) -> Found | None:
    return None if around.is_writable else (Unfit.NOT_WRITABLE, str(around.resolved))
