"""The timeline's rows as Qt's tables want them; what each cell says was chosen by the read model."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from app.drawing.palette import Theme
from app.drawing.shapes import Weight
from app.read_models.timeline import TimelineRow, Tone
from injection_plan.terms import Standing
from ui.hand import typeface
from ui.theme import Place, colour, theme_of

WHEN, PHRASE, VOLUME, MARK = range(4)
COLUMNS: Final = 4
Index = QModelIndex | QPersistentModelIndex

_TONES: Final = {
    Tone.DONE: "text",
    Tone.OWED: "text",
    Tone.NOW: "current",
    Tone.NEXT: "quiet",
    Tone.LATER: "quiet",
    Tone.LEFT_OUT: "quiet",
}
_MARKS: Final = {
    Standing.MARK_OWED: "given",
    Standing.NOT_READ: "warning_text",
    Standing.VERIFIED: "verified",
    Standing.MARK_DIFFERS: "differs",
    Standing.OMITTED: "omitted",
    Standing.NOT_PLANNED: "not_planned",
    Standing.UNKNOWN: "unknown",
}
_ANSWERED: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.TextAlignmentRole,
    }
)


@cache
def _inks(theme: Theme) -> dict[str, QColor]:
    return {name: colour(theme, name) for name in {*_TONES.values(), *_MARKS.values()}}


def _fonts(pixels: int) -> dict[Weight, QFont]:
    return {weight: typeface.font(weight, pixels) for weight in Weight}


class TimelineModel(QAbstractTableModel):
    """Rows that are replaced as a whole; only what changed is announced."""

    def __init__(self, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._fonts = _fonts(17)
        self.rows: tuple[TimelineRow, ...] = ()

    def show_rows(self, rows: tuple[TimelineRow, ...]) -> bool:
        """Take these rows, and return whether anything is different."""
        if rows == self.rows:
            return False
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        changed = [place for place, row in enumerate(rows) if row != self.rows[place]]
        self.rows = rows
        self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], COLUMNS - 1))
        return True

    def set_pixels(self, pixels: int) -> None:
        """Set the size of the letters."""
        self._fonts = _fonts(pixels)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, COLUMNS - 1))

    def place_of(self, code: str | None) -> int | None:
        """Return in which row a code stands, or nothing."""
        return next((place for place, row in enumerate(self.rows) if row.code == code), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the four columns: when, which aliquot, how much, what its mark says."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, in which ink, and the whole row in words for whoever hears it."""
        # A table asks for a dozen roles of each cell, at every repaint; most have no answer here.
        if role not in _ANSWERED or not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (row.when, row.phrase, row.volume, row.mark)[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ForegroundRole:
                return _inks(theme_of(self._place))[self._ink(row, column)]
            case Qt.ItemDataRole.FontRole:
                return self._fonts[self._weight(row, column)]
            case Qt.ItemDataRole.TextAlignmentRole if column == VOLUME:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return None

    def _ink(self, row: TimelineRow, column: int) -> str:
        if column == MARK:
            return _MARKS.get(row.standing, _TONES[row.tone])
        return _TONES[row.tone]

    def _weight(self, row: TimelineRow, column: int) -> Weight:
        if row.tone is Tone.NOW or (row.tone is Tone.OWED and column == MARK):
            return Weight.BOLD
        return Weight.MEDIUM if row.tone is Tone.OWED else Weight.REGULAR
