"""The sign-out at the closing: every line is answered by itself, each finger in a row of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.sign_out_form import Answer, AskedLine, SignOutForm, check_sign_out
from injection_plan.anatomy import Hand
from ui.review.sign_out_row import SignOutRow
from ui.theme import look

DOMAIN = "sign_out"
_HANDS = tuple(Hand)


class SignOutPage(QWidget):
    """Shows the sign-out and utters its command once every line is answered; what was answered stays meanwhile."""

    wished = Signal(object)
    """A `PassSignOut` command."""

    changed = Signal()
    """What is missing may be another line now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page without a line."""
        super().__init__(parent)
        self.rows: dict[str, SignOutRow] = {}
        self._form: SignOutForm | None = None
        self._passed, self._remarks = look(QLabel(), "good"), look(QLabel(), "needed")
        self._since = look(QLabel(), "problem")
        self._cards = QVBoxLayout()
        self._scroll = look(QScrollArea(), "page")
        self._compose()

    def _compose(self) -> None:
        ask = look(QLabel(wording.say(DOMAIN, "ask")), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._passed, self._remarks, self._since, ask):
            label.setWordWrap(True)
            column.addWidget(label)
        inside = look(QWidget(), "page")
        self._cards.setContentsMargins(0, 0, 8, 0)
        self._cards.setSpacing(8)
        inside.setLayout(self._cards)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)

    def show_form(self, form: SignOutForm) -> None:
        """Show a sign-out; other lines, or one that was passed just now, are asked with nothing answered."""
        before, self._form = self._form, form
        says = (
            (self._passed, form.passed),
            (self._since, form.since),
            (self._remarks, "\n".join(form.remarks)),
        )
        for label, words in says:
            label.setText(words)
            label.setVisible(bool(words))
        look(self._passed, "needed" if form.remarks else "good")
        if before is None or (before.lines, before.passed) != (form.lines, form.passed):
            self._fill(form.lines)
        self.changed.emit()

    def _fill(self, lines: tuple[AskedLine, ...]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        self.rows = {line.name: SignOutRow(line) for line in lines}
        for row in self.rows.values():
            row.edited.connect(self.changed)
            row.tick.installEventFilter(self)
            row.remark.installEventFilter(self)
        for heading, group in groupby(lines, key=lambda line: line.heading):
            self._cards.addWidget(self._card(heading, list(group)))
        self._cards.addStretch(1)
        before: QWidget | None = None
        for part in self._in_order():
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part

    def _card(self, heading: str, lines: list[AskedLine]) -> QFrame:
        """Return a card with these lines; those about fingers stand in a column for each hand."""
        card = look(QFrame(), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(8, 5, 10, 5)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(0)
        if heading:
            asked = look(QLabel(heading), "strong")
            asked.setWordWrap(True)
            asked.setContentsMargins(14, 4, 0, 4)
            grid.addWidget(asked, 0, 0, 1, len(_HANDS))
        below = dict.fromkeys((None, *_HANDS), 1)
        for line in lines:
            place = 0 if line.hand is None else _HANDS.index(line.hand)
            breadth = len(_HANDS) if line.hand is None else 1
            grid.addWidget(
                self.rows[line.name], below[line.hand], place, 1, breadth, Qt.AlignmentFlag.AlignTop
            )
            below[line.hand] += 1
        for place in range(len(_HANDS)):
            grid.setColumnStretch(place, 1)
        return card

    def _in_order(self) -> Iterator[QWidget]:
        for row in self.rows.values():
            yield from (row.tick, row.not_so, row.remark)

    @property
    def answers(self) -> dict[str, Answer]:
        """What was answered so far, by the names of the lines."""
        given = ((name, row.answer) for name, row in self.rows.items())
        return {name: answer for name, answer in given if answer is not None}

    @property
    def told(self) -> str:
        """The sentence that says what is still to be answered, or that it can be recorded."""
        return "" if self._form is None else self._form.told(self.answers)

    @property
    def why_not(self) -> str:
        """Why it cannot be recorded yet; empty when it can."""
        return "" if self._form is None else self._form.waiting(self.answers)

    def ask(self) -> None:
        """Utter the command where every line is answered."""
        command = None if self._form is None else check_sign_out(self._form, self.answers).command
        if command is not None:
            self.wished.emit(command)

    def start_typing(self) -> None:
        """Put the focus on the first line that is not answered."""
        waiting = [row for row in self.rows.values() if row.answer is None]
        if waiting:
            self._go_to(waiting[0].tick)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down walk through the lines, Y answer one and go to the next, and N ask for words."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for place, row in enumerate(self.rows.values()):
                if watched is row.tick:
                    return self._key_on_line(place, row, event) or self._walked(place, event)
                if watched is row.remark:
                    return self._walked(place, event)
        return super().eventFilter(watched, event)

    def _key_on_line(self, place: int, row: SignOutRow, event: QKeyEvent) -> bool:
        if (
            event.key() not in {Qt.Key.Key_Y, Qt.Key.Key_N}
            or event.modifiers() != Qt.KeyboardModifier.NoModifier
        ):
            return False
        if event.isAutoRepeat():
            return True
        if event.key() == Qt.Key.Key_N:
            row.say_not_so()
        else:
            row.tick.setChecked(True)
            self._go_to_row(place + 1)
        return True

    def _walked(self, place: int, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Up:
                self._go_to_row(place - 1)
            case Qt.Key.Key_Down:
                self._go_to_row(place + 1)
            case _:
                return False
        return True

    def _go_to_row(self, place: int) -> None:
        rows = list(self.rows.values())
        self._go_to(rows[min(max(place, 0), len(rows) - 1)].tick)

    def _go_to(self, part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(part, 0, 40)
