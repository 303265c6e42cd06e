"""The lines of a checklist: read aloud one by one, and ticked by hand or key when they are answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.drawing.shapes import Weight
from injection_plan.protocol import CheckLine
from ui.checks.tick_box import TickBox
from ui.hand import typeface
from ui.theme import look, pixels

DOMAIN = "cases"
LINE_PIXELS, ROOMY_PIXELS = 16, 20
HIGHEST_LINE, ROOMY_LINE = 68, 88


class CheckLines(QFrame):
    """Shows lines and which of them are ticked; it decides nothing."""

    changed = Signal()
    """A line was ticked, or its tick taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the card without lines yet."""
        super().__init__(parent)
        look(self, "card")
        self._boxes: dict[str, TickBox] = {}
        self._is_roomy = False
        self._which = look(QLabel(), "heading")
        self._count = look(QLabel(), "chip")
        self._lines = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 8, 6)
        column.setSpacing(4)
        head = QHBoxLayout()
        self._which.setWordWrap(True)
        head.addWidget(self._which, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        ask = look(QLabel(wording.say(DOMAIN, "time_out.ask")), "small")
        ask.setWordWrap(True)
        column.addWidget(ask)
        column.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> QScrollArea:
        rows = look(QWidget(), "panel")
        self._lines.setContentsMargins(0, 2, 4, 2)
        self._lines.setSpacing(0)
        rows.setLayout(self._lines)
        scroll = look(QScrollArea(), "panel")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(rows)
        self._scroll = scroll
        return scroll

    def show_lines(self, which: str, lines: tuple[CheckLine, ...]) -> None:
        """Show these lines, none of them ticked."""
        self._which.setText(which)
        while (item := self._lines.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.deleteLater()
        self._boxes = {line.line: TickBox(line.text, snug=True) for line in lines}
        for box in self._boxes.values():
            box.toggled.connect(self._toggled)
            box.installEventFilter(self)
            self._lines.addWidget(box, 4)
        self._size_lines()
        self._lines.addStretch(1)
        self._say_count()

    def show_roomy(self, *, is_roomy: bool) -> None:
        """Write larger where there is room for it."""
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            self._size_lines()

    def _size_lines(self) -> None:
        letters, highest = (ROOMY_PIXELS, ROOMY_LINE) if self._is_roomy else (LINE_PIXELS, HIGHEST_LINE)
        for box in self._boxes.values():
            box.setMaximumHeight(pixels(highest))
            box.setFont(typeface.font(Weight.REGULAR, pixels(letters)))

    @property
    def ticked(self) -> frozenset[str]:
        """The lasting names of the lines that are ticked."""
        return frozenset(line for line, box in self._boxes.items() if box.isChecked())

    def focus_first_missing(self) -> None:
        """Put the focus on the first line that is not ticked yet."""
        waiting = [box for box in self._boxes.values() if not box.isChecked()]
        if waiting:
            waiting[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self) -> None:
        self._say_count()
        self.changed.emit()

    def _say_count(self) -> None:
        done, every = len(self.ticked), len(self._boxes)
        self._count.setText(wording.say(DOMAIN, "time_out.count", done=done, all=every))
        look(self._count, "chip-good" if done == every else "chip")

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
                self._go_to(boxes[max(at - 1, 0)])
            case Qt.Key.Key_Down:
                self._go_to(boxes[min(at + 1, len(boxes) - 1)])
            case Qt.Key.Key_Y if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                if not event.isAutoRepeat():
                    box.setChecked(True)
                    self._go_to(boxes[min(at + 1, len(boxes) - 1)])
            case _:
                return False
        return True

    def _go_to(self, box: TickBox) -> None:
        box.setFocus()
        self._scroll.ensureWidgetVisible(box, 0, 12)
