"""The selected place: its words, what was found there, and which of its passes are left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.found_form import check_found, reasons_near
from app.read_models.hand_places import PlaceView, place_view
from app.read_models.leave_out_form import check_leave_out
from app.read_models.place_drafts import Collected, PlaceDraft, collected, left_unrecorded
from injection_plan.procedure import Procedure
from ui.planning.found_fields import FoundFields
from ui.planning.key_order import reach_in_order
from ui.planning.kind_chip import KindChip
from ui.planning.leave_out_fields import LeaveOutFields
from ui.theme import look

DOMAIN = "plan_hands"


class PlacePanel(QWidget):
    """Shows one place of the hands and keeps what is typed about each of them until it is recorded."""

    selected = Signal(str)
    """The code of another place that is to be shown."""

    noted = Signal(object)
    """The `NoteHandFinding` that is asked for."""

    leaving = Signal(object)
    """A tuple of `LeftOut`, to be left out more than before."""

    again = Signal(str)
    """The code of a pass that is to be planned again."""

    edited = Signal()
    """Something was typed or chosen that is not recorded yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show that nothing is selected."""
        super().__init__(parent)
        self._procedure: Procedure | None = None
        self._place: PlaceView | None = None
        self._drafts: dict[str, PlaceDraft] = {}
        self._after: tuple[QWidget, ...] = ()
        self.title = look(QLabel(wording.say(DOMAIN, "place.nothing")), "heading")
        self._planned = look(QLabel(), "quiet")
        self._hint = look(QLabel(wording.say(DOMAIN, "hands.hint")), "quiet")
        self._left_out = QLabel()
        self._nearby = QHBoxLayout()
        self.nearby: dict[str, KindChip] = {}
        self.found, self.leave = FoundFields(), LeaveOutFields()
        self._parts = QWidget()
        self._compose()
        self._connect()

    def _compose(self) -> None:
        for label in (self.title, self._planned, self._hint, self._left_out):
            label.setWordWrap(True)
        self._nearby.setSpacing(8)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(12)
        parts.addLayout(self._nearby)
        parts.addWidget(look(QFrame(), "line"))
        parts.addWidget(self.found)
        parts.addWidget(look(QFrame(), "line"))
        parts.addWidget(self.leave)
        self._parts.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        for widget in (self.title, self._planned, self._hint, self._left_out, self._parts):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.found.edited.connect(self._keep)
        self.leave.edited.connect(self._keep)
        self.found.asked.connect(self._note)
        self.leave.asked.connect(self._leave_out)
        self.leave.again.connect(self.again)

    def show_left_out(self, passes: tuple[str, ...]) -> None:
        """While nothing is selected, show every pass that is not planned, with why, by whom and when."""
        words = (
            wording.say(DOMAIN, "place.left_out") if passes else wording.say(DOMAIN, "place.none_left_out")
        )
        self._left_out.setText("\n\n".join((words, *passes)))
        self._left_out.setVisible(self._place is None)

    def follow(self, widget: QWidget) -> None:
        """Let Tab come here from a widget that stands before."""
        self._after = (widget,)

    @property
    def where(self) -> str | None:
        """The code of the place that is shown, or nothing."""
        return None if self._place is None else self._place.where

    def show_place(self, procedure: Procedure, where: str | None, *, closed: bool = False) -> None:
        """Show a place as it is stored; what is typed about it and not recorded yet stands as it was left."""
        before, self._procedure = self._procedure, procedure
        if before is not None and before is not procedure:
            self._drafts = {
                code: left_unrecorded(draft, code, before, procedure) for code, draft in self._drafts.items()
            }
        self._parts.setEnabled(not closed)
        if where is None:
            return
        is_other = where != self.where
        self._place = place_view(procedure, where)
        self.title.setText(self._place.title)
        self._planned.setText(self._place.planned)
        self._hint.hide()
        self._parts.show()
        if is_other:
            self._show_nearby(self._place)
        self._fill(procedure, self._place)
        if is_other:
            self.found.show_problems({})
            self.leave.show_problems({})

    def _fill(self, procedure: Procedure, place: PlaceView) -> None:
        draft = self._drafts.get(place.where, PlaceDraft())
        near = reasons_near(procedure, place.where)
        self.found.offer(place, near)
        self.found.show_text(draft.found)
        self.leave.show_passes(place.passes, near)
        self.leave.show_text(draft.leave)
        reach_in_order((*self._after, *self.nearby.values(), *self.found.reached, *self.leave.reached))

    def _show_nearby(self, place: PlaceView) -> None:
        words = {one.where: one.word for one in place.nearby}
        if tuple(words) != tuple(self.nearby):
            for chip in self.nearby.values():
                self._nearby.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            while self._nearby.takeAt(0) is not None:
                pass
            self.nearby = {where: self._chip(where, word) for where, word in words.items()}
            self._nearby.addStretch(1)
        self._mark_nearby(place.where)

    def _mark_nearby(self, selected: str) -> None:
        """Mark the place that is shown; a pass lies within a site and is none of the three."""
        for where, chip in self.nearby.items():
            chip.setChecked(where == selected)

    def _chip(self, where: str, word: str) -> KindChip:
        chip = KindChip(word)
        chip.setAccessibleName(wording.say(DOMAIN, "place.nearby.spoken", place=wording.place(where)))
        chip.clicked.connect(lambda _=False: self._select(where))
        self._nearby.addWidget(chip)
        return chip

    def _select(self, where: str) -> None:
        if self._place is not None:
            self._mark_nearby(self._place.where)
        self.selected.emit(where)

    @property
    def has_begun(self) -> bool:
        """Whether anything is chosen or typed at any place that is not stored."""
        return any(not draft.is_empty for draft in self._drafts.values())

    def collect(self) -> Collected:
        """Return everything that was begun at any place; where something is wrong, show that place and say so."""
        if self._procedure is None:
            return Collected()
        begun = {where: draft for where, draft in self._drafts.items() if not draft.is_empty}
        whole = collected(begun, self._procedure)
        if whole.wrong_at:
            self.selected.emit(whole.wrong_at)
            self._say_what_is_wrong(begun[whole.wrong_at])
        return whole

    def _say_what_is_wrong(self, draft: PlaceDraft) -> None:
        if self._procedure is None or self._place is None:
            return
        if not draft.leave.is_empty and (wrong := check_leave_out(draft.leave, self._procedure).problems):
            self.leave.show_problems(wrong)
            self.leave.go_to(wrong)
        if not draft.found.is_empty and (wrong := check_found(draft.found, self._place).problems):
            self.found.show_problems(wrong)
            self.found.go_to(wrong)

    def _keep(self) -> None:
        if self._place is not None:
            self._drafts[self._place.where] = PlaceDraft(self.found.text, self.leave.text)
            self.edited.emit()

    def _note(self) -> None:
        if self._place is None:
            return
        checked = check_found(self.found.text, self._place)
        self.found.show_problems(checked.problems)
        if checked.command is None:
            self.found.go_to(checked.problems)
        else:
            self.noted.emit(checked.command)

    def _leave_out(self) -> None:
        if self._procedure is None:
            return
        checked = check_leave_out(self.leave.text, self._procedure)
        self.leave.show_problems(checked.problems)
        if checked.problems:
            self.leave.go_to(checked.problems)
        else:
            self.leaving.emit(checked.left_out)
