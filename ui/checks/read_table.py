"""A table that is read and never written: whole rows are chosen, words wrap, and no grid stands between them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

LEAST_ROW = 46


class ReadTable(QTableView):
    """What every table of words has in common; how broad its columns are each decides for itself."""

    def __init__(self, model: QAbstractItemModel | None = None, parent: QWidget | None = None) -> None:
        """Show the rows of a model, or none before one is set."""
        super().__init__(parent)
        if model is not None:
            self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(LEAST_ROW)
        self.horizontalHeader().setHighlightSections(False)

    @property
    def row(self) -> int | None:
        """The row that is chosen, or nothing."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None
