"""The first sheet: what one person drew up into each syringe, its mark and its label, typed or scanned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.clock import Reading
from app.read_models import syringes_form as form
from app.read_models.field_said import Said
from app.read_models.syringes_check import FillsCheck, check_fills
from app.read_models.syringes_form import (
    FillsText,
    FillText,
    drawn_up_field,
    label_field,
    mark_field,
    same_for_all,
    unprimed_field,
)
from app.read_models.syringes_recorded import recorded_fills
from app.read_models.syringes_words import fill_states, team_names
from injection_plan.procedure import Procedure
from injection_plan.protocol import Syringe
from ui.checks.deliberate import DeliberateButton
from ui.planning.hand_tables import HandTables
from ui.planning.person_field import PersonField
from ui.planning.said_line import SaidLine
from ui.planning.syringe_line import SyringeLine
from ui.planning.syringe_sheet import SyringeSheet
from ui.theme import look, pixels

DOMAIN = "syringes"
IN_BAND_WIDTH = 80


class FillSheet(SyringeSheet):
    """Shows the fills as typed; a label that is scanned leads on to the next syringe's, unless it cannot be."""

    went_on = Signal(object)
    """The line to which a scanner's Enter has led, which should be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the sheet without a case."""
        self.filler = PersonField(wording.say(DOMAIN, "filler"))
        tables = HandTables(("head.label", "head.drawn_up", "head.mark"), _line)
        record = DeliberateButton(wording.say(DOMAIN, "fill.record"), "Ctrl+S")
        super().__init__(form.FILLER, self.filler, tables, record, parent)
        self._case: tuple[Procedure, Reading] | None = None
        self.check: FillsCheck | None = None
        self.all_drawn_up = _figure("same.drawn_up")
        self.all_mark = _figure("same.mark")
        self.copy = QPushButton(wording.say(DOMAIN, "same.copy"))
        self._in_all = look(QLabel(), "figure")
        self._in_all_said = SaidLine(wording.say(DOMAIN, "in_all"))
        self.unprimed = SaidLine(wording.say(DOMAIN, "head.mark"))
        self._compose()
        self.unprimed.confirmed.connect(self._confirm_unprimed)
        self.copy.clicked.connect(self.write_into_empty)

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 8, 24, 10)
        column.setSpacing(8)
        column.addLayout(self._who())
        column.addWidget(self._band())
        column.addWidget(self._in_all_said)
        column.addWidget(self.unprimed)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "head.told")), "small"))
        column.addWidget(self.tables)
        column.addStretch(1)

    def _band(self) -> QFrame:
        band = look(QFrame(), "raised")
        row = QHBoxLayout(band)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(look(QLabel(wording.say(DOMAIN, "same.title")), "strong"))
        for word, edit in (("head.drawn_up", self.all_drawn_up), ("head.mark", self.all_mark)):
            row.addWidget(look(QLabel(wording.say(DOMAIN, word)), "small"))
            row.addWidget(edit)
        self.copy.setAutoDefault(False)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(look(QLabel(wording.say(DOMAIN, "in_all")), "small"))
        row.addWidget(self._in_all)
        return band

    @property
    def text(self) -> FillsText:
        """The sheet as it stands, letter by letter."""
        fills = tuple(
            FillText(
                number,
                line.edits[label_field(number)].text(),
                line.edits[drawn_up_field(number)].text(),
                line.edits[mark_field(number)].text(),
            )
            for number, line in self.tables.lines.items()
        )
        return FillsText(fills, self.filler.text, self._confirmed)

    @property
    def _procedure(self) -> Procedure | None:
        return None if self._case is None else self._case[0]

    @property
    def in_all(self) -> str:
        """What the syringes hold together, as it is shown."""
        return self._in_all.text()

    def show_sheet(self, procedure: Procedure, text: FillsText, now: Reading) -> None:
        """Show the sheet of a case with this text on it."""
        self._case = (procedure, now)
        for line in self.tables.show_syringes(tuple(state.syringe for state in procedure.syringes)):
            line.edited.connect(lambda _: self._follow_typing())
            line.finished.connect(self._touch)
            line.entered.connect(self._go_on_from)
            line.confirmed.connect(self._confirm)
        self.filler.show_names(team_names(procedure))
        self._put(text)

    def _put(self, text: FillsText) -> None:
        self._showing = True
        self._confirmed = text.confirmed
        self.filler.field.show_text(text.filler)
        for fill in text.fills:
            edits = self.tables.lines[fill.syringe].edits
            for name, typed in zip(edits, (fill.label, fill.drawn_up, fill.mark), strict=True):
                if edits[name].text() != typed:
                    edits[name].setText(typed)
        self._showing = False
        self._show()

    def write_into_empty(self) -> None:
        """Write what stands in the row for all into every empty field; what is typed stays as it is."""
        self._put(same_for_all(self.text, self.all_drawn_up.text(), self.all_mark.text(), self._procedure))
        for number in self.tables.lines:
            self._touched |= {drawn_up_field(number), mark_field(number)}
        self._follow_typing()

    def ask(self) -> None:
        """Say everything that is wrong, whether anybody has been there or not, and go to the first of it."""
        if not self._ask() and self.check is not None and self.check.unprimed:
            self.edits[mark_field(self.check.unprimed[0])].setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm_unprimed(self) -> None:
        """Take it as said that these marks are right as they stand; another figure is asked about anew."""
        asked = self.check.unprimed if self.check is not None else ()
        typed = {one.syringe: one for one in self.text.fills}
        self._confirmed |= {(unprimed_field(number), typed[number].volumes) for number in asked}
        self.filler.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow_typing()

    def _go_on_from(self, name: str) -> None:
        """Lead from one label to the next; from one that cannot be, nowhere, so that the next scan replaces it."""
        self._touch(name)
        part, _, number = name.partition(".")
        if name in self._said and self._said[name].holds_back:
            self.edits[name].selectAll()
            return
        following = [one for one in self.tables.lines if one > int(number)]
        if part == "label" and following:
            following_label = self.edits[label_field(following[0])]
            following_label.setFocus(Qt.FocusReason.OtherFocusReason)
            self.went_on.emit(following_label)
        else:
            self._go_to_next(name)

    def _show(self) -> None:
        if self._case is None:
            return
        procedure, now = self._case
        text = self.text
        self.check = check = check_fills(text, procedure)
        self._said, self._states = check.said, fill_states(procedure)
        super()._show()
        for number, line in self.tables.lines.items():
            is_filled = procedure.syringe(number).fill is not None
            hint = wording.say(DOMAIN, "hint.no_label" if is_filled else "hint.label")
            line.edits[label_field(number)].setPlaceholderText(hint)
        self._in_all.setText(check.in_all)
        self._in_all_said.show_said(check.said.get(form.IN_ALL))
        self.unprimed.show_said(self._shown().get(form.UNPRIMED))
        self.recorded.show_recorded(recorded_fills(procedure, text, now))

    def _is_shown(self, name: str, said: Said) -> bool:
        if name == form.UNPRIMED and self.check is not None:
            marks = {mark_field(number) for number in self.check.unprimed}
            return super()._is_shown(name, said) or not marks.isdisjoint(self._touched)
        return super()._is_shown(name, said)


def _line(syringe: Syringe) -> SyringeLine:
    number = syringe.number
    return SyringeLine(syringe, (label_field(number),), (drawn_up_field(number), mark_field(number)))


def _figure(word: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setFixedWidth(pixels(IN_BAND_WIDTH))
    edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    edit.setPlaceholderText(wording.say(DOMAIN, "hint.volume"))
    edit.setAccessibleName(wording.say(DOMAIN, word))
    return edit
