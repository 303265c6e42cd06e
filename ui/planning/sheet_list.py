"""The list of the eligibility page: each line with its state as shape and word, walked by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import wording
from app.drawing.palette import Theme
from app.drawing.shapes import Weight
from app.read_models.eligibility_sheet import Bearing
from app.read_models.sheet_entries import Part, SheetEntry
from injection_plan.terms import Verdict
from ui.hand import typeface
from ui.planning.state_shape import SIZE, draw_state
from ui.theme import colour, look, pixels, worn_by

DOMAIN = "eligibility"
ENTRY = Qt.ItemDataRole.UserRole
"""The `SheetEntry` of a row."""
ROW, HEADING, EDGE = 56, 38, 14
VERDICTS = {Qt.Key.Key_M: Verdict.MET, Qt.Key.Key_N: Verdict.NOT_MET}
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STATE_INK = {Bearing.OPEN: "quiet", Bearing.FOR: "good_text", Bearing.AGAINST: "danger_text"}


class SheetEntries(QAbstractListModel):
    """The entries as rows; headings can be neither chosen nor reached."""

    def __init__(self) -> None:
        """Start without an entry."""
        super().__init__()
        self.entries: tuple[SheetEntry, ...] = ()

    def show_entries(self, entries: tuple[SheetEntry, ...]) -> None:
        """Take these entries; the same rows keep what is chosen."""
        same = [(one.part, one.criterion) for one in entries] == [
            (one.part, one.criterion) for one in self.entries
        ]
        if same:
            self.entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One row for each entry."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry, and for a screen reader its words as one phrase."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return entry.spoken
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let everything but headings be chosen."""
        if self.entries[index.row()].part is Part.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SheetRow(QStyledItemDelegate):
    """Draws a row: shape, name and state, and one line of its text, which stands whole beside the list."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row or a heading."""
        entry: SheetEntry = index.data(ENTRY)
        return QSize(120, pixels(HEADING if entry.part is Part.HEADING else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        entry: SheetEntry = index.data(ENTRY)
        room: QRect = getattr(option, "rect")  # noqa: B009 - the stub lacks the fields of a style option
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
        widget: QWidget = getattr(option, "widget")  # noqa: B009
        theme = worn_by(widget)
        painter.save()
        if entry.part is Part.HEADING:
            _write(painter, room.adjusted(EDGE, 8, -EDGE, 0), entry.title, theme, "quiet")
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_entry(painter, room, entry, theme, chosen=chosen)
            if chosen and widget.hasFocus():
                painter.setPen(QPen(colour(theme, "focus"), 2))
                painter.drawRect(room.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, room: QRect, entry: SheetEntry, theme: Theme, *, chosen: bool
    ) -> None:
        if chosen:
            painter.fillRect(room, colour(theme, "selection"))
            painter.fillRect(QRect(room.x(), room.y(), 4, room.height()), colour(theme, "primary"))
        painter.fillRect(QRect(room.x(), room.bottom(), room.width(), 1), colour(theme, "line"))
        size = pixels(SIZE)
        shape = QRectF(room.x() + EDGE, room.center().y() - size / 2, size, size)
        draw_state(painter, shape, theme, entry.bearing)
        words = room.adjusted(EDGE + size + 12, 6, -EDGE, -6)
        top = QRect(words.x(), words.y(), words.width(), words.height() // 2)
        below = QRect(words.x(), top.bottom(), words.width(), words.height() // 2)
        ink = "on_selection" if chosen else "text"
        _write(painter, top, entry.title, theme, ink)
        state_ink = ink if chosen else _STATE_INK[entry.bearing]
        _write(painter, top, entry.state, theme, state_ink, to=Qt.AlignmentFlag.AlignRight)
        line = entry.otherwise or entry.text
        text_ink = "danger_text" if entry.otherwise and not chosen else ink if chosen else "quiet"
        font = _font(Weight.SEMIBOLD if entry.otherwise else Weight.REGULAR)
        painter.setFont(font)
        painter.setPen(colour(theme, text_ink))
        elided = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _write(
    painter: QPainter,
    room: QRect,
    words: str,
    theme: Theme,
    ink: str,
    *,
    to: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(_font(Weight.SEMIBOLD))
    painter.setPen(colour(theme, ink))
    painter.drawText(room, to | Qt.AlignmentFlag.AlignVCenter, words)


def _font(weight: Weight) -> QFont:
    return typeface.font(weight, pixels(15 if weight is Weight.SEMIBOLD else 14))


class SheetList(QListView):
    """Shows the entries; Up and Down choose one, M and N decide it, Enter goes to its fields."""

    chosen = Signal(object)
    """The `SheetEntry` now chosen."""

    decided = Signal(object)
    """The `Verdict` on the chosen criterion."""

    entered = Signal()
    """Somebody wants to type at the chosen entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the empty list."""
        super().__init__(parent)
        self._entries = SheetEntries()
        self.setModel(self._entries)
        look(self, "panel")
        self.setItemDelegate(SheetRow(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(wording.say(DOMAIN, "list"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda *_: self._say_chosen())

    @property
    def entries(self) -> tuple[SheetEntry, ...]:
        """Everything that is shown."""
        return self._entries.entries

    @property
    def entry(self) -> SheetEntry | None:
        """The chosen entry, or nothing."""
        index = self.currentIndex()
        return self.entries[index.row()] if index.isValid() else None

    def show_entries(self, entries: tuple[SheetEntry, ...]) -> None:
        """Show these entries; the first time the first one that can be chosen is."""
        self._entries.show_entries(entries)
        if not self.currentIndex().isValid():
            self.choose_first()

    def choose_first(self) -> None:
        """Choose the first entry, and show the heading above it."""
        self.choose(next(place for place, one in enumerate(self.entries) if one.part is not Part.HEADING))
        self.scrollToTop()

    def choose(self, place: int) -> None:
        """Choose the entry at a place of the list, and bring it into sight."""
        index = self._entries.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _say_chosen(self) -> None:
        if self.entry is not None:
            self.chosen.emit(self.entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take M and N once for each press and Enter for going in; everything else walks."""
        verdict = verdict_of(event)
        if verdict is not None:
            if not event.isAutoRepeat():
                self.decided.emit(verdict)
            return
        if event.key() == Qt.Key.Key_Home:
            # The very first row is a heading, at which Qt would stay where it is.
            self.choose_first()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.entered.emit()
            return
        if (
            event.text()
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and event.text().isprintable()
        ):
            # A letter would leap to an entry that begins with it, away from the one that is read.
            return
        super().keyPressEvent(event)


def verdict_of(event: QKeyEvent) -> Verdict | None:
    """Return the verdict that a key without Ctrl, Alt or Meta means, or nothing."""
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
    return VERDICTS.get(Qt.Key(event.key())) if plain else None
