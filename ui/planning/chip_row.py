"""A row of chips whose order is what they say: dragged with the pointer, or moved by Shift or Alt and an arrow key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from app import wording
from app.drawing.shapes import Weight
from app.read_models.plan_order import Chip, OrderRow
from ui.hand import typeface
from ui.planning.key_order import reach_in_order
from ui.theme import colour, pixels, worn_by

DOMAIN = "plan_hands"
GAP: Final = 8
HEIGHT: Final = 46
HEIGHT_WITH_COUNT: Final = 54
WIDEST: Final = 190
_WORD, _COUNT = 15, 14
_GRIP: Final = 13
_MOVES: Final[dict[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_WITH = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier)


class OrderChip(QAbstractButton):
    """One chip, drawn whole: a grip, its word and how much is planned of it; less than all is drawn as such."""

    dragged = Signal(int)
    """The x of the chip's middle in its row, while it is dragged."""

    dropped = Signal()
    """The chip was let go after it was dragged."""

    stepped = Signal(int)
    """Which way it was moved by a key: -1 or 1."""

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        """Show a chip."""
        super().__init__(parent)
        self.chip = chip
        self._grabbed: QPoint | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_chip(self, chip: Chip, place: int, count: int) -> None:
        """Show the chip at its place in the row."""
        self.chip = chip
        words = wording.say(DOMAIN, "order.place", word=chip.spoken, place=place, all=count)
        self.setAccessibleName(words)
        self.setAccessibleDescription(wording.say(DOMAIN, "order.hint"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the longer of the two lines."""
        lines = ((self.chip.word, _WORD), (self.chip.count, _COUNT))
        widest = max(_metrics_width(text, size) for text, size in lines)
        return QSize(widest + 2 * _GRIP + 12, pixels(HEIGHT_WITH_COUNT if self.chip.count else HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the chip."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it along once it has been pulled far enough to be meant."""
        if self._grabbed is None:
            return
        gone = event.position().toPoint() - self._grabbed
        self._is_dragged = self._is_dragged or abs(gone.x()) >= QApplication.startDragDistance()
        if self._is_dragged:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.raise_()
            self.move(self.x() + gone.x(), self.y())
            self.dragged.emit(self.geometry().center().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let it go where it is."""
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._is_dragged:
            self._is_dragged = False
            self.dropped.emit()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that move the chip before any button of the page that has one of them for its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Shift or Alt and an arrow; an arrow alone goes to the next chip."""
        step = _step_of(event)
        if step:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, grip and words."""
        theme, painter = worn_by(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, is_on = self.chip.is_whole, self.isEnabled()
        words = colour(theme, "text" if whole else "warning_text")
        edge = QPen(colour(theme, "button_line" if whole else "warning_line"), 1.5)
        if not whole:
            edge.setStyle(Qt.PenStyle.DashLine)
        if self.hasFocus():
            edge = QPen(colour(theme, "focus"), 3)
        painter.setPen(edge)
        painter.setBrush(colour(theme, "raised" if whole else "warning_panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9, 9)
        self._draw_grip(painter)
        painter.setPen(words if is_on else colour(theme, "button_off_text"))
        inside = QRectF(self.rect()).adjusted(_GRIP + 3, 0, -4, 0)
        if not self.chip.count:
            painter.setFont(_font(_WORD, Weight.SEMIBOLD))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self.chip.word)
            return
        middle = inside.height() / 2
        painter.setFont(_font(_WORD, Weight.SEMIBOLD))
        painter.drawText(inside.adjusted(0, 5, 0, -middle + 2), Qt.AlignmentFlag.AlignCenter, self.chip.word)
        painter.setFont(_font(_COUNT, Weight.REGULAR if whole else Weight.BOLD))
        painter.drawText(inside.adjusted(0, middle - 2, 0, -5), Qt.AlignmentFlag.AlignCenter, self.chip.count)

    def _draw_grip(self, painter: QPainter) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(worn_by(self), "quiet"))
        for row in (-1, 0, 1):
            for column in (0, 1):
                painter.drawEllipse(QRectF(8 + column * 5, self.height() / 2 + row * 6 - 1.2, 2.4, 2.4))
        painter.restore()


class ChipRow(QWidget):
    """Holds chips side by side and utters the order that somebody wants of them; it changes none by itself."""

    wanted = Signal(object)
    """The values of the chips as a tuple, in the order that is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no chip yet."""
        super().__init__(parent)
        self.chips: dict[str, OrderChip] = {}
        self._order: list[str] = []
        self._dropping: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: OrderRow) -> None:
        """Show the chips in this order; the one in focus keeps it."""
        for chip in row.chips:
            if chip.value not in self.chips:
                self._add(chip)
        self._order = [chip.value for chip in row.chips]
        for place, chip in enumerate(row.chips, start=1):
            self.chips[chip.value].show_chip(chip, place, len(row.chips))
        reach_in_order(self.chips[value] for value in self._order)
        self.updateGeometry()
        self._lay_out()

    def _add(self, chip: Chip) -> None:
        made = OrderChip(chip, self)
        made.dragged.connect(lambda x, value=chip.value: self._make_room(value, x))
        made.dropped.connect(self._drop)
        made.stepped.connect(lambda step, value=chip.value: self._step(value, step))
        self.chips[chip.value] = made
        made.show()

    @property
    def order(self) -> tuple[str, ...]:
        """The values in the order in which they stand."""
        return tuple(self._order)

    def sizeHint(self) -> QSize:
        """Return the room for chips of one breadth."""
        hints = [chip.sizeHint() for chip in self.chips.values()]
        width = max((hint.width() for hint in hints), default=0)
        height = max((hint.height() for hint in hints), default=pixels(HEIGHT))
        return QSize(len(hints) * (width + GAP) - GAP, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and no more breadth than a narrow page has."""
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chips side by side."""
        super().resizeEvent(event)
        self._lay_out()

    def _slot(self) -> int:
        count = max(len(self._order), 1)
        return min((self.width() + GAP) // count, WIDEST + GAP)

    def _lay_out(self, but: str | None = None, order: list[str] | None = None) -> None:
        slot, height = self._slot(), self.sizeHint().height()
        for place, value in enumerate(order or self._order):
            if value != but:
                self.chips[value].setGeometry(place * slot, 0, slot - GAP, height)

    def _make_room(self, value: str, x: int) -> None:
        self._dropping = self._with(value, self._place_at(x))
        self._lay_out(but=value, order=self._dropping)

    def _place_at(self, x: int) -> int:
        return min(max(x // self._slot(), 0), len(self._order) - 1)

    def _with(self, value: str, place: int) -> list[str]:
        rest = [one for one in self._order if one != value]
        return [*rest[:place], value, *rest[place:]]

    def _drop(self) -> None:
        self._want(self._dropping)

    def _step(self, value: str, step: int) -> None:
        place = self._order.index(value) + step
        if 0 <= place < len(self._order):
            self._want(self._with(value, place))

    def _want(self, order: list[str]) -> None:
        if order != self._order:
            self.wanted.emit(tuple(order))
        # What stands here is what was shown last: an order that was refused leaves nothing behind.
        self._lay_out()


def _step_of(event: QKeyEvent) -> int:
    is_meant = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier in _WITH
    return _MOVES.get(event.key(), 0) if is_meant else 0


def _font(size: int, weight: Weight) -> QFont:
    return typeface.font(weight, pixels(size))


def _metrics_width(text: str, size: int) -> int:
    return QFontMetrics(_font(size, Weight.BOLD)).horizontalAdvance(text)
