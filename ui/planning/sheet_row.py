"""How an entry of the eligibility list is drawn: its state as shape and word, and one line of its text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.drawing.palette import Theme
from app.drawing.shapes import Weight
from app.read_models.eligibility_sheet import Bearing
from app.read_models.sheet_entries import Part, SheetEntry
from ui.hand import typeface
from ui.planning.state_shape import SIZE, draw_state
from ui.theme import colour, pixels, worn_by

ENTRY = Qt.ItemDataRole.UserRole
"""The `SheetEntry` of a row."""
ROW, HEADING, EDGE = 56, 38, 14
AnyIndex = QModelIndex | QPersistentModelIndex
_STATE_INK = {Bearing.OPEN: "quiet", Bearing.FOR: "good_text", Bearing.AGAINST: "danger_text"}


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
        draw_state(painter, shape, theme, entry.bearing, hollow=entry.without_value)
        words = room.adjusted(EDGE + size + 12, 6, -EDGE, -6)
        top = QRect(words.x(), words.y(), words.width(), words.height() // 2)
        below = QRect(words.x(), top.bottom(), words.width(), words.height() // 2)
        ink = "on_selection" if chosen else "text"
        _write(painter, top, entry.title, theme, ink)
        own_ink = "warning_text" if entry.without_value else _STATE_INK[entry.bearing]
        state_ink = ink if chosen else own_ink
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
