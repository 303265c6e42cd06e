"""The sums of the case, as far as the nurse's side may know, over the strip of its aliquots."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.totals import Totals
from injection_plan.volume import Volume
from ui.guidance.cell_strip import CellStrip
from ui.guidance.proportions import Proportions
from ui.theme import Place, look

DOMAIN = "live"
_SUMS: Final = (
    ("prepared", "total"),
    ("given", "total-given"),
    ("verified", "total-verified"),
    ("still_to_give", "total"),
    ("omitted", "total-omitted"),
    ("not_planned", "total-omitted"),
)
_ONLY_WHERE_ANY: Final = frozenset({"omitted", "not_planned"})


class _Sum(QWidget):
    """One sum under its word."""

    def __init__(self, name: str, how: str, proportions: Proportions) -> None:
        super().__init__()
        self._number = look(QLabel(), how)
        word = look(QLabel(wording.say(DOMAIN, f"total.{name}")), "total-word")
        self._number.setAccessibleName(word.text())
        unit = look(QLabel(wording.say(DOMAIN, "pad.unit")), "total-unit")
        row = QHBoxLayout()
        proportions.layout(row, spacing=6)
        row.addWidget(self._number)
        row.addWidget(unit)
        row.addStretch(1)
        column = QVBoxLayout(self)
        proportions.layout(column, spacing=0)
        column.addWidget(word)
        column.addLayout(row)

    def show_volume(self, volume: Volume) -> None:
        """Show the sum."""
        text = wording.number(volume)
        if text != self._number.text():
            self._number.setText(text)
            self._number.setAccessibleDescription(wording.volume(volume))


class TotalsStrip(QWidget):
    """Shows `Totals`; an equal value changes nothing."""

    def __init__(self, proportions: Proportions, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Totals | None = None
        self._sums = {name: _Sum(name, how, proportions) for name, how in _SUMS}
        self.cells = CellStrip(proportions, place)
        row = QHBoxLayout()
        proportions.layout(row, spacing=34)
        for one in self._sums.values():
            row.addWidget(one)
        row.addStretch(1)
        column = QVBoxLayout(self)
        proportions.layout(column, spacing=10)
        column.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.cells)
        column.addStretch(1)

    def show_totals(self, totals: Totals) -> None:
        """Show these sums and cells."""
        if totals == self._shown:
            return
        self._shown = totals
        for name, volume in _volumes(totals):
            self._sums[name].show_volume(volume)
            if name in _ONLY_WHERE_ANY and self._sums[name].isHidden() is bool(volume):
                self._sums[name].setVisible(bool(volume))
        self.cells.show_cells(totals.cells)


def _volumes(totals: Totals) -> tuple[tuple[str, Volume], ...]:
    return (
        ("prepared", totals.prepared),
        ("given", totals.given),
        ("verified", totals.verified),
        ("still_to_give", totals.still_to_give),
        ("omitted", totals.omitted),
        ("not_planned", totals.not_planned),
    )
