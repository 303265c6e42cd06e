"""The table of cases: one row each, the newest entry first; a row is chosen, and only then opened."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app import wording
from app.drawing.shapes import Weight
from app.read_models.case_list import CaseLine
from ui.hand import typeface
from ui.theme import DESK, colour, pixels

DOMAIN = "cases"
ROW_HEIGHT = 56
TAG_HEIGHT, TAG_EDGE, TAG_AIR = 26, 14, 12
PRACTICE_ROLE = Qt.ItemDataRole.UserRole
"""Whether the case of a row is practice."""
COLUMNS = ("whose", "case", "state", "progress", "last_entry", "action")
_WHOSE = COLUMNS.index("whose")
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
        if role == PRACTICE_ROLE:
            return line.practice
        if role == Qt.ItemDataRole.FontRole and column == "whose":
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


class PracticeTag(QStyledItemDelegate):
    """Draws the word of a practice case as a tag in the colour of practice, so that it is taken for no one's code."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Leave the word of a practice case out of the plain cell: it stands on the tag."""
        super().initStyleOption(option, index)
        if index.data(PRACTICE_ROLE):
            setattr(option, "text", "")  # noqa: B010 - the stub lacks the fields of a style option

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return room for the tag."""
        plain = super().sizeHint(option, index)
        words = QFontMetrics(_tag_font()).horizontalAdvance(str(index.data()))
        return QSize(max(plain.width(), words + 2 * (TAG_EDGE + TAG_AIR)), plain.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the cell, and the tag over it."""
        super().paint(painter, option, index)
        if not index.data(PRACTICE_ROLE):
            return
        room: QRect = getattr(option, "rect")  # noqa: B009 - the stub lacks the fields of a style option
        words = str(index.data())
        width = QFontMetrics(_tag_font()).horizontalAdvance(words) + 2 * TAG_AIR
        tag = QRect(
            room.x() + TAG_EDGE, room.center().y() - pixels(TAG_HEIGHT) // 2, width, pixels(TAG_HEIGHT)
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(DESK, "practice"))
        painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
        painter.setFont(_tag_font())
        painter.setPen(colour(DESK, "on_practice"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def _tag_font() -> QFont:
    return typeface.font(Weight.BOLD, pixels(14))


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
        self.setItemDelegateForColumn(_WHOSE, PracticeTag(self))
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

    def show_lines(self, lines: tuple[CaseLine, ...], first: CaseLine | None = None) -> None:
        """Show these cases, with `first` or else the topmost of them chosen."""
        self._lines.show_lines(lines)
        if lines:
            self.selectRow(0 if first is None else lines.index(first))
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
