"""The marks that differ, each with the line in which it is explained."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app import wording
from app.read_models.reconcile_form import MarkText, mark_explained_field
from app.read_models.review import DeliveryRow
from ui.review.columns import SIDE
from ui.review.figure_edit import show_wrong
from ui.theme import look

DOMAIN = "closing"
LONGEST = 2000
PHRASE_WIDTH = 430
MARK_WIDTH = 230


class MarkRows(QWidget):
    """Shows one row for each mark that differs; without one it is not there."""

    edited = Signal()
    """An explanation has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no row."""
        super().__init__(parent)
        self.edits: dict[str, QLineEdit] = {}
        self._rows: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE, 10, SIDE, 8)
        self._column.setSpacing(6)
        self._column.addWidget(look(QLabel(wording.say(DOMAIN, "reconcile.marks")), "heading"))
        self.hide()

    def show_rows(self, rows: tuple[DeliveryRow, ...]) -> None:
        """Show these; a row that stays keeps what was typed in it."""
        wanted = {row.code: row for row in rows}
        for code in [code for code in self.edits if code not in wanted]:
            del self.edits[code]
            explained = self._rows.pop(code)
            explained.hide()
            explained.deleteLater()
        for code, row in wanted.items():
            if code not in self.edits:
                self._add(code, row)
        self.setVisible(bool(wanted))

    def _add(self, code: str, row: DeliveryRow) -> None:
        edit = QLineEdit()
        edit.setMaxLength(LONGEST)
        edit.setPlaceholderText(wording.say(DOMAIN, "reconcile.mark_words"))
        edit.setAccessibleName(wording.say(DOMAIN, "reconcile.mark_spoken", aliquot=row.phrase))
        edit.textChanged.connect(lambda _: self.edited.emit())
        edit.returnPressed.connect(edit.focusNextChild)
        phrase, mark = look(QLabel(row.phrase), "strong"), QLabel(row.mark)
        phrase.setFixedWidth(PHRASE_WIDTH)
        mark.setFixedWidth(MARK_WIDTH)
        shown = QWidget()
        line = QHBoxLayout(shown)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (phrase, mark):
            widget.setWordWrap(True)
            line.addWidget(widget)
        line.addWidget(edit, 1)
        self._column.addWidget(shown)
        self.edits[code] = edit
        self._rows[code] = shown

    @property
    def texts(self) -> tuple[MarkText, ...]:
        """What was typed for each."""
        return tuple(MarkText(code, edit.text()) for code, edit in self.edits.items())

    def show_texts(self, texts: tuple[MarkText, ...]) -> None:
        """Put explanations in, as when those recorded before are taken over."""
        for text in texts:
            if text.code in self.edits:
                self.edits[text.code].setText(text.explanation)

    def show_problems(self, problems: dict[str, str], *, asked: bool) -> None:
        """Draw what is missing as wrong once somebody asked to go on."""
        for code, edit in self.edits.items():
            show_wrong(edit, problems.get(mark_explained_field(code), "") if asked else "")
