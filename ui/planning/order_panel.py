"""The order of the plan: chips for hands, fingers, sides and directions, and the way back to the protocol's."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.plan_order import OrderView, Row
from ui.planning.chip_row import ChipRow
from ui.planning.key_order import reach_in_order
from ui.theme import look

DOMAIN = "plan_hands"


class OrderPanel(QWidget):
    """Shows the order and utters which row is wanted otherwise."""

    wanted = Signal(object, object)
    """The `Row`, and its values in the order that is asked for."""

    reset = Signal()
    """The protocol's own order is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the rows without a chip."""
        super().__init__(parent)
        self.rows = {row: ChipRow() for row in Row}
        self._titles = {row: look(QLabel(), "strong") for row in Row}
        self._parts = {row: QWidget() for row in Row}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(14)
        hint = look(QLabel(wording.say(DOMAIN, "order.hint")), "small")
        hint.setWordWrap(True)
        self._sentence = look(QLabel(), "small")
        self._sentence.setWordWrap(True)
        self.as_the_protocol_says = QPushButton(wording.say(DOMAIN, "order.reset"))
        self.as_the_protocol_says.setAutoDefault(False)
        self.as_the_protocol_says.clicked.connect(self.reset)
        self._column.addWidget(hint)
        for row in Row:
            self._column.addWidget(self._part(row))
            self.rows[row].wanted.connect(lambda values, row=row: self.wanted.emit(row, values))
        self._column.addWidget(self.as_the_protocol_says, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._sentence)
        self._column.addStretch(1)

    def _part(self, row: Row) -> QWidget:
        column = QVBoxLayout(self._parts[row])
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._titles[row])
        column.addWidget(self.rows[row])
        return self._parts[row]

    def show_order(self, view: OrderView) -> None:
        """Show the rows, the hand that comes first above the other."""
        for place, one in enumerate(view.rows, start=1):
            self._titles[one.row].setText(one.title)
            self.rows[one.row].show_row(one)
            if self._column.indexOf(self._parts[one.row]) != place:
                self._column.removeWidget(self._parts[one.row])
                self._column.insertWidget(place, self._parts[one.row])
        chips = (self.rows[one.row] for one in view.rows)
        reach_in_order(row.chips[value] for row in chips for value in row.order)
        own = wording.say(DOMAIN, "order.is_the_protocols") if view.is_the_protocols else ""
        self.as_the_protocol_says.setEnabled(not view.is_the_protocols)
        self.as_the_protocol_says.setToolTip(own)
        self.as_the_protocol_says.setAccessibleDescription(own)
        self._sentence.setText(own)
        self._sentence.setVisible(bool(own))
