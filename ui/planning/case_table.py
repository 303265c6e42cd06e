"""The table of cases: one row each, the newest entry first; a row is chosen, and only then opened."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app import wording
from app.read_models.case_list import CaseLine

DOMAIN = "cases"
ROW_HEIGHT = 56
COLUMNS = ("participant", "case", "state", "progress", "last_entry", "action")
_WIDE = COLUMNS.index("progress")
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CaseLines(QAbstractTableModel):
    """The lines of the list as a table's cells."""

    def __init__(self) -> None:
        """Start without a line."""
        super().__init__()
        self.lines: tuple[CaseLine, ...] = ()

    def show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        """Take these lines instead of those before."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One row for each case."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """The columns of the list."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, or the weight of its type."""
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.FontRole and column == "participant":
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return str(getattr(line, column))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's word; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return wording.say(DOMAIN, f"list.column.{COLUMNS[section]}")


class CaseTable(QTableView):
    """Shows the cases; Enter or a double click asks for the chosen one."""

    opened = Signal(object)
    """The `CaseLine` that is asked for."""

    chosen = Signal(object)
    """The `CaseLine` now chosen, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the empty table."""
        super().__init__(parent)
        self._lines = CaseLines()
        self.setModel(self._lines)
        self.setAccessibleName(wording.say(DOMAIN, "list.title"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WIDE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _: self.open_chosen())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.line))

    @property
    def line(self) -> CaseLine | None:
        """The chosen line, or nothing."""
        index = self.currentIndex()
        return self._lines.lines[index.row()] if index.isValid() else None

    def show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        """Show these cases, the first of them chosen."""
        self._lines.show_lines(lines)
        if lines:
            self.selectRow(0)
        self.chosen.emit(self.line)

    def open_chosen(self) -> None:
        """Ask for the chosen case."""
        if self.line is not None:
            self.opened.emit(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter ask for the chosen case, once for each press."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.open_chosen()
            return
        super().keyPressEvent(event)
