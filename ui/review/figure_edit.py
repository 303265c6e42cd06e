"""A small field for one figure in millilitres: Enter goes on to the next, and what is wrong is said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import refresh

LONGEST = 12


class FigureEdit(QLineEdit):
    """A right-aligned line for a volume; it changes nothing that is typed."""

    def __init__(self, spoken: str, width: int, parent: QWidget | None = None) -> None:
        """Show an empty field that a screen reader calls `spoken`."""
        super().__init__(parent)
        self.setFixedWidth(width)
        self.setMaxLength(LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(spoken)
        self.returnPressed.connect(self.focusNextChild)

    def show_text(self, text: str) -> None:
        """Put a text in without moving the cursor of somebody who types."""
        if self.text() != text:
            self.setText(text)

    def show_problem(self, sentence: str) -> None:
        """Draw the field as wrong while there is a sentence against it."""
        show_wrong(self, sentence)


def show_wrong(edit: QWidget, sentence: str) -> None:
    """Draw a field as wrong while there is a sentence against it, and let that be read aloud."""
    wrong = "true" if sentence else "false"
    edit.setAccessibleDescription(sentence)
    edit.setToolTip(sentence)
    if (edit.property("wrong") or "false") != wrong:
        edit.setProperty("wrong", wrong)
        refresh(edit)
