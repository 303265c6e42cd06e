"""The bands across the top of the window: practice, not recorded, paused, and a time-out that is due."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app import wording
from ui.theme import ROOM, Place, dress, look

DOMAIN = "cases"


class Band(QFrame):
    """One line across the window that stays until what it says is over."""

    def __init__(self, its_look: str, place: Place = ROOM, parent: QWidget | None = None) -> None:
        """Lay out an empty band, not shown yet."""
        super().__init__(parent)
        dress(self, place)
        look(self, its_look)
        self._loud = look(QLabel(), "band")
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(32, 8, 24, 8)
        self.row.setSpacing(16)
        self.row.addWidget(self._loud)
        self.row.addWidget(self._told, 1)
        self.hide()

    def show_words(self, loud: str, told: str) -> None:
        """Say this, and keep saying it."""
        self._loud.setText(loud)
        self._told.setText(told)
        self.setAccessibleName(f"{loud} {told}")
        self.show()

    @property
    def words(self) -> str:
        """What the band says; nothing while it is not shown."""
        return "" if self.isHidden() else self.accessibleName()


class DueBand(Band):
    """Says that a time-out is due while somebody looks at the hands, and leads back to it."""

    wanted = Signal()
    """Somebody wants the time-out now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Put the way to the time-out into the band."""
        super().__init__("due", ROOM, parent)
        words = wording.say(DOMAIN, "band.to_time_out")
        button = QPushButton(wording.say(DOMAIN, "button.with_key", text=words, key="Ctrl+T"))
        button.setShortcut("Ctrl+T")
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.wanted)
        self.row.addWidget(button)


class NoticeBand(Band):
    """Says once what came of something, until somebody has read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Put the button that takes it away into the band."""
        super().__init__("notice", ROOM, parent)
        close = QPushButton(wording.say(DOMAIN, "band.read"))
        close.setAutoDefault(False)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.hide)
        self.row.addWidget(close)
