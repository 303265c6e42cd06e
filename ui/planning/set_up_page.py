"""The set-up of a case: participant and centre, the allocation as it was told, and the two people."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models import set_up_form as form
from app.read_models.set_up_form import Checked, SetUp, SetUpText
from injection_plan.protocol import Arms
from injection_plan.terms import Role
from ui.checks.choice_box import ChoiceBox
from ui.planning.form_field import FormField
from ui.planning.scanned_edit import ScannedEdit
from ui.planning.typed_again import TypedAgain
from ui.theme import look

DOMAIN = "set_up"
PEOPLE = {form.PERFORMER: Role.PERFORMER, form.VERIFIER: Role.VERIFIER}
Check = Callable[[SetUpText], Checked]


class SetUpPage(QWidget):
    """Shows what is typed and what is wrong with it where somebody has been; it judges nothing itself."""

    edited = Signal()
    """Something in the form has changed."""

    def __init__(self, arms: Arms, check: Check, parent: QWidget | None = None) -> None:
        """Lay out the empty form; `check` answers what is wrong with it at this moment."""
        super().__init__(parent)
        look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._check = check
        self._code = ScannedEdit()
        self._again = TypedAgain()
        self._arm = ChoiceBox()
        self._arm.addItem(wording.say(DOMAIN, "arm_choose"), "")
        for arm in (arms.treatment, *arms.others):
            self._arm.addItem(arm, arm)
        self._arm.setAccessibleName(wording.say(DOMAIN, "arm"))
        self._arm_problem = look(QLabel(), "problem")
        self._nothing = _notice()
        self._fields = self._made_fields()
        self._touched: set[str] = set()
        self._asked = False
        self._compose()
        self._connect()
        self._walk_in_reading_order()

    def _walk_in_reading_order(self) -> None:
        """Let Tab go down the left cards, then down the right one."""
        left = (form.PARTICIPANT, form.PARTICIPANT_AGAIN, form.CENTRE, *PEOPLE)
        right = (form.TOLD_BY, form.TOLD_AT, form.REFERENCE)
        walk: list[QWidget] = [self._fields[name].edit for name in left]
        walk += [self._arm, *(self._fields[name].edit for name in right)]
        for before, after in pairwise(walk):
            self.setTabOrder(before, after)

    def _made_fields(self) -> dict[str, FormField]:
        people = {
            name: FormField(wording.say(DOMAIN, "full_name", role=wording.role(role)))
            for name, role in PEOPLE.items()
        }
        return {
            form.PARTICIPANT: _field("participant", "participant_hint", self._code),
            form.PARTICIPANT_AGAIN: _field("participant_again", "participant_again_hint", self._again),
            form.CENTRE: _field("centre"),
            form.TOLD_BY: _field("told_by", "told_by_hint"),
            form.TOLD_AT: _field("told_at", "told_at_hint"),
            form.REFERENCE: _field("reference"),
            **people,
        }

    def _compose(self) -> None:
        inside = look(QWidget(), "page")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(32, 20, 32, 20)
        columns.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(18)
            columns.addLayout(column, 1)
        left.addWidget(self._who_card())
        left.addWidget(self._people_card())
        left.addStretch(1)
        right.addWidget(self._allocation_card())
        right.addWidget(self._nothing)
        right.addStretch(1)
        scroll = look(QScrollArea(), "page")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._scroll = scroll
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _who_card(self) -> QFrame:
        grid = _grid()
        for column, name in enumerate((form.PARTICIPANT, form.PARTICIPANT_AGAIN)):
            grid.addWidget(self._fields[name], 0, column)
        grid.addWidget(self._fields[form.CENTRE], 1, 0)
        return _card("who", "who_told", grid)

    def _people_card(self) -> QFrame:
        grid = _grid()
        for column, name in enumerate(PEOPLE):
            grid.addWidget(self._fields[name], 0, column)
        return _card("people", "people_told", grid)

    def _allocation_card(self) -> QFrame:
        grid = _grid()
        arm = QVBoxLayout()
        arm.setSpacing(4)
        word = look(QLabel(wording.say(DOMAIN, "arm")), "small")
        word.setBuddy(self._arm)
        self._arm_problem.setWordWrap(True)
        self._arm_problem.hide()
        for part in (word, self._arm, self._arm_problem):
            arm.addWidget(part)
        grid.addLayout(arm, 0, 0, 1, 2)
        grid.addWidget(self._fields[form.TOLD_BY], 1, 0, 1, 2)
        grid.addWidget(self._fields[form.TOLD_AT], 2, 0)
        grid.addWidget(self._fields[form.REFERENCE], 2, 1)
        return _card("allocation", "allocation_told", grid)

    def _connect(self) -> None:
        for name, one in self._fields.items():
            one.edited.connect(self._follow)
            one.finished.connect(lambda name=name: self._touch(name))
        self._code.editingFinished.connect(self._follow_scanner)
        self._again.paste_refused.connect(self._refuse_paste)
        self._arm.currentIndexChanged.connect(lambda _: self._touch(form.ARM))
        self._arm.currentIndexChanged.connect(lambda _: self._follow())

    @property
    def text(self) -> SetUpText:
        """The form as it stands, letter by letter."""
        typed = {name: one.text for name, one in self._fields.items()}
        return SetUpText(**typed, arm=str(self._arm.currentData()), scanned=self._code.is_scanned)

    def show_text(self, text: SetUpText) -> None:
        """Put a whole form in; nothing of it is called wrong before somebody has been there."""
        for name, one in self._fields.items():
            one.edit.setText(getattr(text, name))
        self._arm.setCurrentIndex(max(self._arm.findData(text.arm), 0))
        self._touched.clear()
        self._asked = False
        self._show()

    def lock_the_case(self) -> None:
        """Keep what is recorded of an open case from being changed here, and say why."""
        why = wording.say(DOMAIN, "locked")
        for name in form.OF_THE_CASE:
            if name in self._fields:
                self._fields[name].lock(why)
        self._arm.setEnabled(False)
        self._arm.setToolTip(why)

    def lock_the_people(self) -> None:
        """Keep the people of a practice case from being changed, and say why."""
        for name in PEOPLE:
            self._fields[name].lock(wording.say(DOMAIN, "practice_people_locked"))

    def set_up(self) -> SetUp | None:
        """Return the set-up, or say everything that stands against it, go to the first of it, and return nothing."""
        self._asked = True
        checked = self._check(self.text)
        self._show()
        if checked.set_up is None:
            self._go_to_first(checked)
        return checked.set_up

    def _go_to_first(self, checked: Checked) -> None:
        first = next(iter(checked.problems), form.ARM)
        edit: QWidget = self._arm if first == form.ARM else self._fields[first].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(edit, 40, 120)

    def start_typing(self) -> None:
        """Put the focus into the first field that may be typed in."""
        free = [one.edit for one in self._fields.values() if not one.edit.isReadOnly()]
        if free:
            free[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self._show()

    def _follow(self) -> None:
        self._show()
        self.edited.emit()

    def _follow_scanner(self) -> None:
        """A code that was scanned is not typed again; one that is typed over is."""
        again = self._fields[form.PARTICIPANT_AGAIN].edit
        scanned = self._code.is_scanned
        key = "scanned" if scanned else "participant_again_hint"
        again.setPlaceholderText(wording.say(DOMAIN, key))
        again.setEnabled(not scanned)

    def _show(self) -> None:
        """Say what is wrong where somebody has been; what nobody has filled in yet is not wrong yet."""
        checked = self._check(self.text)
        shown = {name: why for name, why in checked.problems.items() if self._asked or self._is_filled(name)}
        for name, one in self._fields.items():
            one.show_problem(shown.get(name, ""))
        self._arm_problem.setText(shown.get(form.ARM, ""))
        self._arm_problem.setVisible(form.ARM in shown)
        words = self._nothing.findChild(QLabel)
        assert words is not None, "the notice has its label"
        words.setText(checked.nothing_to_inject)
        self._nothing.setVisible(bool(checked.nothing_to_inject))

    def _is_filled(self, name: str) -> bool:
        typed = str(self._arm.currentData()) if name == form.ARM else self._fields[name].text
        return name in self._touched and bool(typed.strip())

    def _refuse_paste(self) -> None:
        self._fields[form.PARTICIPANT_AGAIN].show_problem(wording.say(DOMAIN, "wrong.pasted"))


def _field(name: str, hint: str = "", edit: ScannedEdit | TypedAgain | None = None) -> FormField:
    return FormField(wording.say(DOMAIN, name), wording.say(DOMAIN, hint) if hint else "", edit)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(14)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _card(title: str, told: str, inside: QGridLayout) -> QFrame:
    card = look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(22, 14, 22, 18)
    column.setSpacing(10)
    column.addWidget(look(QLabel(wording.say(DOMAIN, title)), "heading"))
    words = look(QLabel(wording.say(DOMAIN, told)), "quiet")
    words.setWordWrap(True)
    column.addWidget(words)
    column.addLayout(inside)
    return card


def _notice() -> QFrame:
    notice = look(QFrame(), "warning")
    column = QVBoxLayout(notice)
    column.setContentsMargins(20, 16, 20, 16)
    words = look(QLabel(), "heading")
    words.setWordWrap(True)
    column.addWidget(words)
    notice.hide()
    return notice
