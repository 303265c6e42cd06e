"""The twin of the hands: every pass as a row, reached by keys alone; a row that is chosen is a pass selected."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QWidget

from app import wording
from app.read_models.hands_step import PassRow
from ui.checks.read_table import ReadTable
from ui.planning.section_table import Wrapped
from ui.theme import colour, pixels, worn_by

DOMAIN = "plan_hands"
HEAD = ("number", "pass", "volume", "syringe")
_WIDTHS = {"number": 68, "volume": 104, "syringe": 92}
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PassRows(QAbstractTableModel):
    """The rows of the table; each is spoken as a whole."""

    def __init__(self, table: QWidget) -> None:
        """Hold no row yet; what is not planned is written in the warning ink of the table's theme."""
        super().__init__(table)
        self._table = table
        self.rows: tuple[PassRow, ...] = ()

    def show_rows(self, rows: tuple[PassRow, ...]) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, code: str | None) -> int | None:
        """Return in which row a pass stands, or nothing."""
        return next((place for place, row in enumerate(self.rows) if row.code == code), None)

    def first_at(self, where: str | None) -> int:
        """Return the first row of a finger or an entry site; without one, the first of all."""
        front = f"{where}-"
        return next((place for place, row in enumerate(self.rows) if row.code.startswith(front)), 0)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One row for each pass."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """The columns of the table."""
        return 0 if parent.isValid() else len(HEAD)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; for a screen reader those of the whole row."""
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return (row.number, row.phrase_and_why, row.volume, row.syringe)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.number}, {row.phrase}, {row.volume}, {row.syringe}, {row.standing}"
        if role == Qt.ItemDataRole.ForegroundRole and not row.is_planned:
            ink: QColor = colour(worn_by(self._table), "danger_text")
            return ink
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's word; rows have none."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return wording.say(DOMAIN, f"table.{HEAD[section]}") if role == Qt.ItemDataRole.DisplayRole else None


class PassTable(ReadTable):
    """Shows the rows; choosing one selects its pass and changes nothing."""

    row_chosen = Signal(str)
    """The code of the pass whose row was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no row yet."""
        super().__init__(parent=parent)
        self._rows = PassRows(self)
        self._showing = False
        self.setModel(self._rows)
        self.setItemDelegate(Wrapped(self))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(wording.say(DOMAIN, "table.name"))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setSectionResizeMode(HEAD.index("pass"), QHeaderView.ResizeMode.Stretch)
        for name, width in _WIDTHS.items():
            self.setColumnWidth(HEAD.index(name), pixels(width))
        self.selectionModel().selectionChanged.connect(lambda *_: self._choose())

    @property
    def rows(self) -> tuple[PassRow, ...]:
        """The rows that are shown."""
        return self._rows.rows

    def show_rows(self, rows: tuple[PassRow, ...], selected: str | None) -> None:
        """Show these rows, that of the selected pass marked and in sight."""
        self._showing = True
        if rows != self._rows.rows:
            scrolled = self.verticalScrollBar().value()
            self._rows.show_rows(rows)
            self.verticalScrollBar().setValue(scrolled)
        place = self._rows.place_of(selected)
        kind = QItemSelectionModel.SelectionFlag
        if place is None:
            self.clearSelection()
            # Where the keys begin, so that coming here selects nothing by itself.
            begin = self._rows.index(self._rows.first_at(selected), 0)
            self.selectionModel().setCurrentIndex(begin, kind.NoUpdate)
        elif self.chosen != selected:
            self.selectionModel().setCurrentIndex(self._rows.index(place, 0), kind.ClearAndSelect | kind.Rows)
        self._showing = False

    @property
    def chosen(self) -> str | None:
        """The code of the pass whose row is selected, or nothing."""
        rows = self.selectionModel().selectedRows()
        return self._rows.rows[rows[0].row()].code if rows else None

    def _choose(self) -> None:
        if self.chosen is not None and not self._showing:
            self.row_chosen.emit(self.chosen)
