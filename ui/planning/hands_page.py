"""The hands step: both hands with the numbered path, and beside them the place, the findings, the order, the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app import wording
from app.clock import Reading
from app.read_models.found_form import count_words, found_lines
from app.read_models.hands_step import hands_view, other_face, other_standpoint
from app.read_models.plan_drafts import (
    arrangement_for,
    as_the_protocol_says,
    drafted,
    leaving_out,
    plan_of,
    planning_again,
)
from app.read_models.plan_order import Row, moved, order_view
from injection_plan.anatomy import PASSES
from injection_plan.arrangement import Arrangement
from injection_plan.commands import Command, DraftPlan, TurnView
from injection_plan.plan import LeftOut
from injection_plan.procedure import Procedure
from injection_plan.views import View
from ui.planning.found_list import FoundList
from ui.planning.hands_shown import HandsShown
from ui.planning.order_panel import OrderPanel
from ui.planning.pass_table import PassTable
from ui.planning.place_panel import PlacePanel
from ui.planning.step_page import StepPage
from ui.planning.tabbed_parts import TabbedParts

DOMAIN = "plan_hands"
PLACE, FOUND, ORDER, TABLE = "place", "found", "order", "table"


class HandsPage(StepPage):
    """Shows a plan on the hands and utters what is found, left out, planned again and ordered otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page without a case."""
        super().__init__(parent)
        self._procedure: Procedure | None = None
        self._selected: str | None = None
        self._arrangement: Arrangement | None = None
        self.shown, self.parts = HandsShown(), TabbedParts()
        self.place, self.found, self.order = PlacePanel(), FoundList(), OrderPanel()
        self.table = PassTable()
        self.parts.add(PLACE, wording.say(DOMAIN, "tab.place"), self.place)
        self.parts.add(FOUND, count_words(()), self.found)
        self.parts.add(ORDER, wording.say(DOMAIN, "tab.order"), self.order)
        self.parts.add(TABLE, wording.say(DOMAIN, "tab.table"), self.table, scrolled=False)
        self.place.follow(self.parts.tabs[TABLE])
        self.found.follow(self.place.leave.button)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for half, share in ((self.shown, 13), (self.parts, 8)):
            # The breadths are those of the page, not of the words that happen to stand there.
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            page.addWidget(half, share)
        self._connect()

    def _connect(self) -> None:
        for part in (self.shown.chosen, self.table.row_chosen, self.place.selected):
            part.connect(self.select)
        self.found.selected.connect(self._show_finding)
        self.place.noted.connect(lambda command: self.wished.emit((command,)))
        self.found.withdrawing.connect(lambda command: self.wished.emit((command,)))
        self.place.leaving.connect(self._leave_out)
        self.place.again.connect(self._plan_again)
        self.place.edited.connect(self.edited)
        self.order.wanted.connect(self._arrange)
        self.order.reset.connect(self._arrange_as_the_protocol_says)
        self.shown.face_wanted.connect(lambda: self._turn(other_face))
        self.shown.standpoint_wanted.connect(lambda: self._turn(other_standpoint))

    def show_case(self, procedure: Procedure, now: Reading) -> None:  # noqa: ARG002 - every step is told the time
        """Show the plan as it is stored; before there is one, the protocol's own order."""
        self._procedure = procedure
        self._arrangement = arrangement_for(procedure, self._arrangement)
        self.order.show_order(order_view(procedure, self._arrangement))
        self._show()

    def _show(self) -> None:
        procedure = self._procedure
        if procedure is None or self._arrangement is None:
            return
        view = hands_view(procedure, procedure.view, self._selected)
        closed = bool(view.closed)
        lines = found_lines(procedure)
        self.shown.show_hands(view, self._selected, order_view(procedure, self._arrangement).sentence)
        self.table.show_rows(view.rows, self._selected)
        self.order.setEnabled(not closed)
        self.place.show_place(procedure, self._selected, closed=closed)
        self.place.show_left_out(tuple(one.phrase_and_why for one in view.rows if not one.is_planned))
        self.found.show_lines(lines, closed=closed)
        self.parts.tabs[FOUND].setText(count_words(lines))

    def select(self, where: str) -> None:
        """Select a finger, an entry site or a pass, on the hands and in the table alike."""
        if where == self._selected:
            return
        self._selected = where
        self._show()

    @property
    def selected(self) -> str | None:
        """The code of what is selected, or nothing."""
        return self._selected

    def record(self) -> tuple[Command, ...] | None:
        """Return what was begun at any place; a case without a plan begins with the protocol's own."""
        procedure, arrangement = self._procedure, self._arrangement
        if procedure is None or arrangement is None:
            return ()
        begun = self.place.collect()
        if begun.wrong_at:
            self.parts.turn_to(PLACE)
            return None
        commands: tuple[Command, ...] = begun.found
        if begun.left_out:
            return (*commands, leaving_out(procedure, arrangement, begun.left_out))
        if procedure.plan is None:
            return (*commands, DraftPlan(plan=plan_of(procedure)))
        return commands

    @property
    def has_unrecorded(self) -> bool:
        """Whether anything was begun at any place."""
        return self.place.has_begun

    def point_at(self, about: str) -> None:
        """Select the pass, or the place of the finding of that number; else go to the hands themselves."""
        found = None
        if self._procedure is not None and about.isdigit():
            found = self._procedure.prepared.finding(int(about))
        if found is not None:
            self.select(found.finding.where)
        elif about in PASSES:
            self.select(about)
        self.parts.turn_to(PLACE)
        self.shown.hands.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_out(self, more: tuple[LeftOut, ...]) -> None:
        if self._procedure is not None and self._arrangement is not None:
            self.wished.emit((leaving_out(self._procedure, self._arrangement, more),))

    def _plan_again(self, code: str) -> None:
        if self._procedure is not None and self._arrangement is not None:
            self.wished.emit((planning_again(self._procedure, self._arrangement, code),))

    def _arrange(self, row: Row, values: tuple[str, ...]) -> None:
        if self._arrangement is not None:
            self._arrange_as(moved(self._arrangement, row, values))

    def _arrange_as_the_protocol_says(self) -> None:
        if self._procedure is not None:
            self._arrange_as(as_the_protocol_says(self._procedure.protocol))

    def _arrange_as(self, wanted: Arrangement) -> None:
        if self._procedure is None:
            return
        # Remembered before it is asked for, because it is shown again while it is stored; if it is refused, what is
        # remembered is not the plan's and is left aside.
        before, self._arrangement = self._arrangement, wanted
        self.wished.emit((drafted(self._procedure, wanted, plan_of(self._procedure).not_planned),))
        self._arrangement = arrangement_for(self._procedure, self._arrangement)
        if self._arrangement != wanted and before is not None:
            self._arrangement = before

    def _turn(self, turned: Callable[[View], View]) -> None:
        if self._procedure is not None:
            self.wished.emit((TurnView(view=turned(self._procedure.view)),))

    def _show_finding(self, where: str) -> None:
        self.select(where)
        self.parts.turn_to(PLACE)
