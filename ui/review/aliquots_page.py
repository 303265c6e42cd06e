"""Every aliquot and extra pass as it stands, and the way to put a wrong entry right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.review import DeliveryRow
from ui.review.row_table import RowModel, RowTable
from ui.theme import look

DOMAIN = "closing"
HEAD = ("phrase", "planned", "given", "when", "mark", "standing", "remark")
WIDTHS = (492, 120, 106, 114, 168, 140, 120)


class AliquotsPage(QWidget):
    """Shows the aliquots and utters the code of the one whose entry was wrong."""

    wrong = Signal(str)
    """The code of the aliquot whose entry is to be put right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no aliquot yet."""
        super().__init__(parent)
        self._rows: tuple[DeliveryRow, ...] = ()
        self._closed = ""
        self.model = RowModel(tuple(wording.say(DOMAIN, f"aliquots.{name}") for name in HEAD))
        self.table = RowTable(self.model, WIDTHS, len(HEAD) - 1)
        self.table.setAccessibleName(wording.say(DOMAIN, "tab.aliquots"))
        self.button = QPushButton(wording.say(DOMAIN, "aliquots.wrong"))
        self.button.setAutoDefault(False)
        self._why = look(QLabel(), "quiet")
        card = look(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.addWidget(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self._why, 1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card, 1)
        column.addLayout(foot)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.table.activated.connect(lambda _: self._ask())
        self.button.clicked.connect(self._ask)

    def show_rows(self, rows: tuple[DeliveryRow, ...], closed: str) -> None:
        """Show these; `closed` says why nothing can be put right now, or is empty."""
        was = self._rows[self.table.row].code if self.table.row is not None else ""
        self._rows, self._closed = rows, closed
        self.model.show_rows(tuple(_cells(row) for row in rows))
        at = next((number for number, row in enumerate(rows) if row.code == was), None)
        if at is not None:
            self.table.selectRow(at)
        self._offer()

    def _offer(self) -> None:
        chosen = self._rows[self.table.row] if self.table.row is not None else None
        why = self._closed
        if not why and chosen is None:
            why = wording.say(DOMAIN, "aliquots.choose")
        elif not why and chosen is not None and not chosen.may_void:
            why = wording.say(DOMAIN, "aliquots.no_entry")
        self._why.setText(why)
        self.button.setEnabled(not why)
        self.button.setToolTip(why)
        self.button.setAccessibleDescription(why)

    def _ask(self) -> None:
        if self.button.isEnabled() and self.table.row is not None:
            self.wrong.emit(self._rows[self.table.row].code)


def _cells(row: DeliveryRow) -> tuple[str, ...]:
    return (row.phrase, row.planned, row.given, row.when, row.mark, row.standing_word, row.remark)
