"""Every entry of the case, newest first: when, who, and what it says in words."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app import wording
from app.read_models.review import EntryRow
from ui.review.row_table import RowModel, RowTable
from ui.theme import look

DOMAIN = "closing"
HEAD = ("number", "when", "who", "entered_by", "what")
WIDTHS = (72, 282, 250, 180, 300)


class EntriesPage(QWidget):
    """Shows the entries; nothing can be changed here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no entry yet."""
        super().__init__(parent)
        self.model = RowModel(tuple(wording.say(DOMAIN, f"entries.{name}") for name in HEAD))
        self.table = RowTable(self.model, WIDTHS, len(HEAD) - 1)
        self.table.setAccessibleName(wording.say(DOMAIN, "tab.entries"))
        card = look(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Show these entries."""
        cells = ((str(row.number), row.when, row.who, row.entered_by, row.what) for row in rows)
        self.model.show_rows(tuple(cells))
