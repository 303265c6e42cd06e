"""A sample of both places side by side, because the settings are read at the desk only."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from injection_plan.terms import Standing
from injection_plan.volume import Volume
from ui.theme import Place, dress, look

DOMAIN = "settings"
_SHOWN = "RH-2-PIP-uln-dis"
_VOLUME = Volume(250)


class ThemeSample(QWidget):
    """Shows one aliquot as the desk and as the room would; it follows the theme like everything that is dressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out one card for each place."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for place, words in (
            (Place.DESK, wording.say(DOMAIN, "sample.desk")),
            (Place.ROOM, wording.say(DOMAIN, "sample.room")),
        ):
            row.addWidget(_card(place, words), 1)


def _card(place: Place, words: str) -> QFrame:
    card = QFrame()
    dress(card, place)
    look(card, "card")
    phrase = look(QLabel(wording.aliquot(_SHOWN)), "strong")
    phrase.setWordWrap(True)
    state = QHBoxLayout()
    state.addWidget(look(QLabel(wording.volume(_VOLUME)), "figure"))
    state.addWidget(look(QLabel(wording.standing(Standing.VERIFIED)), "chip-good"))
    state.addStretch(1)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(6)
    column.addWidget(look(QLabel(words), "small"))
    column.addWidget(phrase, 1)
    column.addLayout(state)
    return card
