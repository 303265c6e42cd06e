"""A screen of its own (Xvfb) with a keyboard (xdotool): what the program cannot tell from the real ones."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1600, 1000
NEEDED = ("Xvfb", "xdotool")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
needs_x = pytest.mark.skipif(
    bool(MISSING), reason=f"{' and '.join(MISSING)} missing: `make setup` as root on Debian installs them"
)
_CLIENT_MESSAGE = 33
_XWD_HEAD = struct.Struct(">20I")


@dataclass(frozen=True, slots=True)
class XScreen:
    """A running X server: its name, and the folder in which its picture lies."""

    name: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program whose windows are to open here."""
        return os.environ | {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def xdotool(self, *words: str) -> str:
        """Have xdotool do something, and return what it says."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=True, timeout=30
        )
        return done.stdout.strip()

    def focus(self, title: str) -> str:
        """Wait for the window of that title, let the keys go to it, and return its number."""
        window = self.xdotool("search", "--sync", "--onlyvisible", "--name", title).splitlines()[-1]
        self.xdotool("windowfocus", "--sync", window)
        return window

    def keys(self, *names: str, apart_ms: int = 60) -> None:
        """Press and release keys by their X names, apart as a person's are."""
        self.xdotool("key", "--delay", str(apart_ms), *names)

    def picture(self) -> QImage:
        """Return what is on the screen."""
        written = (self.folder / "Xvfb_screen0").read_bytes()
        head = _XWD_HEAD.unpack_from(written)
        begins, width, height, per_line, colours = head[0], head[4], head[5], head[12], head[19]
        pixels = written[begins + 12 * colours :]
        return QImage(pixels, width, height, per_line, QImage.Format.Format_RGB32).copy()

    def ask_to_close(self, window: str) -> None:
        """Ask a window to close, as the cross in its corner does where a window manager draws one."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        server = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        kind, wish = (x11.XInternAtom(server, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
        number = int(window)
        message = _ClientMessage(kind=_CLIENT_MESSAGE, window=number, message=kind, bits=32)
        message.words[0] = wish
        x11.XSendEvent(server, ctypes.c_ulong(number), 0, ctypes.c_long(0), ctypes.byref(message))
        x11.XCloseDisplay(server)


class _ClientMessage(ctypes.Structure):
    """X's own, filled up to the length of any event."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("server", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message", ctypes.c_ulong),
        ("bits", ctypes.c_int),
        ("words", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )


@contextmanager
def x_screen(folder: Path) -> Iterator[XScreen]:
    """Run an X server on a name that is free, until the block ends."""
    folder.mkdir()
    told, tells = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = [
        "Xvfb",
        "-displayfd",
        str(tells),
        "-screen",
        "0",
        size,
        "-nolisten",
        "tcp",
        "-fbdir",
        str(folder),
    ]
    with subprocess.Popen(command, pass_fds=[tells], stderr=subprocess.DEVNULL) as server:
        os.close(tells)
        try:
            with os.fdopen(told) as said:
                number = said.readline().strip()
            assert number, "the X server did not start"
            yield XScreen(f":{number}", folder)
        finally:
            server.terminate()
