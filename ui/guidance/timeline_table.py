"""The timeline: every aliquot as a row, with what happened above and what comes below the one that is now."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app import wording
from app.drawing.shapes import Weight
from app.read_models.timeline import TimelineRow, Tone
from ui.guidance.proportions import Proportions
from ui.guidance.timeline_model import MARK, PHRASE, VOLUME, WHEN, TimelineModel
from ui.hand import typeface
from ui.theme import Place

DOMAIN = "live"
_ROW = 32
_LEAST_ROW = 24
_ROWS_BEFORE = 3
_TEXT = 18
_WIDEST = ((WHEN, "timeline.widest.when"), (VOLUME, "timeline.widest.volume"), (MARK, "timeline.widest.mark"))


class TimelineTable(QTableView):
    """The drawing's accessible twin: choosing a row chooses the pass, and never gives."""

    row_chosen = Signal(str)
    """The code of the row that was chosen."""

    def __init__(self, proportions: Proportions, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = TimelineModel(place, self)
        self._showing = False
        self.setModel(self._rows)
        self.setAccessibleName(wording.say(DOMAIN, "timeline.name"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(PHRASE, QHeaderView.ResizeMode.Stretch)
        proportions.also(self._set_scale)
        self.selectionModel().currentRowChanged.connect(self._chosen)

    @property
    def rows(self) -> TimelineModel:
        """The rows that are shown."""
        return self._rows

    def show_rows(self, rows: tuple[TimelineRow, ...], selected: str | None) -> None:
        """Show these rows, the one that is now in sight, and the selected one marked."""
        self._showing = True
        changed = self._rows.show_rows(rows)
        self._mark(selected)
        self._showing = False
        if changed:
            self._bring_now_into_sight()

    def _mark(self, selected: str | None) -> None:
        place = self._rows.place_of(selected)
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != place:
            kind = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self._rows.index(place, 0), kind.ClearAndSelect | kind.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row that is now in sight at every size."""
        super().resizeEvent(event)
        self._bring_now_into_sight()

    def _bring_now_into_sight(self) -> None:
        tones = [row.tone for row in self._rows.rows]
        wanted = (Tone.NOW, Tone.OWED, Tone.DONE)
        place = next((tones.index(tone) for tone in wanted[:2] if tone in tones), None)
        if place is None:
            done = [at for at, tone in enumerate(tones) if tone is Tone.DONE]
            place = done[-1] if done else 0
        if not tones:
            return
        height = max(self.verticalHeader().defaultSectionSize(), 1)
        visible = max(self.viewport().height() // height, 1)
        before = min(max(visible - 2, 0), _ROWS_BEFORE + max(visible - 6, 0))
        self.verticalScrollBar().setValue(max(place - before, 0))

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.row_chosen.emit(self._rows.rows[current.row()].code)

    def _set_scale(self, scale: float) -> None:
        self.verticalHeader().setDefaultSectionSize(max(round(_ROW * scale), _LEAST_ROW))
        pixels = max(round(_TEXT * scale), 13)
        self._rows.set_pixels(pixels)
        metrics = QFontMetrics(typeface.font(Weight.BOLD, pixels))
        for column, widest in _WIDEST:
            width = metrics.horizontalAdvance(wording.say(DOMAIN, widest)) + round(34 * scale)
            self.setColumnWidth(column, width)
