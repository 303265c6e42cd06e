"""The list of the eligibility page: each line with its state as shape and word, walked by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from app import wording
from app.read_models.sheet_entries import Part, SheetEntry
from injection_plan.terms import Verdict
from ui.planning.sheet_row import ENTRY, AnyIndex, SheetRow
from ui.theme import look

DOMAIN = "eligibility"
VERDICTS = {Qt.Key.Key_M: Verdict.MET, Qt.Key.Key_N: Verdict.NOT_MET}
_COMING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_WALKING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_NOWHERE = QModelIndex()


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


class SheetList(QListView):
    """Shows the entries; Up and Down choose one, M and N decide it, Enter goes to its fields."""

    chosen = Signal(object)
    """The `SheetEntry` now chosen."""

    decided = Signal(object)
    """The `Verdict` on the chosen criterion."""

    entered = Signal()
    """Somebody wants to type at the chosen entry."""

    slipped = Signal()
    """M or N was pressed by somebody who has done nothing here yet: it decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the empty list."""
        super().__init__(parent)
        self._entries = SheetEntries()
        self._is_at_rest = False
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

    def rest(self) -> None:
        """Take no letter as a decision until somebody comes here by Tab or a click, or walks."""
        self._is_at_rest = True

    def wake(self) -> None:
        """Take M and N as decisions of the chosen entry."""
        self._is_at_rest = False

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take up the list when somebody comes to it; that the page put the focus here is nobody's doing."""
        if event.reason() in _COMING:
            self.wake()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take up the list."""
        self.wake()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take M and N once for each press and Enter for going in; everything else walks."""
        verdict = verdict_of(event)
        if verdict is not None:
            self._take(verdict, event)
            return
        if event.key() in _WALKING:
            self.wake()
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

    def _take(self, verdict: Verdict, event: QKeyEvent) -> None:
        if self._is_at_rest:
            self.slipped.emit()
        elif not event.isAutoRepeat():
            self.decided.emit(verdict)


def verdict_of(event: QKeyEvent) -> Verdict | None:
    """Return the verdict that a key without Ctrl, Alt or Meta means, or nothing."""
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
    return VERDICTS.get(Qt.Key(event.key())) if plain else None
