"""The line above the product page: what must be seen of it wherever the page is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.read_models.eligibility_sheet import Bearing
from app.read_models.product_glance import ProductGlance
from ui.planning.state_shape import StateShape
from ui.theme import look

_LOOKS = {Bearing.OPEN: "strong", Bearing.FOR: "good", Bearing.AGAINST: "against"}


class ProductStrip(QWidget):
    """Shows the label match as shape and words, what is needed as its own, and what may stay empty as quiet words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no product yet."""
        super().__init__(parent)
        look(self, "panel").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shape = StateShape()
        self.label = look(QLabel(), "strong")
        self.needed = look(QLabel(), "chip-due")
        self.not_recorded = look(QLabel(), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 7, 32, 7)
        row.setSpacing(10)
        row.addWidget(self._shape)
        row.addWidget(self.label)
        row.addStretch(1)
        row.addWidget(self.needed)
        row.addSpacing(6)
        row.addWidget(self.not_recorded)

    def show_glance(self, glance: ProductGlance) -> None:
        """Show how the page stands."""
        self._shape.show_bearing(glance.bearing)
        look(self.label, _LOOKS[glance.bearing]).setText(glance.label)
        for label, words in ((self.needed, glance.needed), (self.not_recorded, glance.not_recorded)):
            label.setText(words)
            label.setVisible(bool(words))
