"""The plan step: volumes, dead space and supplies at the left; what is found and approved at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.clock import Reading
from app.read_models.approval import approval_view, check_approval
from app.read_models.handling_form import (
    PRIMING,
    check_handling,
    is_stored,
    stored_text,
    stored_words,
)
from app.read_models.hands_step import hands_view
from app.read_models.plan_summary import finding_list, supplies_of
from app.read_models.volume_lines import volume_view
from injection_plan.commands import Command
from injection_plan.procedure import Procedure
from ui.planning.approval_card import ApprovalCard
from ui.planning.finding_rows import FindingRows
from ui.planning.handling_fields import HandlingFields
from ui.planning.key_order import reach_in_order
from ui.planning.read_before import ReadBefore
from ui.planning.step_page import StepPage
from ui.planning.volume_card import SyringeCard, VolumeCard
from ui.theme import look

DOMAIN = "plan_summary"
EDGE = 28


class PlanPage(StepPage):
    """Shows what the plan comes to and utters losses, counts and the approval."""

    wanted = Signal(object)
    """The `Finding` whose thing somebody wants to go to: its step, and there what it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page without a case."""
        super().__init__(parent)
        self._procedure: Procedure | None = None
        self._now: Reading | None = None
        self.volumes, self.syringes = VolumeCard(), SyringeCard()
        self.handling = HandlingFields(())
        self._counted = look(QLabel(), "quiet")
        self.findings, self.reading, self.approval = FindingRows(), ReadBefore(), ApprovalCard()
        self._left = QVBoxLayout()
        self._compose()
        self.findings.wanted.connect(self.wanted)
        self.reading.changed.connect(self._follow)
        self.approval.asked.connect(self._approve)
        self._connect_handling()

    def _compose(self) -> None:
        self._left.setContentsMargins(EDGE, 12, 18, 12)
        self._left.setSpacing(12)
        for part in (self.volumes, self.handling, self.syringes):
            self._left.addWidget(part)
        self._left.addStretch(1)
        beside = look(QWidget(), "panel")
        beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside.setLayout(self._right())
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(_scrolled(self._left, "page"), 12)
        page.addWidget(beside, 9)

    def _right(self) -> QVBoxLayout:
        title = look(QLabel(wording.say(DOMAIN, "finding.title")), "heading")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._counted)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addWidget(self.findings)
        inside.addWidget(self.reading)
        inside.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(22, 14, 22, 6)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(_scrolled(inside, "panel"), 1)
        column.addWidget(look(QFrame(), "line"))
        column.addWidget(self.approval)
        return column

    def _connect_handling(self) -> None:
        self.handling.edited.connect(self._follow)
        self.handling.edited.connect(self.edited)
        self.handling.asked.connect(self._store)

    def show_case(self, procedure: Procedure, now: Reading) -> None:
        """Show what the plan comes to; figures that are typed and not stored stay as they stand."""
        was_stored = self._is_stored
        self._procedure, self._now = procedure, now
        self._fit_supplies(procedure)
        if was_stored:
            self.handling.show_text(stored_text(procedure))
        drawn = hands_view(procedure, procedure.view, None)
        self.reading.show_hands(drawn.picture, drawn.view_words)
        found = finding_list(procedure, now)
        self.findings.show_lines(found.lines)
        self._counted.setText(found.counted)
        reach_in_order(
            (
                *self.handling.reached,
                *self.findings.rows,
                self.reading.tick,
                self.approval.name.edit,
                self.approval.button,
            )
        )
        self._follow()

    def _fit_supplies(self, procedure: Procedure) -> None:
        supplies = supplies_of(procedure.protocol)
        if tuple(name for name, _ in supplies) == self.handling.supplies:
            return
        text, old = self.handling.text, self.handling
        self.handling = HandlingFields(supplies)
        self._left.replaceWidget(old, self.handling)
        old.hide()
        old.deleteLater()
        self.handling.show_text(text)
        self._connect_handling()

    def _follow(self) -> None:
        """Show at once what the typed figures would come to, and say that they are not stored."""
        if self._procedure is None or self._now is None:
            return
        checked = check_handling(self.handling.text, self._procedure.protocol)
        self.handling.show_said(checked.said)
        view = volume_view(self._procedure, checked.handling)
        self.volumes.show_volumes(view, is_stored=self._is_stored or checked.handling is None)
        self.syringes.show_volumes(view)
        self.handling.show_stored(
            stored_words(self.handling.text, self._procedure, self._now), is_stored=self._is_stored
        )
        approval = approval_view(self._procedure, self._now, is_stored=self._is_stored)
        self.reading.show_approval(approval)
        self.approval.show_approval(approval, is_read=self.reading.is_read)

    @property
    def _is_stored(self) -> bool:
        return self._procedure is None or is_stored(self.handling.text, self._procedure)

    def record(self) -> tuple[Command, ...] | None:
        """Return the losses and counts that are typed and not stored; what holds one back is said at its field."""
        if self._procedure is None or self._is_stored:
            return ()
        checked = check_handling(self.handling.text, self._procedure.protocol)
        if checked.command is None:
            self.handling.go_to(next(name for name, said in checked.said.items() if said.holds_back))
            return None
        return (checked.command,)

    @property
    def has_unrecorded(self) -> bool:
        """Whether losses or counts are typed that are not stored."""
        return not self._is_stored

    def point_at(self, about: str) -> None:  # noqa: ARG002 - what is found about this step is about its losses
        """Go to the losses, which is what everything found about this step is about."""
        self.handling.go_to(PRIMING)

    def _store(self) -> None:
        commands = self.record()
        if commands:
            self.wished.emit(commands)

    def _approve(self, typed: str) -> None:
        if self._procedure is None or self._now is None:
            return
        checked = check_approval(self._procedure, self._now, typed, self.reading.read)
        if checked.command is None:
            self.approval.show_problem(checked.problem)
        else:
            self.wished.emit((checked.command,))


def _scrolled(inside: QVBoxLayout, ground: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    held = look(QWidget(), ground)
    held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    held.setLayout(inside)
    area.setWidget(held)
    return area
