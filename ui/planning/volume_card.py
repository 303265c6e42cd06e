"""The volume plan on the screen: the sums, the one sentence that states what they come to, and each syringe."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from app import wording
from app.read_models.volume_lines import VolumeLine, VolumeView
from ui.planning.titled_card import TitledCard
from ui.theme import look

DOMAIN = "plan_summary"
HEAD = ("number", "finger", "planned", "drawn_up", "dead_space", "left_over")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class VolumeCard(TitledCard):
    """Shows the four sums and the sentence in its box; the box is loud where product is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no sum yet."""
        super().__init__(wording.say(DOMAIN, "volume.title"), parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self._box = look(QFrame(), "raised")
        inside = QHBoxLayout(self._box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.sentence)
        self.add(self._grid)
        self.add(self._box)

    def show_volumes(self, view: VolumeView, *, is_stored: bool) -> None:
        """Show the sums; `is_stored` is wrong while they are those of figures only typed."""
        self.beside.setText("" if is_stored else wording.say(DOMAIN, "volume.not_stored"))
        _clear(self._grid)
        for row, line in enumerate(view.lines):
            self._show_line(row, line)
        self.sentence.setText(view.sentence)
        look(self._box, "warning" if view.is_short else "raised")

    def _show_line(self, row: int, line: VolumeLine) -> None:
        words, figure = QLabel(line.words), look(QLabel(line.figure), "figure")
        beside = look(QLabel(line.beside), "problem" if line.is_short else "small")
        words.setWordWrap(True)
        if line.is_short:
            look(figure, "figure-open")
        figure.setAlignment(_RIGHT)
        beside.setAlignment(_LEFT)
        for column, label in enumerate((words, figure, beside)):
            self._grid.addWidget(label, row, column)


class SyringeCard(TitledCard):
    """Shows each syringe as a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no syringe yet."""
        super().__init__(wording.say(DOMAIN, "table.title"), parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.add(self._grid)

    def show_volumes(self, view: VolumeView) -> None:
        """Show the syringes of the volume plan."""
        _clear(self._grid)
        for column, name in enumerate(HEAD):
            head = look(QLabel(wording.say(DOMAIN, f"table.{name}")), "small")
            self._put(0, column, head)
        for row, one in enumerate(view.syringes, start=1):
            for column, words in enumerate(one.cells):
                loud = one.is_short and HEAD[column] == "left_over"
                self._put(row, column, look(QLabel(words), "problem") if loud else QLabel(words))

    def _put(self, row: int, column: int, label: QLabel) -> None:
        label.setAlignment(_LEFT if HEAD[column] in {"number", "finger"} else _RIGHT)
        label.setWordWrap(HEAD[column] == "finger")
        self._grid.addWidget(label, row, column)


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (shown := item.widget()) is not None:
            shown.hide()
            shown.deleteLater()
