"""The one sentence at a field, in a frame by how it bears; a question carries the button that settles it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from app import wording
from app.read_models.field_said import Bearing, Said
from ui.planning.wrapped_words import WrappedWords
from ui.theme import look

DOMAIN = "product"
_LOOKS = {
    Bearing.WRONG: ("told", "problem"),
    Bearing.QUESTIONED: ("warning", "small"),
    Bearing.WARNS: ("warning", "small"),
    Bearing.AGREES: ("told", "good"),
}


class SaidLine(QFrame):
    """Shows a sentence, or is not there; it utters that somebody says: it is right as it stands."""

    confirmed = Signal()
    """Somebody says that the questioned text is right as it stands."""

    def __init__(self, field: str, *, wide: bool = True, parent: QWidget | None = None) -> None:
        """Show nothing; `field` is how the field is called when the button is read aloud.

        A `wide` one has its button beside the sentence, another one below it.
        """
        super().__init__(parent)
        self._label = WrappedWords()
        self._confirm = QPushButton(wording.say(DOMAIN, "confirm"))
        self._confirm.setAutoDefault(False)
        self._confirm.setAccessibleName(wording.say(DOMAIN, "confirm_spoken", field=field))
        across = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row = QBoxLayout(across, self)
        self._row.setSpacing(12 if wide else 6)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignLeft)
        self._confirm.clicked.connect(self.confirmed)
        self.show_said(None)

    @property
    def sentence(self) -> str:
        """What is said, or nothing."""
        return "" if self.isHidden() else self._label.text()

    @property
    def button(self) -> QPushButton:
        """The button that settles a question; hidden while there is none."""
        return self._confirm

    def show_said(self, said: Said | None) -> None:
        """Say this, or nothing."""
        self.setVisible(said is not None)
        self._confirm.setVisible(said is not None and said.bearing is Bearing.QUESTIONED)
        if said is None:
            self._label.show_words("")
            return
        frame, letters = _LOOKS[said.bearing]
        look(self, frame)
        look(self._label, letters)
        edge = (12, 6) if frame == "warning" else (0, 0)
        self._row.setContentsMargins(*edge, *edge)
        self._label.show_words(said.sentence)
