"""The criteria whole, one shown at a time: each keeps what is typed at it until the investigator has decided it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app import wording
from app.clock import Reading
from app.read_models.eligibility_form import (
    INVESTIGATOR,
    NOTE,
    CriterionText,
    check_decision,
    read_criterion,
    text_of,
)
from app.read_models.eligibility_sheet import CriterionLine, eligibility_sheet
from app.read_models.measure_fields import measure_fields
from injection_plan.procedure import Decided, Procedure
from injection_plan.terms import Verdict
from ui.planning.criterion_detail import CriterionDetail
from ui.theme import look

DOMAIN = "eligibility"


class CriterionDetails(QStackedWidget):
    """Shows criteria of a case and utters their decisions; a criterion's fields are made when it is first shown."""

    wished = Signal(object)
    """A tuple of commands: one decision."""

    asked = Signal(str, object)
    """A criterion and the `Verdict` that somebody asks for on its own fields."""

    investigator_refused = Signal(str)
    """Why nothing can be decided by the name that was given."""

    edited = Signal()
    """Something typed has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing before a case."""
        super().__init__(parent)
        look(self, "panel")
        self._case: tuple[Procedure, Reading] | None = None
        self._shown: dict[str, Decided | None] = {}
        self._refused: dict[str, CriterionText] = {}
        self.details: dict[str, CriterionDetail] = {}

    def show_case(self, procedure: Procedure, now: Reading) -> None:
        """Put in what is stored where that has changed; otherwise what is typed stays."""
        self._case = (procedure, now)
        for name, detail in self.details.items():
            self._show_stored(name, detail)
        self.follow()

    @property
    def _procedure(self) -> Procedure:
        assert self._case is not None, "no criterion is shown before a case"
        return self._case[0]

    @property
    def typed(self) -> frozenset[str]:
        """The criteria with something typed that is not decided yet."""
        return frozenset(
            name for name, detail in self.details.items() if detail.text != self._stored_text(name)
        )

    def _stored_text(self, name: str) -> CriterionText:
        return text_of(self._procedure, self._procedure.protocol.criterion(name))

    def show_criterion(self, name: str) -> None:
        """Show one criterion."""
        self.setCurrentWidget(self.detail(name))

    def detail(self, name: str) -> CriterionDetail:
        """Return the fields of a criterion, made when they are first asked for."""
        if name not in self.details:
            detail = CriterionDetail(measure_fields(self._procedure.protocol.criterion(name)))
            self.details[name] = detail
            self.addWidget(detail)
            self._show_stored(name, detail)
            self.follow()
            detail.edited.connect(self.edited)
            detail.decided.connect(lambda verdict, name=name: self.asked.emit(name, verdict))
        return self.details[name]

    def _show_stored(self, name: str, detail: CriterionDetail) -> None:
        decided = self._procedure.prepared.decision(name)
        if name not in self._shown or self._shown[name] != decided:
            self._shown[name] = decided
            self._refused.pop(name, None)
            detail.show_text(self._stored_text(name))

    def follow(self) -> None:
        """Show everything that follows from what is stored and typed."""
        lines = {line.criterion: line for line in eligibility_sheet(self._procedure).lines}
        for name, detail in self.details.items():
            self._show(lines[name], detail)

    def _show(self, line: CriterionLine, detail: CriterionDetail) -> None:
        assert self._case is not None, "no criterion is shown before a case"
        procedure, now = self._case
        name = line.criterion
        read = read_criterion(procedure, procedure.protocol.criterion(name), detail.text, now)
        detail.show_line(line)
        detail.show_read(read, asked=name in self._refused)
        if self._refused.get(name) != detail.text:
            is_typed = detail.text != self._stored_text(name)
            detail.show_note_problem("")
            detail.tell(wording.say(DOMAIN, "decide.typed") if is_typed else "")

    def decide(self, name: str, verdict: Verdict, investigator: str) -> None:
        """Utter a decision, or say at the field what stands against it and go there."""
        assert self._case is not None, "nothing is decided before a case is shown"
        procedure, now = self._case
        detail, criterion = self.detail(name), procedure.protocol.criterion(name)
        read = read_criterion(procedure, criterion, detail.text, now)
        checked = check_decision(
            procedure, criterion, detail.text, verdict, investigator=investigator, now=now
        )
        if checked.command is not None:
            self.wished.emit((checked.command,))
            return
        if not checked.problems and read.is_in_order:
            detail.tell(wording.say(DOMAIN, "decide.as_it_stands"))
            return
        self._refused[name] = detail.text
        detail.show_read(read, asked=True)
        detail.show_note_problem(checked.problems.get(NOTE, ""))
        detail.tell(wording.say(DOMAIN, "decide.wrong"), wrong=True)
        if INVESTIGATOR in checked.problems:
            self.investigator_refused.emit(checked.problems[INVESTIGATOR])
        else:
            detail.go_to_wrong(read, checked.problems)

    def tell_of_slip(self, name: str) -> None:
        """Say that a letter pressed on arrival has decided nothing."""
        self.detail(name).tell(wording.say(DOMAIN, "decide.arrived"), wrong=True)

    def ask_for_decision(self, name: str) -> None:
        """Say that what is typed at a criterion waits for its decision."""
        self.detail(name).tell(wording.say(DOMAIN, "decide.typed"), wrong=True)
