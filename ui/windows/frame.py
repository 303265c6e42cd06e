"""What stands around every page of a window: title, bands, and the keys that work everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app import wording
from app.journal import JournalError
from app.read_models.faults import why_unstored
from ui.theme import ROOM, dress
from ui.windows.bands import Band, DueBand, NoticeBand
from ui.windows.key_list import KeyList

DOMAIN = "cases"


@dataclass(frozen=True, slots=True)
class CaseName:
    """What a window says of the case that is open in it; without `case` it has no number yet, or there is none."""

    participant: str = ""
    case: str = ""
    practice: bool = False
    paused: bool = False


class FramedWindow(QMainWindow):
    """What stands around every page: the bands, the title, and the keys that work everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out an empty window in the room's theme."""
        super().__init__(parent)
        dress(self, ROOM)
        self.practice_band = Band("practice")
        self.unrecorded_band = Band("danger")
        self.paused_band = Band("paused")
        self.due_band = DueBand()
        self.notice_band = NoticeBand()
        self.pages = QStackedWidget()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # Side by side where both stand, so that a small screen keeps its height for the hands.
        standing = QHBoxLayout()
        standing.setSpacing(0)
        standing.addWidget(self.practice_band, 1)
        standing.addWidget(self.paused_band, 2)
        column.addLayout(standing)
        for band in (self.unrecorded_band, self.due_band, self.notice_band):
            column.addWidget(band)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.setMinimumSize(1180, 700)
        self._key_list: KeyList | None = None
        self.name_case(None)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self.toggle_full_screen)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.show_keys)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Show the list of keys, once."""
        if self._key_list is None:
            self._key_list = KeyList(self)
        self._key_list.show()
        self._key_list.activateWindow()

    def name_case(self, name: CaseName | None) -> None:
        """Say in title and bands whose case this is, whether it is practice, and whether it is paused."""
        name = name or CaseName()
        if name.practice:
            self.practice_band.show_words(
                wording.say(DOMAIN, "band.practice"), wording.say(DOMAIN, "band.practice_told")
            )
        else:
            self.practice_band.hide()
        if name.paused:
            self.paused_band.show_words(
                wording.say(DOMAIN, "band.paused"), wording.say(DOMAIN, "band.paused_told")
            )
        else:
            self.paused_band.hide()
        title = wording.say(DOMAIN, "start.title")
        if name.case:
            title = wording.say(DOMAIN, "window.case", participant=name.participant, case=name.case)
        practice = wording.say(DOMAIN, "window.practice", title=title)
        self.setWindowTitle(practice if name.practice else title)

    def say_unrecorded(self, fault: JournalError) -> None:
        """Say that the last thing asked is not on disk, and why, until a later entry is."""
        self.unrecorded_band.show_words(wording.say(DOMAIN, "band.not_recorded"), why_unstored(fault))
