"""A disk that forgets: whatever SQLite wrote and did not sync is gone when the process is killed.

After kill -9 of an ordinary process the system still holds its unsynced pages, so a kill alone proves nothing
about a power cut.  Here every write to the database or its log stays in this process until SQLite syncs that
file; the kill takes it along, as a power cut would.  Reads see the unsynced writes, as they see the system's
memory in life.

How to use it, from a test driver (no line of the application knows of it):

    command = [python, "tests/torture/lost_pages.py", "main.py", "--data", folder, "practice"]
    process = subprocess.Popen(command, env=os.environ | {lost_pages.SWITCH: lost_pages.KEEP_SYNCED})
    ...
    process.kill()            # SIGKILL: the power cut

runs `main.py` with its arguments on such a disk.  The switch may be

    KEEP_SYNCED   synced pages are kept, unsynced ones are lost: nothing shown as stored may be missing
    IGNORE_SYNC   the negative control: syncs are answered and not done, as with synchronous=OFF, so that a
                  kill loses all that was written since the file was opened: this run must fail

In one process: `disk = install(keeps_synced=True)`, then open the journal, close it, then `disk.remove()`;
`disk.unsynced()` tells how many writes would be lost now.

What it does not lose: the making and deleting of files; files that SQLite does not write (holder note,
reserve, the zeros that lengthen the log); what an orderly close leaves unsynced, as only a kill while the file is open
counts.  It makes each write a little slower; locks are the real ones.
"""

import os
import runpy
import sys
from pathlib import Path

import apsw

SWITCH = "INJECTION_TEST_DISK"
KEEP_SYNCED = "keep-synced"
IGNORE_SYNC = "ignore-sync"
# SQLite forgets a disk whose Python object is gone, and would quietly go on with the real one.
_INSTALLED: "list[LostPages]" = []
_SHIELDED = apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL


class LostPages(apsw.VFS):
    """The forgetting disk; SQLite's default until `remove` is called."""

    def __init__(self, *, keeps_synced: bool) -> None:
        self.keeps_synced = keeps_synced
        self.files: list[ForgetfulFile] = []
        self.base = apsw.vfs_names()[0]
        super().__init__("lost_pages", self.base, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        """Opens a file of the journal behind the shield, and any other one as it is."""
        if name is None or not flags[0] & _SHIELDED:
            return apsw.VFSFile(self.base, name, flags)
        return ForgetfulFile(self, name, flags)

    def unsynced(self) -> int:
        """How many writes a kill would lose at this moment."""
        return sum(len(file.waiting) for file in self.files)

    def remove(self) -> None:
        """Takes the disk out; connections that are still open stay on it."""
        apsw.set_default_vfs(self.base)
        self.unregister()
        _INSTALLED.remove(self)


class ForgetfulFile(apsw.VFSFile):
    """One file: `seen` is what a reader finds, `waiting` the writes and cuts that are not on the disk."""

    def __init__(self, disk: LostPages, name: str | apsw.URIFilename, flags: list[int]) -> None:
        super().__init__(disk.base, name, flags)
        self.disk = disk
        size = super().xFileSize()
        self.seen = bytearray(super().xRead(size, 0) if size else b"")
        self.waiting: list[tuple[int, bytes | None]] = []
        disk.files.append(self)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        if len(self.seen) < offset:
            self.seen.extend(bytes(offset - len(self.seen)))
        self.seen[offset : offset + len(data)] = data
        self.waiting.append((offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        del self.seen[newsize:]
        self.waiting.append((newsize, None))

    def xFileSize(self) -> int:  # noqa: N802
        return len(self.seen)

    def xSync(self, flags: int) -> None:  # noqa: N802
        if self.disk.keeps_synced:
            self._let_through()
            super().xSync(flags)

    def xClose(self) -> None:  # noqa: N802
        self._let_through()
        self.disk.files.remove(self)
        super().xClose()

    def _let_through(self) -> None:
        for offset, data in self.waiting:
            if data is None:
                super().xTruncate(offset)
            else:
                super().xWrite(data, offset)
        self.waiting.clear()


def install(*, keeps_synced: bool) -> LostPages:
    """Makes the forgetting disk SQLite's default in this process; with False it keeps nothing at all."""
    _INSTALLED.append(LostPages(keeps_synced=keeps_synced))
    return _INSTALLED[-1]


def run(program: Path, arguments: list[str], mode: str) -> None:
    """Runs a Python program as if it had been started by itself, on the disk that the mode names."""
    install(keeps_synced={KEEP_SYNCED: True, IGNORE_SYNC: False}[mode])
    sys.argv = [str(program), *arguments]
    sys.path.insert(0, str(program.resolve().parent))
    runpy.run_path(str(program), run_name="__main__")


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2:], os.environ[SWITCH])
