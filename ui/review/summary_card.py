"""Where the product went: what the signatures stand under, line by line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.review import Summary
from ui.theme import look

DOMAIN = "closing"


class SummaryCard(QFrame):
    """Shows the sums the case was reconciled with; it is built anew with each summary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        look(self, "card")
        self._shown: Summary | None = None
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 18)
        self._column.setSpacing(8)
        self._column.addWidget(look(QLabel(wording.say(DOMAIN, "summary.title")), "heading"))

    def show_summary(self, summary: Summary) -> None:
        """Show these sums."""
        if summary == self._shown:
            return
        self._shown = summary
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(_lines(summary.sums))
        if summary.settled:
            column.addSpacing(6)
            column.addWidget(look(QLabel(wording.say(DOMAIN, "summary.settled")), "strong"))
        for sentence in summary.settled:
            label = QLabel(sentence)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(6)
        column.addLayout(_counts(summary.counts))
        column.addStretch(1)
        self._column.addWidget(self._inside, 1)


def _lines(sums: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(5)
    for row, (word, volume) in enumerate(sums):
        is_last = row == len(sums) - 1
        figure = look(QLabel(volume), "figure" if is_last else "strong")
        grid.addWidget(look(QLabel(word), "strong" if is_last else ""), 2 * row, 0)
        grid.addWidget(figure, 2 * row, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(look(QFrame(), "line"), 2 * row + 1, 0, 1, 2)
    return grid


def _counts(counts: tuple[tuple[str, str], ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(28)
    for word, count in counts:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(look(QLabel(word), "small"))
        column.addWidget(look(QLabel(count), "figure"))
        row.addLayout(column)
    row.addStretch(1)
    return row
