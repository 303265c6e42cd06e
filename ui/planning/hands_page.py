"""The hands step: both hands with the numbered path, and beside them the place, the findings, the order, the table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.clock import Reading
from app.drawing.aim import Aim, places
from app.read_models.found_form import count_words, found_lines
from app.read_models.hands_step import HandsView, hands_view
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
from injection_plan.views import Face, Standpoint, View
from ui.hand.hand_view import HandView
from ui.planning.found_list import FoundList
from ui.planning.order_panel import OrderPanel
from ui.planning.pass_table import PassTable
from ui.planning.place_panel import PlacePanel
from ui.planning.step_page import StepPage
from ui.theme import DESK, inks, look

DOMAIN = "plan_hands"
EDGE = 28
TALL = 640
TABS = ("place", "found", "order", "table")


class HandsPage(StepPage):
    """Shows a plan on the hands and utters what is found, left out, planned again and ordered otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page without a case."""
        super().__init__(parent)
        self._procedure: Procedure | None = None
        self._selected: str | None = None
        self._arrangement: Arrangement | None = None
        self._totals = look(QLabel(), "heading")
        self._view_words = look(QLabel(), "small")
        self._order_words = look(QLabel(), "small")
        self._closed = look(QLabel(), "problem")
        self.hands = HandView(inks(DESK), wording.say(DOMAIN, "hands.name"))
        self.hands.set_aim(Aim.ANY)
        self.turn_face, self.turn_standpoint = QPushButton(), QPushButton()
        self.tabs = {name: QPushButton() for name in TABS}
        self.parts = QStackedWidget()
        self.place, self.found, self.order = PlacePanel(), FoundList(), OrderPanel()
        self.table = PassTable()
        self._compose()
        self._connect()

    def _compose(self) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        shown = QWidget()
        shown.setLayout(self._left())
        page.addWidget(shown, 13)
        beside = look(QWidget(), "panel")
        beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside.setLayout(self._right())
        page.addWidget(beside, 8)
        for half in (shown, beside):
            # The breadths are those of the page, not of the words that happen to stand there.
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _left(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._totals)
        words.addWidget(self._view_words)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.turn_face)
        top.addWidget(self.turn_standpoint)
        for button, key in ((self.turn_face, "face"), (self.turn_standpoint, "standpoint")):
            button.setAccessibleName(wording.say(DOMAIN, f"view.{key}.spoken"))
            button.setAutoDefault(False)
        for label in (self._totals, self._order_words, self._closed):
            label.setWordWrap(True)
        self._closed.hide()
        column = QVBoxLayout()
        column.setContentsMargins(EDGE, 10, 16, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.hands, 1)
        column.addWidget(self._order_words)
        column.addWidget(self._closed)
        return column

    def _right(self) -> QVBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(2)
        for place, (name, tab) in enumerate(self.tabs.items()):
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            if name != "found":
                tab.setText(wording.say(DOMAIN, f"tab.{name}"))
            tab.clicked.connect(lambda _=False, place=place: self._turn_to(place))
            group.addButton(tab)
            row.addWidget(look(tab, "tab"))
        row.addStretch(1)
        for part in (self.place, self.found, self.order):
            self.parts.addWidget(_scrolled(part))
        self.parts.addWidget(self.table)
        self.tabs["place"].setChecked(True)
        self.place.follow(self.tabs["table"])
        self.found.follow(self.place.leave.button)
        column = QVBoxLayout()
        column.setContentsMargins(20, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(look(QFrame(), "line"))
        column.addWidget(self.parts, 1)
        return column

    def _connect(self) -> None:
        self.hands.place_chosen.connect(self.select)
        self.table.row_chosen.connect(self.select)
        self.place.selected.connect(self.select)
        self.found.selected.connect(self._show_finding)
        self.place.noted.connect(lambda command: self.wished.emit((command,)))
        self.found.withdrawing.connect(lambda command: self.wished.emit((command,)))
        self.place.leaving.connect(self._leave_out)
        self.place.again.connect(self._plan_again)
        self.place.edited.connect(self.edited)
        self.order.wanted.connect(self._arrange)
        self.order.reset.connect(self._arrange_as_the_protocol_says)
        self.turn_face.clicked.connect(lambda: self._turn(face=True))
        self.turn_standpoint.clicked.connect(lambda: self._turn(face=False))

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
        self._show_hands(view)
        self._order_words.setText(order_view(procedure, self._arrangement).sentence)
        self.order.setEnabled(not closed)
        self.place.show_place(procedure, self._selected, closed=closed)
        self.found.show_lines(lines, closed=closed)
        self.tabs["found"].setText(count_words(lines))

    def _show_hands(self, view: HandsView) -> None:
        self.hands.show_picture(view.picture)
        self.hands.set_order(places(Aim.ANY), self._selected)
        self._totals.setText(view.totals)
        self._view_words.setText(view.view_words)
        self.turn_face.setText(view.turn_words)
        self.turn_standpoint.setText(view.walk_words)
        self._closed.setText(view.closed)
        self._closed.setVisible(bool(view.closed))
        self.table.show_rows(view.rows, self._selected)

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

    @property
    def totals(self) -> str:
        """What is planned and what is not, in one line."""
        return self._totals.text()

    def record(self) -> tuple[Command, ...] | None:
        """Return what was begun at any place; a case without a plan begins with the protocol's own."""
        procedure, arrangement = self._procedure, self._arrangement
        if procedure is None or arrangement is None:
            return ()
        begun = self.place.collect()
        if begun.wrong_at:
            self._turn_to(TABS.index("place"))
            return None
        commands: tuple[Command, ...] = begun.found
        if begun.left_out:
            return (*commands, leaving_out(procedure, arrangement, begun.left_out))
        if procedure.plan is None:
            return (*commands, DraftPlan(plan=plan_of(procedure)))
        return commands

    def point_at(self, about: str) -> None:
        """Select the pass, or the place of the finding of that number; else go to the hands themselves."""
        found = None
        if self._procedure is not None and about.isdigit():
            found = self._procedure.prepared.finding(int(about))
        if found is not None:
            self.select(found.finding.where)
        elif about in PASSES:
            self.select(about)
        self._turn_to(TABS.index("place"))
        self.hands.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the order under the hands where there is room; on a small screen they need it themselves."""
        super().resizeEvent(event)
        self._order_words.setVisible(self.height() >= TALL)

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

    def _turn(self, *, face: bool) -> None:
        if self._procedure is not None:
            view = self._procedure.view
            self.wished.emit((TurnView(view=_other_face(view) if face else _other_standpoint(view)),))

    def _show_finding(self, where: str) -> None:
        self.select(where)
        self._turn_to(TABS.index("place"))

    def _turn_to(self, place: int) -> None:
        self.parts.setCurrentIndex(place)
        self.tabs[TABS[place]].setChecked(True)


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


def _other_face(view: View) -> View:
    return replace(view, face=Face.PALMAR if view.face is Face.DORSAL else Face.DORSAL)


def _other_standpoint(view: View) -> View:
    other = Standpoint.ACROSS if view.standpoint is Standpoint.PATIENT else Standpoint.PATIENT
    return replace(view, standpoint=other)
