"""A disk whose n-th operation, over all files, fails once or from then on, before or after it was done."""

from dataclasses import dataclass, field

import apsw


@dataclass
class Fault:
    """Which operation fails (from 1; 0 for none), with what, for how long, and whether it is done first."""

    at: int
    code: int = apsw.SQLITE_IOERR_WRITE
    for_good: bool = False
    done_first: bool = False
    log: list[str] = field(default_factory=list)

    def strikes(self, operation: str) -> bool:
        """Counts one operation, and tells whether it is to fail."""
        self.log.append(operation)
        count = len(self.log)
        return self.at > 0 and (count == self.at or (self.for_good and count > self.at))

    def error(self, operation: str) -> Exception:
        """The error of the chosen code; a sync always fails as a sync does."""
        return apsw.exception_for(apsw.SQLITE_IOERR_FSYNC if operation == "sync" else self.code)


class FailingDisk(apsw.VFS):
    """SQLite's default disk until `remove`; `fault` may be exchanged at any time."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.base = apsw.vfs_names()[0]
        super().__init__("failing_disk", self.base, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return FailingFile(self, name, flags)

    def remove(self) -> None:
        """Gives the real disk back."""
        apsw.set_default_vfs(self.base)
        self.unregister()


class FailingFile(apsw.VFSFile):
    def __init__(self, disk: FailingDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__(disk.base, name, flags)
        self.disk = disk

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        strikes = self.disk.fault.strikes("write")
        if not strikes or self.disk.fault.done_first:
            super().xWrite(data, offset)
        if strikes:
            raise self.disk.fault.error("write")

    def xSync(self, flags: int) -> None:  # noqa: N802
        strikes = self.disk.fault.strikes("sync")
        if not strikes or self.disk.fault.done_first:
            super().xSync(flags)
        if strikes:
            raise self.disk.fault.error("sync")

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        strikes = self.disk.fault.strikes("truncate")
        if not strikes or self.disk.fault.done_first:
            super().xTruncate(newsize)
        if strikes:
            raise self.disk.fault.error("truncate")
