"""One syringe in the closing sums: its figures, the fields for what was lost, and what remains unexplained."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models import reconcile_form as form
from app.read_models.reconcile_form import LossText, SettlementText
from app.read_models.reconcile_lines import LineState, SyringeLine
from injection_plan.terms import Role
from injection_plan.volume import Volume
from ui.checks.tick_box import TickBox
from ui.review.columns import FIELD, ROW_HEIGHT, columns, figure, held
from ui.review.figure_edit import FigureEdit, show_wrong
from ui.review.settling import Settling
from ui.theme import look

DOMAIN = "closing"
TICK = 56


class Settled(QWidget):
    """The last cell of a line: what is missing, or how its unexplained volume is settled."""

    def __init__(self, line: int, spoken: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.settling = Settling(line, spoken)
        self.said = look(QLabel(), "small")
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self.settling)
        column.addWidget(self.said)
        column.addStretch(1)

    def show_state(self, state: LineState, said: str, volume: Volume, *, asked: bool) -> None:
        """Show how the line stands; a figure not entered yet is no fault until somebody asked to go on."""
        self.settling.show_volume(volume)
        self.settling.setVisible(state in {LineState.OPEN, LineState.SETTLED})
        self.said.setText(said)
        is_good = state in {LineState.ADDS_UP, LineState.SETTLED}
        is_wrong = state is LineState.OPEN or (state is LineState.MISSING and asked)
        look(self.said, "good" if is_good else "problem" if is_wrong else "small")


class SyringeRow(QWidget):
    """Shows one syringe's sum and utters that something was typed; what was typed is read by its name."""

    edited = Signal()
    """A field of this line has changed."""

    def __init__(self, syringe: int, finger: str, parent: QWidget | None = None) -> None:
        """Show the line with every field empty."""
        super().__init__(parent)
        self.syringe = syringe
        self.setMinimumHeight(ROW_HEIGHT)
        spoken = wording.say(DOMAIN, "reconcile.line", number=syringe, finger=finger)
        self._name = figure("syringe", spoken)
        self._drawn_up = figure("drawn_up", named="figure-cell")
        self._given = figure("given", named="figure-cell")
        self._left = figure("left", named="figure-cell")
        self._unexplained = figure("unexplained", named="figure")
        self.priming = self._field("reconcile.priming", spoken)
        self.discarded = self._field("reconcile.discarded", spoken)
        self.spilled = self._field("reconcile.spilled", spoken)
        self.unknown = TickBox()
        self.unknown.setFixedWidth(TICK)
        self.unknown.setAccessibleName(wording.say(DOMAIN, "reconcile.unknown_spoken", line=spoken))
        self.settled = Settled(syringe, spoken)
        row = columns(self)
        row.addWidget(self._name)
        row.addWidget(self._drawn_up)
        row.addWidget(self._given)
        row.addWidget(held("priming", self.priming))
        row.addWidget(held("unknown", self.unknown))
        row.addWidget(self._left)
        row.addWidget(held("discarded", self.discarded))
        row.addWidget(held("spilled", self.spilled))
        row.addWidget(self._unexplained)
        row.addWidget(self.settled, 1)
        self.unknown.toggled.connect(lambda _: self.edited.emit())
        self.settled.settling.edited.connect(self.edited)

    def _field(self, key: str, line: str) -> FigureEdit:
        edit = FigureEdit(wording.say(DOMAIN, f"{key}_spoken", line=line), FIELD)
        edit.textChanged.connect(lambda _: self.edited.emit())
        return edit

    @property
    def edits(self) -> dict[str, FigureEdit]:
        """The fields of this line by their names in the form."""
        return {
            form.priming_field(self.syringe): self.priming,
            form.discarded_field(self.syringe): self.discarded,
            form.spilled_field(self.syringe): self.spilled,
        }

    @property
    def loss(self) -> LossText:
        """What was typed."""
        return LossText(
            self.syringe,
            self.priming.text(),
            self.unknown.isChecked(),
            self.discarded.text(),
            self.spilled.text(),
        )

    @property
    def settlement(self) -> SettlementText:
        """How the unexplained volume is settled, as far as it is."""
        return self.settled.settling.text

    def show_loss(self, text: LossText) -> None:
        """Put texts in, as a button that fills empty fields does."""
        self.priming.show_text(text.priming)
        self.discarded.show_text(text.discarded)
        self.spilled.show_text(text.spilled)
        self.unknown.setChecked(text.priming_unknown)

    def name_people(self, people: tuple[tuple[Role, str], ...]) -> None:
        """Say who may accept what remains unexplained."""
        self.settled.settling.name_people(people)

    def show_line(self, line: SyringeLine, problems: dict[str, str], *, asked: bool) -> None:
        """Show the sums as they come to with what is typed, and what is wrong in which field."""
        self._drawn_up.setText(line.drawn_up)
        self._given.setText(line.given)
        self._left.setText(line.left)
        self._unexplained.setText(line.unexplained_words)
        look(self._unexplained, "figure-open" if line.state is LineState.OPEN else "figure")
        self.settled.show_state(line.state, line.said, line.unexplained, asked=asked)
        for name, edit in self.edits.items():
            sentence = problems.get(name, "")
            edit.show_problem(sentence if asked or edit.text() else "")
        settling = problems.get(form.settled_field(self.syringe), "")
        show_wrong(self.settled.settling.words, settling if asked else "")
