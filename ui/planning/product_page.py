"""The product: how it came to be, what it is, who released it, and that its label is this participant's."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.clock import Reading
from app.read_models import product_form as form
from app.read_models.product_check import ProductCheck, check_product, is_stored, open_problems
from app.read_models.product_form import ProductText, kept, stored_text
from app.read_models.product_glance import product_glance
from app.read_models.release_words import since_release
from injection_plan.commands import Command
from injection_plan.procedure import Procedure
from ui.planning.product_fields import ProductFields
from ui.planning.product_strip import ProductStrip
from ui.planning.shown_time import ShownTime
from ui.planning.step_page import StepPage
from ui.planning.wrapped_words import WrappedWords
from ui.theme import look

LOOK_AGAIN_MS = 10_000
AT_ONCE = frozenset({form.LABEL})


class ProductPage(StepPage):
    """Shows the product as stored and as typed, says what is wrong where somebody has been, and utters it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page without a case."""
        super().__init__(parent)
        self.fields = ProductFields()
        self.strip = ProductStrip()
        self._case: Procedure | None = None
        self._time = ShownTime()
        self._before = ProductText()
        self._confirmed: frozenset[tuple[str, str]] = frozenset()
        self._touched: set[str] = set()
        self._asked = False
        self._showing = False
        self._check: ProductCheck | None = None
        self._loud = look(QFrame(), "danger")
        self._loud_words = WrappedWords()
        self._scroll = look(QScrollArea(), "page")
        self._minutes = QTimer(self)
        self._minutes.setInterval(LOOK_AGAIN_MS)
        self._minutes.timeout.connect(self._show_since)
        self._compose()
        self._connect()

    def _compose(self) -> None:
        words = QVBoxLayout(self._loud)
        words.setContentsMargins(32, 12, 32, 12)
        words.addWidget(self._loud_words)
        self._loud.hide()
        look(self.fields, "page")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._loud)
        column.addWidget(self.strip)
        column.addWidget(look(QFrame(), "line"))
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        for name, field in self.fields.answers.items():
            field.edited.connect(self._follow_typing)
            field.finished.connect(lambda name=name: self._touch(name))
            field.confirmed.connect(lambda name=name: self._confirm(name))
            if name != form.LABEL:
                field.edit.returnPressed.connect(field.edit.focusNextChild)
        self.fields.answers[form.LABEL].edit.returnPressed.connect(self._take_label)
        lots = self.fields.lots
        lots.edited.connect(self._follow_typing)
        lots.finished.connect(self._touch)
        lots.confirmed.connect(self._confirm)
        lots.moved.connect(self._forget_rows)

    @property
    def text(self) -> ProductText:
        """The page as it stands, letter by letter."""
        return self.fields.typed(self._confirmed)

    @property
    def loud(self) -> str:
        """What is said over the whole page, or nothing."""
        return "" if self._loud.isHidden() else self._loud_words.text()

    def show_case(self, procedure: Procedure, now: Reading) -> None:
        """Show the product as it is stored; what is typed since and means something else stays as it stands."""
        self._case = procedure
        self._time.show(now)
        stored = stored_text(procedure, now)
        command = check_product(self.text, procedure, now).command
        same = command is not None and is_stored(command, procedure)
        text = stored if same else kept(self.text, self._before, stored)
        self._asked = self._asked and not same
        self._before = stored
        self._confirmed = text.confirmed
        self._showing = True
        self.fields.show_protocol(procedure.protocol)
        self.fields.show_text(text)
        self._showing = False
        self._show()

    def record(self) -> tuple[Command, ...] | None:
        """Return the product as it is typed, when that says something new and nothing stands against it."""
        if self._case is None or self.text == self._before:
            return ()
        self._asked = True
        check = self._show()
        command = check.command if check is not None else None
        if command is None:
            self._go_to_first()
            return None
        return () if is_stored(command, self._case) else (command,)

    @property
    def has_unrecorded(self) -> bool:
        """Whether anything on the page differs from what is stored."""
        return self.text != self._before

    def point_at(self, about: str) -> None:
        """Put the focus into the field of that name, the row of that device, or the first field."""
        names = self.fields.names
        first = next((name for name in names if name == about or name.startswith(f"{about}.")), None)
        for row, lot in enumerate(self.text.lots, start=1):
            if about and lot.what.strip() == about:
                first = form.lot_field(row, form.EXPIRES)
        self._go_to(first or names[0])

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no minutes while nobody looks."""
        self._minutes.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Count the minutes since release while somebody looks."""
        super().showEvent(event)
        self._minutes.start()

    def _follow_typing(self) -> None:
        if self._showing:
            return
        self._show()
        self.edited.emit()

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self._show()

    def _take_label(self) -> None:
        """Stay at the label that was scanned; the next scan replaces one that cannot be."""
        edit = self.fields.answers[form.LABEL].edit
        if self._check is not None and form.LABEL in open_problems(self._check, (form.LABEL,)):
            edit.selectAll()

    def _confirm(self, name: str) -> None:
        self._confirmed |= {(name, self.text.typed(name))}
        self.fields.edit(name).setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow_typing()

    def _forget_rows(self) -> None:
        self._touched = {name for name in self._touched if name in self.fields.answers}

    def _show(self) -> ProductCheck | None:
        """Say what is wrong where somebody has been; what nobody has filled in yet is not wrong yet."""
        if self._case is None:
            return None
        text = self.text
        self._check = check = check_product(text, self._case, self._time.now)
        filled = {name for name in self._touched if name in self.fields.names and self._has_text(name)}
        shown = {
            name: one
            for name, one in check.said.items()
            if self._asked or not one.holds_back or name in filled or (check.loud and name in AT_ONCE)
        }
        for name, field in self.fields.answers.items():
            field.show_said(shown.get(name))
        self.fields.lots.show_said(shown)
        self._loud.setVisible(bool(check.loud))
        self._loud_words.show_words(check.loud)
        self.strip.show_glance(product_glance(text, check, self._case))
        self._show_since()
        return check

    def _has_text(self, name: str) -> bool:
        known = self.fields.answers
        typed = known[name].text if name in known else self.fields.lots.edits[name].text()
        return bool(typed.strip())

    def _show_since(self) -> None:
        """Say how long ago the release was that stands on the page."""
        if self._case is not None and self._check is not None:
            since = since_release(self._check.ready_at, self._case.protocol, self._time.now)
            self.fields.show_since(since)

    def _go_to_first(self) -> None:
        if self._check is not None:
            self._go_to(open_problems(self._check, self.fields.names)[0])

    def _go_to(self, name: str) -> None:
        edit = self.fields.edit(name)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(edit, 40, 120)
