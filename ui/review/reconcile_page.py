"""The closing sums: every syringe, the product, the marks that differ; what is typed is summed as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models import reconcile_form as form
from app.read_models.reconcile_check import check_reconcile
from app.read_models.reconcile_form import ReconcileText
from app.read_models.reconcile_lines import ReconcileCheck, Sums
from app.read_models.review import DeliveryRow, delivery_rows, eyes_of, people_of
from injection_plan.events import Entry, Reconciled
from injection_plan.procedure import Procedure
from injection_plan.terms import Standing
from ui.review.columns import ROW_HEIGHT, WIDTHS, columns, figure
from ui.review.mark_rows import MarkRows
from ui.review.product_row import ProductRow
from ui.review.syringe_row import SyringeRow
from ui.theme import look

DOMAIN = "closing"
WIDE = 1600


class ReconcilePage(QWidget):
    """Shows the sums of a case and utters the command once every line adds up or is settled by name."""

    wished = Signal(object)
    """A `Reconcile` command."""

    changed = Signal()
    """What is missing may be another line now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page without a case."""
        super().__init__(parent)
        self._procedure: Procedure | None = None
        self._before: Reconciled | None = None
        self._asked = False
        self._filling = False
        self.check: ReconcileCheck | None = None
        self.rows: dict[int, SyringeRow] = {}
        self.product = ProductRow()
        self.marks = MarkRows()
        self.nothing_lost = QPushButton(wording.say(DOMAIN, "reconcile.nothing_lost"))
        self.priming_unknown = QPushButton(wording.say(DOMAIN, "reconcile.priming_unknown"))
        self.again = QPushButton(wording.say(DOMAIN, "reconcile.again"))
        self._sums = {name: figure(name, named="figure") for name in WIDTHS}
        self._everything = look(QLabel(), "strong")
        self._lines = QVBoxLayout()
        self._scroll = look(QScrollArea(), "panel")
        self._compose()
        self._connect()

    def _compose(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.nothing_lost, self.priming_unknown, self.again):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(look(QLabel(wording.say(DOMAIN, "reconcile.unit")), "quiet"))
        card = look(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.setSpacing(0)
        inside.addWidget(_head())
        inside.addWidget(look(QFrame(), "line"))
        inside.addWidget(self._scrolled(), 1)
        inside.addWidget(look(QFrame(), "line"))
        inside.addWidget(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(buttons)
        column.addWidget(card, 1)

    def _scrolled(self) -> QScrollArea:
        shown = look(QWidget(), "panel")
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        column.addWidget(self.product)
        column.addWidget(self.marks)
        column.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(shown)
        return self._scroll

    def _foot(self) -> QWidget:
        shown = look(QWidget(), "panel")
        shown.setMinimumHeight(ROW_HEIGHT)
        row = columns(shown)
        for cell in self._sums.values():
            row.addWidget(cell)
        self._everything.setWordWrap(True)
        self._everything.setContentsMargins(12, 0, 0, 0)
        row.addWidget(self._everything, 1)
        self._sums["syringe"].setText(wording.say(DOMAIN, "reconcile.sum"))
        return shown

    def _connect(self) -> None:
        self.product.edited.connect(self._look_again)
        self.marks.edited.connect(self._look_again)
        self.nothing_lost.clicked.connect(lambda: self._fill(form.nothing_discarded_or_spilled(self.text)))
        self.priming_unknown.clicked.connect(lambda: self._fill(form.priming_unknown_elsewhere(self.text)))
        self.again.clicked.connect(self._take_again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the last column use the room there is."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        is_wide = self.width() >= WIDE
        for settled in (self.product.settled, *(row.settled for row in self.rows.values())):
            settled.settling.lay_out(is_wide=is_wide)

    def show_procedure(self, procedure: Procedure, entries: tuple[Entry, ...]) -> None:
        """Show the sums of the case as it stands; what was typed stays."""
        self._procedure = procedure
        self._before = form.last_figures(entries)
        self.again.setVisible(self._before is not None)
        self.make_rows(procedure)
        people = people_of(procedure)
        self.product.name_people(people)
        for row in self.rows.values():
            row.name_people(people)
        self.marks.show_rows(_that_differ(procedure))
        self._lay_out()
        self._look_again()

    def make_rows(self, procedure: Procedure) -> None:
        """Make the lines that the syringes of a case need, where they are not made yet."""
        for loss in form.empty_form(procedure).losses:
            if loss.syringe not in self.rows:
                self._add_row(procedure, loss.syringe)

    def _add_row(self, procedure: Procedure, number: int) -> None:
        finger = procedure.syringe(number).syringe.finger
        row = SyringeRow(number, f"{wording.short_hand(finger.hand)} {wording.digit(finger.digit)}")
        row.edited.connect(self._look_again)
        self.rows[number] = row
        self._lines.addWidget(row)
        self._lines.addWidget(look(QFrame(), "line"))

    @property
    def text(self) -> ReconcileText:
        """The form as it stands."""
        return ReconcileText(
            losses=tuple(row.loss for row in self.rows.values()),
            sample=self.product.sample.text(),
            not_drawn_up=self.product.not_drawn_up.text(),
            settlements=(self.product.settlement, *(row.settlement for row in self.rows.values())),
            marks=self.marks.texts,
        )

    def _fill(self, text: ReconcileText) -> None:
        self._filling = True
        for loss in text.losses:
            self.rows[loss.syringe].show_loss(loss)
        self.product.sample.show_text(text.sample)
        self.product.not_drawn_up.show_text(text.not_drawn_up)
        self.marks.show_texts(text.marks)
        self._filling = False
        self._look_again()

    def _take_again(self) -> None:
        if self._before is not None:
            self._fill(form.figures_again(self.text, self._before))

    def _look_again(self) -> None:
        if self._procedure is None or self._filling:
            return
        self.check = check = check_reconcile(self._procedure, self.text)
        for line in check.lines:
            self.rows[line.syringe].show_line(line, check.problems, asked=self._asked)
        self.product.show_line(check.product, check.problems, asked=self._asked)
        self.marks.show_problems(check.problems, asked=self._asked)
        self._show_sums(check.sums)
        self.changed.emit()

    def _show_sums(self, sums: Sums) -> None:
        for name in ("drawn_up", "given", "priming", "left", "discarded", "spilled", "unexplained"):
            self._sums[name].setText(getattr(sums, name))
        words = wording.say(DOMAIN, "reconcile.everything", volume=sums.unexplained_everywhere)
        self._everything.setText(words)

    @property
    def missing(self) -> str:
        """The sentence that says which lines are not complete, or that all are."""
        return self.check.missing if self.check is not None else ""

    @property
    def has_asked(self) -> bool:
        """Whether somebody tried to go on while something was missing."""
        return self._asked and self.check is not None and self.check.command is None

    def ask(self) -> None:
        """Utter the command, or show everything that is missing and go to the first of it."""
        self._asked = True
        self._look_again()
        if self.check is None:
            return
        if self.check.command is not None:
            self.wished.emit(self.check.command)
            return
        waiting = [edit for name, edit in self._in_order() if name in self.check.problems]
        if waiting:
            waiting[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(waiting[0], 20, 60)

    def start_typing(self) -> None:
        """Put the focus into the first field."""
        for row in self.rows.values():
            row.priming.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _in_order(self) -> list[tuple[str, QWidget]]:
        found: list[tuple[str, QWidget]] = []
        for number, row in self.rows.items():
            found += row.edits.items()
            found.append((form.settled_field(number), row.settled.settling.how))
        found += self.product.edits.items()
        found.append((form.settled_field(form.PRODUCT), self.product.settled.settling.how))
        found += [(form.mark_explained_field(code), edit) for code, edit in self.marks.edits.items()]
        return found


def _that_differ(procedure: Procedure) -> tuple[DeliveryRow, ...]:
    rows = delivery_rows(procedure, eyes_of(procedure))
    return tuple(row for row in rows if row.standing is Standing.MARK_DIFFERS)


def _head() -> QWidget:
    shown = look(QWidget(), "panel")
    row = columns(shown)
    for name in WIDTHS:
        row.addWidget(figure(name, wording.say(DOMAIN, f"column.{name}"), "small"))
    last = look(QLabel(wording.say(DOMAIN, "column.settled")), "small")
    last.setContentsMargins(12, 0, 0, 0)
    row.addWidget(last, 1)
    return shown
