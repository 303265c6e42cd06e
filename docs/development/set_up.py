"""Sets the house up from nothing but Python 3.11 or later: `.venv`, locked packages, Qt's system libraries.

It runs before anything is installed, so it uses the standard library alone. `make setup` calls it; on Windows
it is called by hand. When everything is in place it leaves `.venv/ready`, and make does not call it again
until a lock changes.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
ROOM = HOUSE / ".venv"
INSIDE = ROOM / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = (HOUSE / "requirements.lock", HOUSE / "requirements-dev.lock")
# The locks hold no digest of numpy for anything newer.
OLDEST, NEWEST = (3, 11), (3, 14)

# What Qt's wheels expect of the machine: the file it loads, and the Debian packages that may carry it (the
# second name is the one since the move to 64-bit time).
LIBRARIES = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libglib-2.0.so.0": ("libglib2.0-0", "libglib2.0-0t64"),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libcups.so.2": ("libcups2", "libcups2t64"),
}
# What only the tests use: a screen that is not there, keys pressed from outside, and a second reader of PDF.
PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "xdotool": "xdotool", "pdftotext": "poppler-utils"}


def run(*command: str | Path) -> None:
    """Run a command and let it speak; raises `CalledProcessError` when it fails."""
    subprocess.run([str(part) for part in command], check=True)


def may_install() -> bool:
    """Tell whether this is a Debian-like machine and we are root on it."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: list[str]) -> None:
    """Install Debian packages without their recommendations and without asking."""
    print("Installing for Qt and the tests: " + " ".join(packages), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)


def make_room() -> None:
    """Make `.venv`; Debian keeps the part of Python that does it in a package of its own."""
    if INSIDE.exists():
        return
    making = [sys.executable, "-m", "venv", str(ROOM)]
    if subprocess.run(making, check=False, capture_output=True).returncode == 0:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    shutil.rmtree(ROOM, ignore_errors=True)
    if not may_install():
        sys.exit(f"Python cannot make a virtual environment here: please install {package} and call again.")
    run("apt-get", "update", "-qq")
    install([package])
    run(*making)


def install_locked() -> None:
    """Install exactly what the locks name, each file checked against its digest, and compile it."""
    done = ROOM / "locked"
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in LOCKS)).hexdigest()
    if done.exists() and done.read_text() == digest:
        return
    print("Installing the locked packages into .venv (about 400 MB, once)", flush=True)
    asked = [part for lock in LOCKS for part in ("-r", lock)]
    # --compile: a machine may be set to write no bytecode by itself, and every start would be much slower.
    # --no-deps: the locks name everything; asked for an extra of a locked package, pip would look for a newer one.
    how = ("--quiet", "--disable-pip-version-check", "--compile", "--require-hashes", "--no-deps")
    run(INSIDE, "-m", "pip", "install", *how, *asked)
    done.write_text(digest)


def can_load(library: str) -> bool:
    """Tell whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing() -> list[tuple[str, ...]]:
    """Return what this machine lacks, each as the package names that may carry it."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = [packages for library, packages in LIBRARIES.items() if not can_load(library)]
    programs = [(package,) for program, package in PROGRAMS.items() if shutil.which(program) is None]
    return libraries + programs


def known_here(packages: tuple[str, ...]) -> str:
    """Return the name under which this release carries the package, else the first one."""
    for package in packages:
        asked = subprocess.run(["apt-cache", "show", package], check=False, capture_output=True)
        if asked.returncode == 0 and asked.stdout:
            return package
    return packages[0]


def furnish() -> bool:
    """Install missing system packages, or name them in one sentence; tell whether all are there."""
    lacking = missing()
    if lacking and may_install():
        run("apt-get", "update", "-qq")
        install([known_here(packages) for packages in lacking])
        lacking = missing()
    if lacking:
        names = " ".join(packages[0] for packages in lacking)
        print(
            f"Qt or the tests want system packages that an administrator has to install: {names}",
            file=sys.stderr,
        )
    return not lacking


def main() -> None:
    """Make the room, install what is locked, furnish it, and leave the mark that says so."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.exit(f"Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed; this is {sys.version.split()[0]}.")
    make_room()
    install_locked()
    if furnish():
        (ROOM / "ready").touch()


if __name__ == "__main__":
    main()
