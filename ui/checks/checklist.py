"""The time-out page: one hand, named large; each line is read aloud and ticked before the first aliquot on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.drawing.shapes import Weight
from app.read_models.time_out_form import TimeOutForm
from injection_plan.terms import Role
from ui.checks.deliberate import DeliberateButton
from ui.checks.headed_page import HeadedPage
from ui.checks.tick_box import TickBox
from ui.hand import typeface
from ui.theme import ROOM, look, pixels

DOMAIN = "cases"
LINE_PIXELS = 18
HIGHEST_LINE = 68


class TimeOutPage(HeadedPage):
    """Shows a time-out, and utters its command once every line is ticked; nothing else passes it."""

    wished = Signal(object)
    """A `PassTimeOut`, when both people have answered everything."""

    left = Signal()
    """Somebody wants the hands instead; the time-out stays due."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page, without a time-out on it yet."""
        super().__init__(ROOM, parent)
        self._form: TimeOutForm | None = None
        self._boxes: dict[str, TickBox] = {}
        self._occasion = look(QLabel(), "heading")
        self._hand = look(QLabel(), "loud")
        self._planned = look(QLabel(), "figure")
        self._performer = look(QLabel(), "heading")
        self._verifier = look(QLabel(), "heading")
        self._not_planned = QLabel()
        self._count = look(QLabel(), "chip")
        self._lines = QVBoxLayout()
        self._pass = DeliberateButton(wording.say(DOMAIN, "time_out.pass"), "Ctrl+Enter")
        self._leave = QPushButton(wording.say(DOMAIN, "time_out.leave"))
        self._compose()
        self._pass.clicked.connect(self._answered_all)
        self._leave.clicked.connect(self.left)

    def _compose(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(self._about(), 4)
        columns.addWidget(self._checklist(), 7)
        self.body.addLayout(columns)
        self._leave.setShortcut(Qt.Key.Key_Escape)
        self._leave.setAutoDefault(False)
        self.buttons.addWidget(self._leave)
        self.buttons.addWidget(self._pass)

    def _about(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for label in (self._occasion, self._hand, self._planned):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(20)
        people = ((Role.PERFORMER, self._performer), (Role.VERIFIER, self._verifier))
        column.addWidget(_card(*(one for role, name in people for one in (_word(wording.role(role)), name))))
        column.addSpacing(12)
        self._not_planned.setWordWrap(True)
        column.addWidget(_card(_word(wording.say(DOMAIN, "time_out.not_planned")), self._not_planned))
        column.addStretch(1)
        return column

    def _checklist(self) -> QWidget:
        card = look(QFrame(), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 12, 12, 8)
        head = QHBoxLayout()
        ask = look(QLabel(wording.say(DOMAIN, "time_out.ask")), "heading")
        ask.setWordWrap(True)
        head.addWidget(ask, 1)
        head.addWidget(look(QLabel(wording.say(DOMAIN, "time_out.key")), "small"))
        head.addWidget(self._count)
        column.addLayout(head)
        rows = look(QWidget(), "panel")
        self._lines.setContentsMargins(0, 2, 8, 2)
        self._lines.setSpacing(0)
        rows.setLayout(self._lines)
        scroll = look(QScrollArea(), "panel")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(rows)
        column.addWidget(scroll, 1)
        return card

    def show_form(self, form: TimeOutForm) -> None:
        """Show a time-out; one that is on the page already keeps its ticks, any other starts without."""
        if form == self._form:
            return
        self._form = form
        self.set_head(
            wording.say(DOMAIN, "head.participant", participant=form.participant),
            wording.say(DOMAIN, "time_out.subtitle"),
            wording.say(DOMAIN, "time_out.chip"),
            "chip-due",
        )
        self._occasion.setText(form.occasion)
        self._hand.setText(form.hand_name)
        self._planned.setText(form.planned)
        self._performer.setText(form.performer)
        self._verifier.setText(form.verifier)
        nothing = wording.say(DOMAIN, "time_out.all_planned")
        self._not_planned.setText("\n".join(form.not_planned) or nothing)
        self._fill_lines(form)
        self._say_what_is_missing()

    def _fill_lines(self, form: TimeOutForm) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.deleteLater()
        self._boxes = {line.line: TickBox(line.text, snug=True) for line in form.lines}
        for box in self._boxes.values():
            box.toggled.connect(self._say_what_is_missing)
            box.installEventFilter(self)
            box.setMaximumHeight(pixels(HIGHEST_LINE))
            box.setFont(typeface.font(Weight.REGULAR, pixels(LINE_PIXELS)))
            self._lines.addWidget(box, 4)
        self._lines.addStretch(1)
        self.focus_first_missing()

    def focus_first_missing(self) -> None:
        """Put the focus on the first line that is not answered yet."""
        waiting = [box for box in self._boxes.values() if not box.isChecked()]
        if waiting:
            waiting[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _ticked(self) -> frozenset[str]:
        return frozenset(line for line, box in self._boxes.items() if box.isChecked())

    def _say_what_is_missing(self) -> None:
        if self._form is None:
            return
        why_not = self._form.why_not(self._ticked)
        count = wording.say(DOMAIN, "time_out.count", done=len(self._ticked), all=len(self._boxes))
        self._count.setText(count)
        look(self._count, "chip" if why_not else "chip-good")
        self.tell(why_not or wording.say(DOMAIN, "time_out.complete", hand=self._form.hand_name))
        if why_not:
            self._pass.turn_off(why_not)
        else:
            self._pass.turn_on()

    def _answered_all(self) -> None:
        if self._form is not None and not self._form.missing(self._ticked):
            self.wished.emit(self._form.passed())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down walk through the lines, and Y answer one and go to the next; a held key does nothing."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, TickBox)
        ):
            return self._key_on_line(watched, event)
        return super().eventFilter(watched, event)

    def _key_on_line(self, box: TickBox, event: QKeyEvent) -> bool:
        boxes = list(self._boxes.values())
        at = boxes.index(box)
        match event.key():
            case Qt.Key.Key_Up:
                boxes[max(at - 1, 0)].setFocus()
            case Qt.Key.Key_Down:
                boxes[min(at + 1, len(boxes) - 1)].setFocus()
            case Qt.Key.Key_Y if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                if not event.isAutoRepeat():
                    box.setChecked(True)
                    boxes[min(at + 1, len(boxes) - 1)].setFocus()
            case _:
                return False
        return True


def _word(text: str) -> QLabel:
    return look(QLabel(text), "small")


def _card(*shown: QLabel) -> QFrame:
    card = look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 14, 20, 14)
    column.setSpacing(4)
    for label in shown:
        label.setWordWrap(True)
        column.addWidget(label)
    return card
