"""The keys of the live case, caught before any widget sees them: the pedal is a key like the others.

A key that repeats itself, or that was not released since, does nothing (`held_keys`). Three characters within 50 ms
are a scanner, not a person: digits go out at once and are called back, Space goes out at once when
nothing came just before it, and every other character waits until it is certain.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.held_keys import Repeats, is_typing

BURST_MS: Final = 50
BURST_CHARACTERS: Final = 3
_PRESS: Final = QEvent.Type.KeyPress
_RELEASE: Final = QEvent.Type.KeyRelease
DIGITS: Final = frozenset("0123456789.,")
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AT_ONCE: Final = frozenset({Qt.Key.Key_Space, *_ENTER})
_OTHER_CHORDS: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key, pressed once: which, with Control or without, and the character it makes."""

    key: Qt.Key
    control: bool
    text: str

    @property
    def is_digit(self) -> bool:
        """Whether it belongs on the pad."""
        return not self.control and self.text in DIGITS and bool(self.text)

    @property
    def is_character(self) -> bool:
        """Whether a scanner could have sent it."""
        if self.control:
            return False
        return self.key in _ENTER or (bool(self.text) and self.text.isprintable())


class Pedal(QObject):
    """Listens to every key of the program while `listens` says that the live screen is to be operated."""

    struck = Signal(object)
    """A `Stroke` that a person meant."""

    scanned = Signal(int)
    """A scanner was at work: so many digits went out before that was certain, and are to be taken back."""

    def __init__(
        self,
        parent: QObject,
        listens: Callable[[], bool],
        wanted: Callable[[Stroke], bool],
        moment_ms: Callable[[QKeyEvent], int] | None = None,
    ) -> None:
        """Watch the program's keys; `wanted` tells which keys that are no characters are listened to."""
        super().__init__(parent)
        self._listens = listens
        self._wanted = wanted
        self._moment_ms = moment_ms or moment_of
        self._down: set[int] = set()
        self._repeats = Repeats()
        self._recent: deque[tuple[int, bool]] = deque()
        self._waiting: list[Stroke] = []
        self._scanning_until = 0
        self._certain = QTimer(self)
        self._certain.setSingleShot(True)
        self._certain.setTimerType(Qt.TimerType.PreciseTimer)
        self._certain.setInterval(BURST_MS)
        self._certain.timeout.connect(self._let_go)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that operate the live screen, and let everything else pass."""
        kind = event.type()
        if kind is _RELEASE and isinstance(event, QKeyEvent):
            if not event.isAutoRepeat():
                self._down.discard(event.key())
                self._repeats.note_release(event)
            return False
        if kind is _PRESS and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        is_fresh = event.key() not in self._down and not self._repeats.repeats(event)
        self._down.add(event.key())
        if event.modifiers() & _OTHER_CHORDS or not self._listens() or is_typing():
            return False
        stroke = _stroke(event)
        if not stroke.is_character:
            wanted = self._wanted(stroke)
            if wanted and is_fresh:
                self.struck.emit(stroke)
            return wanted
        if is_fresh:
            self._character(stroke, self._moment_ms(event))
        return True

    def _character(self, stroke: Stroke, moment: int) -> None:
        while self._recent and moment - self._recent[0][0] > BURST_MS:
            self._recent.popleft()
        if moment <= self._scanning_until:
            self._scanning_until = moment + BURST_MS
            return
        alone = not self._recent
        self._recent.append((moment, stroke.is_digit))
        if len(self._recent) >= BURST_CHARACTERS:
            self._scanner(moment, went_out=sum(out for _, out in self._recent) - stroke.is_digit)
        elif stroke.is_digit or (alone and stroke.key in _AT_ONCE):
            self.struck.emit(stroke)
        else:
            self._waiting.append(stroke)
            self._certain.start()

    def _scanner(self, moment: int, went_out: int) -> None:
        self._scanning_until = moment + BURST_MS
        self._recent.clear()
        self._waiting.clear()
        self._certain.stop()
        self.scanned.emit(went_out)

    def _let_go(self) -> None:
        waiting, self._waiting = self._waiting, []
        for stroke in waiting:
            if self._listens() and not is_typing():
                self.struck.emit(stroke)


def moment_of(event: QKeyEvent) -> int:
    """Return when a key was pressed, in ms of one steady count: the window system's own, else this program's."""
    return event.timestamp() or time.monotonic_ns() // 1_000_000


def _stroke(event: QKeyEvent) -> Stroke:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return Stroke(Qt.Key(event.key()), control, event.text())


def no_dialog_is_open() -> bool:
    """Whether nothing stands in front of the window that takes the keys."""
    return QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None
