"""What is cut on a window: words without room, and whatever reaches beyond what holds it."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from ui.planning.section_table import SIDE

AIR = 26  # the padding and frame of a line, left and right together
HIGHEST = 10_000


def clipped(window: QWidget) -> list[str]:
    """Return what is cut of everything visible in a window, in words."""
    return [found for one in window.findChildren(QWidget) if one.isVisible() for found in _cut(one)]


def _cut(one: QWidget) -> Iterator[str]:
    around = one.parentWidget()
    if around is not None and not one.isWindow() and _is_cut_by(one, around):
        yield f"{_name(one)} reaches beyond {_name(around)}: {one.geometry()} in {around.rect()}"
    if isinstance(one, QLabel | QAbstractButton) and one.text() and not _has_room(one):
        yield f"{_name(one)}: {one.size()} for {_needed(one)}"
    if isinstance(one, QLineEdit) and not one.text():
        needed = one.fontMetrics().horizontalAdvance(one.placeholderText()) + AIR
        if needed > one.width():
            yield f"{_name(one)}: {one.placeholderText()}"
    if isinstance(one, QTableView):
        yield from _cut_cells(one)


def _is_cut_by(one: QWidget, around: QWidget) -> bool:
    """Say whether a widget reaches beyond its parent; what a scroll area holds may do so, but only downward."""
    holder = around.parentWidget()
    if not isinstance(holder, QAbstractScrollArea) or holder.viewport() is not around:
        return not around.rect().contains(one.geometry()) and not one.geometry().isEmpty()
    return isinstance(holder, QScrollArea) and one.width() > around.width()


def _has_room(one: QLabel | QAbstractButton) -> bool:
    needed = _needed(one)
    return one.width() >= needed.width() and one.height() >= needed.height()


def _needed(one: QLabel | QAbstractButton) -> QSize:
    """Return the room that the words of a label or button need; where they wrap, at the breadth they have."""
    if isinstance(one, QLabel) and one.wordWrap():
        inside = one.contentsRect().width()
        room = QRect(0, 0, inside, HIGHEST)
        words = one.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), one.text())
        return QSize(words.width(), words.height())
    if one.hasHeightForWidth():
        return QSize(0, one.heightForWidth(one.width()))
    return one.sizeHint()


def _cut_cells(table: QTableView) -> Iterator[str]:
    letters = QFontMetrics(table.font())
    for row in range(table.model().rowCount()):
        for column in range(table.model().columnCount()):
            words = str(table.model().index(row, column).data())
            broad = table.columnWidth(column) - 2 * SIDE
            needed = letters.boundingRect(0, 0, broad, 0, Qt.TextFlag.TextWordWrap, words)
            if needed.width() > broad or needed.height() > table.rowHeight(row):
                yield f"{_name(table)}: {words}"


def _name(one: QWidget) -> str:
    text = one.text() if isinstance(one, QLabel | QAbstractButton) else ""
    return f"{type(one).__name__} {text or one.accessibleName() or one.objectName()}".strip()
