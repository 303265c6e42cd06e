"""A table of one section's rows: read-only words that wrap, walked by the arrow keys, each row spoken as a whole."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.checks.read_table import ReadTable
from ui.theme import DESK, colour

SIDE, ABOVE = 20, 10  # around the words of a cell, as the style sheet pads it
AnyIndex = QModelIndex | QPersistentModelIndex
Rows = tuple[tuple[str, ...], ...]
_NOWHERE = QModelIndex()


class SectionModel(QAbstractTableModel):
    """Every cell is a text; cells of the last column in rows that are `loud` stand out."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.head: tuple[str, ...] = ()
        self.rows: Rows = ()
        self.loud: frozenset[int] = frozenset()

    def show_rows(self, head: tuple[str, ...], rows: Rows, loud: frozenset[int] = frozenset()) -> None:
        """Hold these rows, each as long as the head."""
        self.beginResetModel()
        self.head, self.rows, self.loud = head, rows, loud
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.head)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or for a screen reader the whole row's."""
        row = self.rows[index.row()]
        is_loud = index.row() in self.loud and index.column() == len(self.head) - 1
        if role == Qt.ItemDataRole.DisplayRole:
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell for cell in row if cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and is_loud:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and is_loud:
            return colour(DESK, "warning_text")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the word above a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.head[section] if role == Qt.ItemDataRole.DisplayRole else None


class Wrapped(QStyledItemDelegate):
    """Gives every cell the height of its words at the breadth of its column."""

    def __init__(self, table: QTableView) -> None:
        """Serve a table, which knows how broad its columns are."""
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of the wrapped words, with air around them."""
        broad = self._table.columnWidth(index.column()) - 2 * SIDE
        chosen = index.data(Qt.ItemDataRole.FontRole)
        letters = QFontMetrics(chosen if isinstance(chosen, QFont) else self._table.font())
        words = letters.boundingRect(0, 0, max(broad, 40), 0, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(broad, words.height() + 2 * ABOVE)


class SectionTable(ReadTable):
    """Shows rows of words; columns take their `shares` of the breadth, in percent."""

    chosen = Signal(int)
    """The number of the row that somebody chose, counted from 0."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Lay out an empty table that is called `name`."""
        self._rows = SectionModel()
        super().__init__(self._rows, parent)
        self._shares: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setItemDelegate(Wrapped(self))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(
        self, head: tuple[str, ...], shares: tuple[int, ...], rows: Rows, loud: frozenset[int] = frozenset()
    ) -> None:
        """Show these rows from the top, none of them chosen; without words in the head there is none."""
        self._shares = shares
        self.horizontalHeader().setVisible(any(head))
        self._rows.show_rows(head, rows, loud)
        self.scrollToTop()
        self._share()

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight; one that is chosen already is not told again."""
        if row != self.row:
            self.selectRow(row)
        self.scrollTo(self._rows.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new breadth among the columns."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        breadth = self.viewport().width()
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, breadth * share // sum(self._shares))
        self.resizeRowsToContents()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
