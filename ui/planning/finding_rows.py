"""What is found about the plan, as a list of buttons, what blocks first; each leads to the thing that it is about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.plan_summary import FindingLine
from ui.planning.finding_row import FindingRow
from ui.theme import look

DOMAIN = "plan_summary"


class FindingRows(QWidget):
    """Shows the findings and utters the one that somebody wants to go to."""

    wanted = Signal(object)
    """The `Finding`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.rows: tuple[FindingRow, ...] = ()
        self._none = look(QLabel(wording.say(DOMAIN, "finding.none")), "good")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 8)
        self._column.setSpacing(8)
        self._column.addWidget(self._none)
        self._column.addStretch(1)

    def show_lines(self, lines: tuple[FindingLine, ...]) -> None:
        """Show these; the same ones are left as they are, so that the focus stays."""
        self._none.setVisible(not lines)
        if lines == tuple(row.line for row in self.rows):
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(FindingRow(line) for line in lines)
        for place, row in enumerate(self.rows, start=1):
            row.clicked.connect(lambda _=False, found=row.line.finding: self.wanted.emit(found))
            self._column.insertWidget(place, row)
