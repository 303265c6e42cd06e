"""A field for a full name, with the people of the case beside it, who can be pressed instead of typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app import wording
from ui.planning.answer_field import AnswerField
from ui.theme import pixels

DOMAIN = "syringes"
NAME_WIDTH = 290
BELOW_THE_WORD = 18
LONGEST_SHOWN = 200


class PersonField(QWidget):
    """Starts empty: nobody is taken for the one who did it until somebody says so."""

    edited = Signal()
    """The name has changed."""

    finished = Signal()
    """The person has left the field, or pressed a name."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        """Show the empty field."""
        super().__init__(parent)
        self.field = AnswerField(word, wording.say(DOMAIN, "hint.name"), "")
        self.field.setFixedWidth(pixels(NAME_WIDTH))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setContentsMargins(0, pixels(BELOW_THE_WORD) + 3, 0, 0)
        self._names: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        self.field.edited.connect(self.edited)
        self.field.finished.connect(self.finished)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text

    def show_names(self, names: tuple[str, ...]) -> None:
        """Offer these people."""
        if names == self._names:
            return
        self._names = names
        while (item := self._buttons.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        before: QWidget = self.field.edit
        for name in names:
            button = QPushButton()
            shown = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, LONGEST_SHOWN)
            button.setText(shown)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.setAccessibleName(wording.say(DOMAIN, "pick", name=name))
            button.clicked.connect(lambda _=False, name=name: self._pick(name))
            self._buttons.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button

    def _pick(self, name: str) -> None:
        self.field.show_text(name)
        self.finished.emit()
