"""The second sheet: blank, and filled in by another person, who is shown nothing of the first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.clock import Reading
from app.read_models import syringes_form as form
from app.read_models.blind_check import ReadingsCheck, check_readings
from app.read_models.syringes_form import ReadingsText, ReadingText, kept_readings, reading_field
from app.read_models.syringes_recorded import recorded_readings
from app.read_models.syringes_words import reading_states, team_names
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.protocol import Syringe
from ui.checks.deliberate import DeliberateButton
from ui.planning.hand_tables import HandTables
from ui.planning.person_field import PersonField
from ui.planning.shown_time import ShownTime
from ui.planning.syringe_line import SyringeLine
from ui.planning.syringe_sheet import SyringeSheet
from ui.planning.wrapped_words import WrappedWords
from ui.theme import look

DOMAIN = "syringes"


class ReadingSheet(SyringeSheet):
    """Shows a blank field for each syringe, and once a reading is recorded whether it agrees, without a figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the sheet without a case."""
        self.checker = PersonField(wording.say(DOMAIN, "checker"))
        tables = HandTables(("head.reading",), _line)
        record = DeliberateButton(wording.say(DOMAIN, "check.record"), "Ctrl+S")
        super().__init__(form.CHECKER, self.checker, tables, record, parent)
        self._case: Procedure | None = None
        self._time = ShownTime()
        self._of: dict[int, Stamp | None] = {}
        self._refilled: frozenset[int] = frozenset()
        self.check: ReadingsCheck | None = None
        self._told = look(WrappedWords(), "quiet")
        self._compose()

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 14, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._who())
        column.addWidget(self._told)
        column.addWidget(self.tables)
        column.addStretch(1)

    @property
    def text(self) -> ReadingsText:
        """The sheet as it stands, letter by letter."""
        readings = tuple(
            ReadingText(number, line.edits[reading_field(number)].text(), self._of.get(number))
            for number, line in self.tables.lines.items()
        )
        return ReadingsText(readings, self.checker.text, self._confirmed)

    def show_sheet(self, procedure: Procedure, now: Reading) -> None:
        """Show the sheet of a case; what is typed stays, and what is recorded leaves its field blank again."""
        before, self._case = self._case, procedure
        self._time.show(now)
        for line in self.tables.show_syringes(tuple(state.syringe for state in procedure.syringes)):
            line.edited.connect(self._bind)
            line.finished.connect(self._touch)
            line.entered.connect(self._go_on_from)
            line.confirmed.connect(self._confirm)
        self.checker.show_names(team_names(procedure))
        self._refilled = frozenset()
        self._showing = True
        for reading in kept_readings(self.text, before, procedure).readings:
            edit = self.edits[reading_field(reading.syringe)]
            if edit.text() != reading.mark:
                edit.setText(reading.mark)
                self._of.pop(reading.syringe, None)
        self._showing = False
        is_any_filled = any(state.fill is not None for state in procedure.syringes)
        for number, line in self.tables.lines.items():
            is_filled = procedure.syringe(number).fill is not None
            line.edits[reading_field(number)].setEnabled(is_filled)
        self._told.show_words(wording.say(DOMAIN, "check.told" if is_any_filled else "check.none_filled"))
        self._show()

    def ask(self, refilled: frozenset[int]) -> None:
        """Say everything that is wrong and go to the first of it; `refilled` are about to be filled anew."""
        self._refilled = refilled
        self._ask()

    def _bind(self, name: str) -> None:
        """Bind a reading at its first digit to the fill that stands then."""
        if self._showing or self._case is None:
            return
        number = int(name.rpartition(".")[2])
        typed = self.edits[name].text()
        if not typed:
            self._of.pop(number, None)
        elif number not in self._of:
            self._of[number] = self._case.syringe(number).filled
        self._follow_typing()

    def _follow_typing(self) -> None:
        self._refilled = frozenset()
        super()._follow_typing()

    def _go_on_from(self, name: str) -> None:
        self._touch(name)
        self._go_to_next(name)

    def _show(self) -> None:
        if self._case is None:
            return
        self.check = check = check_readings(self.text, self._case, self._refilled)
        self._said, self._states = check.said, reading_states(self._case)
        super()._show()
        self.recorded.show_recorded(recorded_readings(self._case, self.text, self._time.now))


def _line(syringe: Syringe) -> SyringeLine:
    return SyringeLine(syringe, (), (reading_field(syringe.number),))
