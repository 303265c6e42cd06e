"""Parts of a page of which one is shown, with a row of tabs above them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme import look


class TabbedParts(QWidget):
    """Holds parts by name; the one that was added first is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no part yet."""
        super().__init__(parent)
        self.tabs: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        self._row.addStretch(1)
        look(self, "panel").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(look(QFrame(), "line"))
        column.addWidget(self._stack, 1)

    def add(self, name: str, words: str, part: QWidget, *, scrolled: bool = True) -> None:
        """Hold a part behind a tab; a part that scrolls by itself is not `scrolled` here."""
        tab = look(QPushButton(words), "tab")
        tab.setCheckable(True)
        tab.setAutoDefault(False)
        tab.setChecked(not self.tabs)
        tab.clicked.connect(lambda _=False: self.turn_to(name))
        self._group.addButton(tab)
        self._row.insertWidget(len(self.tabs), tab)
        self.tabs[name] = tab
        self._stack.addWidget(_scrolled(part) if scrolled else part)

    def turn_to(self, name: str) -> None:
        """Show a part."""
        self.tabs[name].setChecked(True)
        self._stack.setCurrentIndex(list(self.tabs).index(name))


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = look(QWidget(), "panel")
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 10, 0)
    column.addWidget(part)
    area.setWidget(inside)
    return area
