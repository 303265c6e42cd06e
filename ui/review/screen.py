"""The review screen: a settled case is closed here, stage by stage, and put right where an entry was wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from app import wording
from app.read_models.review import (
    Stage,
    delivery_rows,
    end_marks,
    entry_rows,
    eyes_of,
    given_words,
    may_look_at,
    people_of,
    stage_of,
    steps_of,
)
from app.read_models.sign_out_form import sign_out_form
from injection_plan.events import ClockJumped, Entry, Reconciled, SignOutPassed
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from ui.checks.deliberate import DeliberateButton
from ui.checks.headed_page import HeadedPage
from ui.checks.wish import Wish
from ui.review.aliquots_page import AliquotsPage
from ui.review.dialogs import ReviewDialogs
from ui.review.end_marks import EndMarks
from ui.review.entries_page import EntriesPage
from ui.review.not_so_line import NotSoLine
from ui.review.reconcile_page import ReconcilePage
from ui.review.sign_out_page import SignOutPage
from ui.review.sign_page import SignPage
from ui.review.stage_steps import StageSteps
from ui.theme import DESK, look

DOMAIN = "closing"
BACK, SAVE, PRINT = "back", "save", "print"
_TABS = ("closing", "aliquots", "entries")


class ReviewScreen(HeadedPage):
    """Shows a case at its closing and utters wishes; it knows neither session nor journal nor printer."""

    wished = Signal(object)
    """A `Wish`: the command, and the role of who decides it where both may."""

    asked = Signal(str)
    """`back`, `save` or `print`: what the window does with the case as it is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the screen without a case."""
        super().__init__(DESK, parent)
        self._procedure: Procedure | None = None
        self._stands: Stage | None = None
        self._looked_at: Stage | None = None
        self._stage: Stage | None = None
        self.dialogs = ReviewDialogs(self)
        self.steps = StageSteps()
        self.end_marks, self.sign_out = EndMarks(), SignOutPage()
        self.reconcile, self.sign = ReconcilePage(), SignPage()
        self.aliquots, self.entries = AliquotsPage(), EntriesPage()
        self.not_so = NotSoLine()
        self._at_the_hands = look(QLabel(wording.say(DOMAIN, "at_the_hands")), "heading")
        self._stages = QStackedWidget()
        self.tabs = {name: QPushButton(wording.say(DOMAIN, f"tab.{name}")) for name in _TABS}
        self.pages = QStackedWidget()
        self.code = QPushButton(wording.say(DOMAIN, "code.button"))
        self.go_on = DeliberateButton(wording.say(DOMAIN, "reconcile.button"), "Ctrl+Enter")
        self._compose()
        self._connect()

    def as_widget(self) -> QWidget:
        """Return the widget that the window holds."""
        return self

    def _compose(self) -> None:
        for stage_page in (self._at_the_hands, self.end_marks, self.sign_out, self.reconcile, self.sign):
            self._stages.addWidget(stage_page)
        for page in (self._stages, self.aliquots, self.entries):
            self.pages.addWidget(page)
        group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.steps)
        top.addStretch(1)
        for button in self.tabs.values():
            button.setCheckable(True)
            button.setAutoDefault(False)
            group.addButton(button)
            top.addWidget(look(button, "tab"))
        top.addSpacing(8)
        top.addWidget(look(self.code, "plain"))
        self.body.setSpacing(14)
        self.body.addLayout(top)
        self.body.addWidget(self.not_so)
        self.body.addWidget(self.pages, 1)
        self.buttons.addWidget(self._asking("button.back", BACK))
        self.buttons.addWidget(self._asking("button.save", SAVE))
        self.buttons.addWidget(self._asking("button.print", PRINT))
        self.buttons.addWidget(self.go_on)
        self.tabs["closing"].setChecked(True)

    def _asking(self, key: str, what: str) -> QPushButton:
        button = QPushButton(wording.say(DOMAIN, key))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.asked.emit(what))
        return button

    def _connect(self) -> None:
        for place, button in enumerate(self.tabs.values()):
            button.clicked.connect(lambda _=False, place=place: self._turn_to(place))
        self.end_marks.wished.connect(lambda command: self.wished.emit(Wish(command)))
        for page in (self.sign_out, self.reconcile):
            page.wished.connect(lambda command: self.wished.emit(Wish(command)))
            page.changed.connect(self._changed)
        self.sign.wished.connect(self.wished)
        self.steps.wanted.connect(self._look_at)
        self.sign.changing.connect(lambda: self._look_at(Stage.RECONCILE))
        self.sign.adding.connect(lambda: self._with_case(self.dialogs.ask_addendum))
        self.sign.reopening.connect(lambda: self._with_case(self.dialogs.ask_reopen))
        self.code.clicked.connect(lambda: self._with_case(self.dialogs.ask_code))
        self.aliquots.wrong.connect(self._put_right)
        self.dialogs.wished.connect(self.wished)
        self.go_on.clicked.connect(self._go_on)

    def show_procedure(self, procedure: Procedure, entries: tuple[Entry, ...]) -> None:
        """Show the case as it is stored; what is typed and not stored yet stays."""
        self._procedure = procedure
        last = entries[-1].event if entries else None
        if not isinstance(last, ClockJumped):
            self.dialogs.stored()
        stage, eyes = stage_of(procedure), eyes_of(procedure)
        if isinstance(last, Reconciled | SignOutPassed) or stage is not self._stands:
            self._stands, self._looked_at = stage, None
        self._show_head(procedure, given_words(procedure, eyes))
        self.end_marks.show_marks(end_marks(procedure) if stage is Stage.END_MARKS else ())
        # The lines are made early: this screen may be made ready while the case is still at the hands.
        self.reconcile.make_rows(procedure)
        if stage in {Stage.SIGN_OUT, Stage.RECONCILE, Stage.SIGN, Stage.SIGNED}:
            self.sign_out.show_form(sign_out_form(procedure))
            self.reconcile.show_procedure(procedure, entries)
        if procedure.reconciliation is not None:
            self.sign.show_procedure(procedure, entries)
        closed = wording.say(DOMAIN, "aliquots.signed") if stage is Stage.SIGNED else ""
        self.aliquots.show_rows(delivery_rows(procedure, eyes), closed)
        self.entries.show_rows(entry_rows(entries, eyes))
        self.code.setEnabled(stage is not Stage.SIGNED)
        self.code.setToolTip(closed)
        self._show_stage(procedure)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why the last wish was refused: in the dialog, at the field, or in the foot."""
        self._say(wording.refusal(refusal))

    def show_unstored(self, words: str) -> None:
        """Say where the last wish was made that it is not recorded; what was typed stays there."""
        self._say(words)

    def _say(self, sentence: str) -> None:
        if self.dialogs.tell(sentence):
            return
        if self._stage is Stage.END_MARKS and self.end_marks.show_problem(sentence):
            return
        self.tell(sentence, wrong=True)

    def _show_head(self, procedure: Procedure, given: str) -> None:
        stage = stage_of(procedure)
        self.set_head(
            wording.say(DOMAIN, "head.participant", participant=procedure.participant),
            wording.say(
                DOMAIN,
                "head.subtitle",
                case=procedure.case,
                centre=procedure.centre,
                protocol=procedure.protocol.protocol,
                revision=procedure.revision,
            ),
            wording.phase(procedure.phase).upper(),
            "chip-good" if stage is Stage.SIGNED else "chip-due",
        )
        facts = [(wording.say(DOMAIN, "sum.given"), given)]
        signed_out = sign_out_form(procedure)
        self.not_so.show_words(signed_out.not_so, signed_out.remarks)
        if signed_out.fact:
            facts.append((wording.say("sign_out", "fact"), signed_out.fact))
        people = [(wording.role(role), name) for role, name in people_of(procedure)]
        self.set_facts((*facts, *people))

    def _show_stage(self, procedure: Procedure) -> None:
        """Show the stage at which the case stands, or the one that somebody looks at meanwhile."""
        stands, others = stage_of(procedure), may_look_at(procedure)
        stage = self._looked_at if self._looked_at in others else stands
        assert stage is not None, "what is looked at is one of the others"
        pages: dict[Stage, QWidget] = {
            Stage.AT_THE_HANDS: self._at_the_hands,
            Stage.END_MARKS: self.end_marks,
            Stage.SIGN_OUT: self.sign_out,
            Stage.RECONCILE: self.reconcile,
            Stage.SIGN: self.sign,
            Stage.SIGNED: self.sign,
        }
        is_new, self._stage = stage is not self._stage, stage
        self.steps.show_steps(steps_of(procedure), stands, stage, others, sign_out_form(procedure).step)
        self._stages.setCurrentWidget(pages[stage])
        self._offer_to_go_on()
        self._tell()
        if is_new:
            self.start_typing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to where the stage begins."""
        super().focusInEvent(event)
        self.start_typing()

    def start_typing(self) -> None:
        """Put the focus where the stage begins."""
        starts = {
            Stage.END_MARKS: self.end_marks.start_typing,
            Stage.SIGN_OUT: self.sign_out.start_typing,
            Stage.RECONCILE: self.reconcile.start_typing,
            Stage.SIGN: self.sign.start,
        }
        if self._stage in starts and self.pages.currentWidget() is self._stages:
            starts[self._stage]()

    def _changed(self) -> None:
        self._offer_to_go_on()
        self._tell()

    def _tell(self) -> None:
        if self._stage is Stage.RECONCILE:
            self.tell(self.reconcile.missing, wrong=self.reconcile.has_asked)
        elif self._stage is Stage.SIGN_OUT:
            self.tell(self.sign_out.told)
        elif self._stage is not None:
            self.tell(wording.say(DOMAIN, f"told.{self._stage.name.lower()}"))

    def _turn_to(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        self._offer_to_go_on()
        pages = (self._stages, self.aliquots.table, self.entries.table)
        if place:
            pages[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_to_go_on(self) -> None:
        is_seen = self.pages.currentWidget() is self._stages
        self.go_on.setVisible(is_seen and self._stage in {Stage.SIGN_OUT, Stage.RECONCILE})
        # The page of the sign-out says it with every remark in full.
        self.not_so.let_be_seen(is_seen=not (is_seen and self._stage is Stage.SIGN_OUT))
        why_not = ""
        if self._stage is Stage.SIGN_OUT:
            self.go_on.rename(wording.say("sign_out", "record_again" if self._is_said() else "record"))
            why_not = self.sign_out.why_not
        else:
            self.go_on.rename(wording.say(DOMAIN, "reconcile.button"))
        if why_not:
            self.go_on.turn_off(why_not)
        else:
            self.go_on.turn_on()

    def _is_said(self) -> bool:
        return self._procedure is not None and self._procedure.prepared.sign_out is not None

    def _go_on(self) -> None:
        if self._stage is Stage.SIGN_OUT:
            self.sign_out.ask()
        else:
            self.reconcile.ask()

    def _look_at(self, stage: Stage) -> None:
        self._looked_at = None if stage is self._stands else stage
        self._with_case(self._show_stage)

    def _put_right(self, code: str) -> None:
        if self._procedure is not None:
            self.dialogs.ask_correction(self._procedure, code)

    def _with_case(self, ask: Callable[[Procedure], None]) -> None:
        if self._procedure is not None:
            ask(self._procedure)
