"""The eligibility step: every criterion decided by the investigator by name, the questions of the day, the sign-off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.clock import Reading
from app.read_models.day_form import AnswerText, check_day, day_state, stored_answers
from app.read_models.eligibility_form import (
    INVESTIGATOR,
    NAME,
    check_screening,
    check_sign_off,
    known_investigator,
)
from app.read_models.eligibility_sheet import eligibility_sheet
from app.read_models.people_form import practice_people
from app.read_models.sheet_entries import Part, SheetEntry, first_due, sheet_entries
from injection_plan.commands import Command
from injection_plan.procedure import Procedure
from injection_plan.terms import Verdict
from ui.planning.criterion_details import CriterionDetails
from ui.planning.day_questions import DayQuestions
from ui.planning.form_field import FormField
from ui.planning.sheet_head import SheetHead
from ui.planning.sheet_list import SheetList
from ui.planning.sheet_sign_off import SheetSignOff
from ui.planning.step_page import StepPage
from ui.theme import look


class EligibilityPage(StepPage):
    """The list at the left, the chosen line whole at the right, where what is typed stays until it is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page; its lines come with the first case that is shown."""
        super().__init__(parent)
        look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._case: tuple[Procedure, Reading] | None = None
        self._answers: tuple[AnswerText, ...] | None = None
        self.head = SheetHead()
        self.list = SheetList()
        self.criteria = CriterionDetails()
        self.day: DayQuestions | None = None
        self.sign_off = SheetSignOff()
        self._right = look(QStackedWidget(), "panel")
        self._compose()
        self._connect()

    def _compose(self) -> None:
        for part in (self.criteria, self.sign_off):
            self._right.addWidget(part)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        for inside, share in ((self.list, 9), (self._right, 14)):
            card = look(QFrame(), "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(2, 6, 2, 6)
            column.addWidget(inside)
            columns.addWidget(card, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 12, 32, 14)
        whole.setSpacing(12)
        whole.addWidget(self.head)
        whole.addLayout(columns, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_entry)
        self.list.decided.connect(self._decide_chosen)
        self.list.entered.connect(self._start_typing)
        self.list.slipped.connect(self._tell_of_slip)
        self.head.day.clicked.connect(lambda: self._go_to(Part.DAY))
        self.head.sign_off.clicked.connect(lambda: self._go_to(Part.SIGN_OFF))
        self.head.screened.finished.connect(self._date_screening)
        self.head.edited.connect(self.edited)
        self.criteria.wished.connect(self.wished)
        self.criteria.asked.connect(self._decide)
        self.criteria.edited.connect(self._follow_typing)
        self.criteria.investigator_refused.connect(self.head.refuse_investigator)
        self.sign_off.signed.connect(self._sign_off)

    @property
    def _procedure(self) -> Procedure:
        assert self._case is not None, "nothing is asked of the page before a case is shown"
        return self._case[0]

    @property
    def _now(self) -> Reading:
        assert self._case is not None, "nothing is asked of the page before a case is shown"
        return self._case[1]

    def show_case(self, procedure: Procedure, now: Reading) -> None:
        """Show the case as it is stored; what is typed and not recorded yet stays as it stands."""
        first = self._case is None
        self._case = (procedure, now)
        if first:
            self._begin(procedure)
        self.criteria.show_case(procedure, now)
        stored = stored_answers(procedure, now)
        if self.day is not None and self._answers != stored:
            self._answers = stored
            self.day.show_answers(stored)
        self._follow()

    def _begin(self, procedure: Procedure) -> None:
        screened_on = procedure.prepared.screened_on
        self.head.screened.edit.setText("" if screened_on is None else screened_on.isoformat())
        known = known_investigator(procedure)
        if known or procedure.practice:
            self.head.investigator.edit.setText(known or practice_people()[0])
        if procedure.protocol.day_check:
            self.day = DayQuestions(procedure.protocol.day_check)
            self.day.edited.connect(self.edited)
            self.day.stored.connect(self._store_day)
            self._right.addWidget(self.day)

    def _follow(self) -> None:
        """Show everything that follows from what is stored and what is typed."""
        sheet = eligibility_sheet(self._procedure)
        day = None if self.day is None else day_state(self._procedure, self._now)
        self.head.show_sheet(sheet, day)
        self.sign_off.show_sheet(sheet)
        if self.day is not None and day is not None:
            self.day.show_state(day)
        self.list.show_entries(sheet_entries(sheet, day, self.criteria.typed))

    def _follow_typing(self) -> None:
        self.criteria.follow()
        self._follow()
        self.edited.emit()

    def _show_entry(self, entry: SheetEntry) -> None:
        match entry.part:
            case Part.CRITERION:
                self.criteria.show_criterion(entry.criterion)
                self._right.setCurrentWidget(self.criteria)
            case Part.DAY if self.day is not None:
                self._right.setCurrentWidget(self.day)
            case _:
                self._right.setCurrentWidget(self.sign_off)

    def _go_to(self, part: Part) -> None:
        """Choose the questions of the day or the sign-off, and begin there."""
        self.list.choose(next(at for at, one in enumerate(self.list.entries) if one.part is part))
        self._start_typing()

    def _tell_of_slip(self) -> None:
        entry = self.list.entry
        if entry is not None and entry.part is Part.CRITERION:
            self.criteria.tell_of_slip(entry.criterion)

    def _decide_chosen(self, verdict: Verdict) -> None:
        entry = self.list.entry
        if entry is not None and entry.part is Part.CRITERION:
            self._decide(entry.criterion, verdict)

    def _decide(self, criterion: str, verdict: Verdict) -> None:
        self.criteria.decide(criterion, verdict, self.head.investigator.text)

    def _date_screening(self) -> None:
        """Store the day of the screening visit as soon as it can be read."""
        if self._case is None:
            return
        checked = check_screening(self._procedure, self.head.screened.text, self._now)
        self.head.screened.show_problem(checked if isinstance(checked, str) else "")
        if checked is not None and not isinstance(checked, str):
            self.wished.emit((checked,))

    def _store_day(self) -> None:
        checked = self._checked_day()
        if checked is not None:
            self.wished.emit((checked,))

    def _checked_day(self) -> Command | None:
        assert self.day is not None, "only the questions themselves ask to be stored"
        checked = check_day(self._procedure.protocol, self.day.answers)
        self.day.show_problems(checked.problems)
        if checked.problems:
            self.list.choose(next(at for at, one in enumerate(self.list.entries) if one.part is Part.DAY))
            self.day.go_to(next(iter(checked.problems)))
        return checked.command

    def _sign_off(self, typed: str) -> None:
        checked = check_sign_off(self._procedure, self.head.investigator.text, typed)
        self.sign_off.show_problem(checked.problems.get(NAME, ""))
        if INVESTIGATOR in checked.problems:
            self.head.refuse_investigator(checked.problems[INVESTIGATOR])
        elif checked.command is not None:
            self.wished.emit((checked.command,))

    def record(self) -> tuple[Command, ...] | None:
        """Return the screening day and today's answers where they are typed; values without a decision hold it."""
        screened = check_screening(self._procedure, self.head.screened.text, self._now)
        self.head.screened.show_problem(screened if isinstance(screened, str) else "")
        if isinstance(screened, str):
            self.head.screened.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        waiting = [at for at, one in enumerate(self.list.entries) if one.criterion in self.criteria.typed]
        if waiting:
            self.list.choose(waiting[0])
            self.criteria.ask_for_decision(self.list.entries[waiting[0]].criterion)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.wake()
            return None
        answers: Command | None = None
        if self.day is not None and self.day.answers != self._answers:
            answers = self._checked_day()
            if answers is None:
                return None
        return tuple(one for one in (screened, answers) if one is not None)

    @property
    def has_unrecorded(self) -> bool:
        """Whether a value, a note, an answer of today or the screening day is typed that is not stored."""
        if self._case is None:
            return False
        day = self.day is not None and self.day.answers != self._answers
        screened = check_screening(self._procedure, self.head.screened.text, self._now)
        return bool(self.criteria.typed) or day or screened is not None

    def point_at(self, about: str) -> None:
        """Choose the criterion or the question that a finding is about; for the page itself, the first thing due.

        Who arrives so has decided nothing by the next letter.
        """
        self.list.rest()
        if not about and (blank := self._blank_in_head()) is not None:
            blank.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        lines = frozenset(line.line for line in self._procedure.protocol.day_check)
        self.list.choose(first_due(self.list.entries, about, lines))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        entry = self.list.entry
        if entry is not None and entry.part is not Part.CRITERION:
            self._start_typing(about)

    def _blank_in_head(self) -> FormField | None:
        """Return the field of the head that is due: nothing is decided without a name, nor dated without a day."""
        if not self.head.investigator.text.strip():
            return self.head.investigator
        is_dated = self._procedure.prepared.screened_on is not None or bool(self.head.screened.text.strip())
        return None if is_dated else self.head.screened

    def _start_typing(self, line: str = "") -> None:
        entry = self.list.entry
        if entry is not None and entry.part is Part.CRITERION:
            self.criteria.detail(entry.criterion).start_typing()
        elif entry is not None and entry.part is Part.DAY and self.day is not None:
            self.day.go_to(line)
        else:
            self.sign_off.start()
