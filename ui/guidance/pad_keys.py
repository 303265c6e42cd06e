"""The big keys beside the pad: big enough for a gloved finger, and none of them takes the focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app import wording
from ui.guidance.proportions import Proportions
from ui.theme import look

DOMAIN = "live"
_ROWS = ("789", "456", "123", "0.\b")
_SIGNS = {"\b": "⌫"}
_NAMES = {"\b": "pad.key.back", ".": "pad.key.point"}


class PadKeys(QWidget):
    """Ten digits, a point and one step back."""

    typed = Signal(str)
    """The character of the key that was pressed."""

    def __init__(self, proportions: Proportions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        proportions.layout(grid, spacing=8)
        self._keys: dict[str, QPushButton] = {}
        for row, characters in enumerate(_ROWS):
            for column, character in enumerate(characters):
                key = look(QPushButton(_SIGNS.get(character, character)), "digit")
                key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                name = _NAMES.get(character)
                key.setAccessibleName(character if name is None else wording.say(DOMAIN, name))
                key.clicked.connect(partial(self.typed.emit, character))
                grid.addWidget(key, row, column)
                self._keys[character] = key

    def key(self, character: str) -> QPushButton:
        """Return the key of a character; one that the pad lacks is a `KeyError`."""
        return self._keys[character]
