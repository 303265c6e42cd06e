"""The fields of a new case, laid out: who and where, the product, the ten syringes, and the approval of the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app import wording
from app.read_models import new_case_form as form
from app.read_models.new_case_form import NewCaseText, drawn_up_in_all
from injection_plan.protocol import Protocol
from injection_plan.terms import Role
from ui.checks.tick_box import TickBox
from ui.planning.form_field import FormField
from ui.planning.syringe_fills import SyringeFills
from ui.planning.told_or_not import ToldOrNot
from ui.planning.typed_again import TypedAgain
from ui.theme import look

DOMAIN = "cases"
CENTRE_WIDTH = 110
PEOPLE = {form.PERFORMER: Role.PERFORMER, form.VERIFIER: Role.VERIFIER}


class CaseForm(QWidget):
    """Shows what is typed and what is wrong with it, field by field; it judges nothing itself."""

    edited = Signal()
    """Something in the form has changed."""

    finished = Signal(str)
    """The name of a field that the person has left."""

    def __init__(self, protocol: Protocol, parent: QWidget | None = None) -> None:
        """Lay out the empty form for a protocol."""
        super().__init__(parent)
        self._protocol = protocol
        self._again = TypedAgain()
        self._fields = self._labelled_fields()
        self._lot = ToldOrNot(_field("lot"), wording.say(DOMAIN, "new.lot_not_recorded"))
        self._ready = ToldOrNot(
            _field("ready", "new.ready_hint"), wording.say(DOMAIN, "new.ready_not_recorded")
        )
        self.fills = SyringeFills(protocol.syringes)
        self._drawn_up_sum = look(QLabel(), "figure")
        self._approved = TickBox()
        self._approval_problem = look(QLabel(), "problem")
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(24)
        columns.addLayout(self._who_and_what(), 5)
        columns.addLayout(self._syringes_and_plan(), 6)
        self._connect()
        self._follow_typing()

    def _labelled_fields(self) -> dict[str, FormField]:
        named = {
            name: FormField(wording.say(DOMAIN, "new.full_name", role=wording.role(role)))
            for name, role in PEOPLE.items()
        }
        return {
            form.PARTICIPANT: _field("participant", "new.participant_hint"),
            form.PARTICIPANT_AGAIN: _field("participant_again", "new.participant_again_hint", self._again),
            form.CENTRE: _field("centre"),
            **named,
            form.PREPARED: _field("prepared", "fills.unit"),
        }

    def _who_and_what(self) -> QVBoxLayout:
        codes, people, what = QGridLayout(), QGridLayout(), QGridLayout()
        for column, name in enumerate((form.PARTICIPANT, form.PARTICIPANT_AGAIN, form.CENTRE)):
            codes.addWidget(self._fields[name], 0, column)
        self._fields[form.CENTRE].setFixedWidth(CENTRE_WIDTH)
        for column, name in enumerate(PEOPLE):
            people.addWidget(self._fields[name], 0, column)
        what.addWidget(self._fields[form.PREPARED], 0, 0)
        what.addLayout(self._drawn_up(), 0, 1)
        what.addWidget(self._lot, 1, 0)
        what.addWidget(self._ready, 1, 1)
        for grid in (codes, people, what):
            grid.setSpacing(14)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
        column_of_cards = QVBoxLayout()
        column_of_cards.setSpacing(16)
        column_of_cards.addWidget(_card("new.who", codes, people))
        column_of_cards.addWidget(_card("new.product", what))
        column_of_cards.addStretch(1)
        return column_of_cards

    def _drawn_up(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "new.drawn_up")), "small"))
        column.addSpacing(12)
        column.addWidget(self._drawn_up_sum)
        column.addStretch(1)
        return column

    def _syringes_and_plan(self) -> QVBoxLayout:
        syringes, plan = QVBoxLayout(), QVBoxLayout()
        syringes.addWidget(self.fills)
        volume = wording.volume(self._protocol.volume)
        told = QLabel(wording.say(DOMAIN, "new.plan", aliquots=len(self._protocol.aliquots), volume=volume))
        for label in (told, self._approval_problem):
            label.setWordWrap(True)
        self._approval_problem.hide()
        for part in (told, self._approved, self._approval_problem):
            plan.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(_card("new.syringes", syringes))
        column.addWidget(_card("new.plan_title", plan))
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        for name, field in self._every_field().items():
            field.edited.connect(self._follow_typing)
            field.finished.connect(lambda name=name: self.finished.emit(name))
        self._again.paste_refused.connect(self._refuse_paste)
        self.fills.edited.connect(lambda _: self._follow_typing())
        self.fills.finished.connect(self.finished)
        self._approved.toggled.connect(lambda _: self._follow_typing())

    def _every_field(self) -> dict[str, FormField | ToldOrNot]:
        return {**self._fields, form.LOT: self._lot, form.READY: self._ready}

    @property
    def text(self) -> NewCaseText:
        """The form as it stands, letter by letter."""
        return NewCaseText(
            **{name: field.text for name, field in self._fields.items()},
            lot=self._lot.text,
            lot_not_recorded=self._lot.is_not_recorded,
            ready=self._ready.text,
            ready_not_recorded=self._ready.is_not_recorded,
            fills=self.fills.texts,
            approved=self._approved.isChecked(),
        )

    def show_text(self, text: NewCaseText) -> None:
        """Put a whole form in, as when a case that was begun is taken up again."""
        for name, field in self._fields.items():
            field.edit.setText(getattr(text, name))
        self._lot.show_text(text.lot, not_recorded=text.lot_not_recorded)
        self._ready.show_text(text.ready, not_recorded=text.ready_not_recorded)
        self.fills.show_texts(text.fills)
        self._approved.setChecked(text.approved)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong with it, and at the others nothing."""
        for name, field in self._fields.items():
            field.show_problem(problems.get(name, ""))
        self._lot.field.show_problem(problems.get(form.LOT, ""))
        self._ready.field.show_problem(problems.get(form.READY, ""))
        self.fills.show_problems({name: why for name, why in problems.items() if name in self.fills.edits})
        self._approval_problem.setText(problems.get(form.APPROVED, ""))
        self._approval_problem.setVisible(form.APPROVED in problems)

    def lock(self, names: tuple[str, ...], why: str) -> None:
        """Keep what is recorded already from being changed here, and say why."""
        for name in names:
            self._fields[name].lock(why)

    def has_text(self, name: str) -> bool:
        """Say whether anything stands in a field."""
        known = self._every_field()
        text = known[name].text if name in known else ""
        if name in self.fills.edits:
            text = self.fills.edits[name].text()
        return bool(text.strip())

    def edits(self) -> dict[str, QWidget]:
        """Return what is typed into or ticked, by the name of its field, in the order of the page."""
        labelled = {name: field.edit for name, field in self._fields.items()}
        told = {form.LOT: self._lot.field.edit, form.READY: self._ready.field.edit}
        return {**labelled, **told, **self.fills.edits, form.APPROVED: self._approved}

    def start_typing(self) -> None:
        """Put the focus into the first field that may be typed in."""
        free = [field.edit for field in self._fields.values() if not field.edit.isReadOnly()]
        free[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_typing(self) -> None:
        name = self._fields[form.PERFORMER].text.strip() or wording.role(Role.PERFORMER)
        words = wording.say(DOMAIN, "new.approve", name=name)
        if words != self._approved.text():
            self._approved.setText(words)
            self._approved.setAccessibleName(words)
        self._drawn_up_sum.setText(drawn_up_in_all(self.text))
        self.edited.emit()

    def _refuse_paste(self) -> None:
        self._fields[form.PARTICIPANT_AGAIN].show_problem(wording.say(DOMAIN, "wrong.pasted"))


def _field(name: str, hint: str = "", edit: QLineEdit | None = None) -> FormField:
    return FormField(wording.say(DOMAIN, f"new.{name}"), wording.say(DOMAIN, hint) if hint else "", edit)


def _card(title: str, *inside: QGridLayout | QVBoxLayout) -> QFrame:
    card = look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(22, 12, 22, 14)
    column.setSpacing(9)
    column.addWidget(look(QLabel(wording.say(DOMAIN, title)), "heading"))
    for part in inside:
        column.addLayout(part)
    return card
