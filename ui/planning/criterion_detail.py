"""One criterion, whole: its text word for word, what was decided, its measures, the note, and Met or Not met."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.eligibility_form import NOTE, CriterionText, ReadCriterion
from app.read_models.eligibility_sheet import Bearing, CriterionLine
from app.read_models.measure_fields import MeasureField
from injection_plan.terms import Verdict
from ui.checks.deliberate import DeliberateButton
from ui.planning.measure_table import MeasureTable
from ui.planning.sheet_list import verdict_of
from ui.planning.state_shape import StateShape
from ui.theme import look, pixels, refresh

DOMAIN = "eligibility"
NOTE_HEIGHT = 68
APART = 28
_CHIPS = {Bearing.OPEN: "chip", Bearing.FOR: "chip-good", Bearing.AGAINST: "chip-danger"}
_KEYS = {Verdict.MET: "M", Verdict.NOT_MET: "N"}


class CriterionDetail(QWidget):
    """Shows one criterion and what is typed at it; utters a verdict, and knows nobody's name."""

    decided = Signal(object)
    """The `Verdict` that somebody asks for."""

    edited = Signal()
    """Something typed here has changed."""

    def __init__(self, fields: tuple[MeasureField, ...], parent: QWidget | None = None) -> None:
        """Lay out the fields of a criterion, all empty."""
        super().__init__(parent)
        self._place = look(QLabel(), "small")
        self._shape = StateShape()
        self._state = look(QLabel(), "chip")
        self._text = look(QLabel(), "figure-cell")
        self._unclear = look(QFrame(), "warning")
        self._unclear_words = QLabel()
        self._decided = look(QLabel(), "small")
        self._otherwise = look(QLabel(), "problem")
        self.table = MeasureTable(fields)
        self._together = look(QLabel(), "strong")
        self.note = QPlainTextEdit()
        self._noted = ""
        self._note_problem = look(QLabel(), "problem")
        self._told = QLabel()
        self.buttons = {verdict: _verdict_button(verdict) for verdict in Verdict}
        self._scroll = look(QScrollArea(), "panel")
        self._compose()
        self.table.edited.connect(self.edited)
        self.note.textChanged.connect(self._follow_note)
        for verdict, button in self.buttons.items():
            button.clicked.connect(lambda _=False, which=verdict: self.decided.emit(which))

    def _compose(self) -> None:
        inside = look(QWidget(), "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 18, 20, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._place)
        head.addStretch(1)
        head.addWidget(self._shape)
        head.addWidget(self._state)
        column.addLayout(head)
        unclear = QVBoxLayout(self._unclear)
        unclear.setContentsMargins(16, 10, 16, 10)
        unclear.addWidget(self._unclear_words)
        for part in (
            self._text,
            self._unclear,
            self._decided,
            self._otherwise,
            self.table,
            self._together,
            self._note_row(),
        ):
            column.addWidget(part)
        column.addStretch(1)
        for label in (
            self._text,
            self._unclear_words,
            self._decided,
            self._otherwise,
            self._together,
            self._note_problem,
        ):
            label.setWordWrap(True)
        self._note_problem.hide()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(look(QFrame(), "line"))
        whole.addLayout(self._foot())

    def _note_row(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        word = look(QLabel(wording.say(DOMAIN, "note")), "small")
        word.setBuddy(self.note)
        self.note.setAccessibleName(word.text())
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(pixels(NOTE_HEIGHT))
        for part in (word, self._note_problem, self.note):
            column.addWidget(part)
        return row

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 10, 20, 10)
        foot.setSpacing(8)
        self._told.setWordWrap(True)
        self._told.hide()
        foot.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.setSpacing(APART)
        for button in self.buttons.values():
            buttons.addWidget(button, 1)
        foot.addLayout(buttons)
        return foot

    @property
    def text(self) -> CriterionText:
        """What is typed, letter by letter."""
        return CriterionText(self.table.texts, self.note.toPlainText())

    def show_text(self, text: CriterionText) -> None:
        """Put a text in, as when it is stored; nothing of it is called wrong before somebody has been there."""
        self.table.show_texts(text.values)
        if self.note.toPlainText() != text.note:
            self.note.setPlainText(text.note)
        self.show_note_problem("")

    def show_line(self, line: CriterionLine) -> None:
        """Show how the criterion stands."""
        self._place.setText(line.place)
        self._text.setText(line.text)
        self._unclear.setVisible(bool(line.unclear))
        self._unclear_words.setText(line.unclear)
        self._shape.show_bearing(line.bearing, hollow=line.without_value)
        self._state.setText(line.state)
        look(self._state, "chip-due" if line.without_value else _CHIPS[line.bearing])
        self._decided.setText(line.decided or wording.say(DOMAIN, "decided.open"))
        self._otherwise.setText(line.otherwise)
        self._otherwise.setVisible(bool(line.otherwise))
        for verdict, words in line.consequences:
            _name(self.buttons[verdict], words)
            self.buttons[verdict].setAccessibleDescription(line.meaning)

    def show_read(self, read: ReadCriterion, *, asked: bool) -> None:
        """Say what is wrong with what is typed, and what the text says with it."""
        self.table.show_read(read, asked=asked)
        self._together.setText(read.together)
        self._together.setVisible(bool(read.together))

    def show_note_problem(self, sentence: str) -> None:
        """Say why a note is wanted, or with an empty sentence that nothing is wrong."""
        self._note_problem.setText(sentence)
        self._note_problem.setVisible(bool(sentence))
        self.note.setAccessibleDescription(sentence)
        self.note.setProperty("wrong", "true" if sentence else "false")
        refresh(self.note)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Say one thing above the buttons, or with an empty sentence nothing."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        look(self._told, "problem" if wrong else "small")

    @property
    def told(self) -> str:
        """What is said above the buttons."""
        return self._told.text()

    def go_to_wrong(self, read: ReadCriterion, problems: dict[str, str]) -> None:
        """Put the focus where the first thing stands that is wrong."""
        wrong = self.table.first_wrong(read)
        if wrong is None and NOTE in problems:
            wrong = self.note
        if wrong is not None:
            self.focus_on(wrong)

    def start_typing(self) -> None:
        """Put the focus into the first field."""
        self.focus_on(next(iter(self.table.edits), self.note))

    def focus_on(self, field: QWidget) -> None:
        """Put the focus into a field and bring it into sight."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # A sentence that has just appeared above the field moves it only once it is laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(field, 20, 60)

    def _follow_note(self) -> None:
        # Qt says that a text has changed when only its look has.
        if self._noted != self.note.toPlainText():
            self._noted = self.note.toPlainText()
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take M and N wherever no field takes them as letters."""
        verdict = verdict_of(event)
        if verdict is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.decided.emit(verdict)


def _verdict_button(verdict: Verdict) -> DeliberateButton:
    button = DeliberateButton("", _KEYS[verdict])
    _name(button, wording.say(DOMAIN, "decide.met" if verdict is Verdict.MET else "decide.not_met"))
    return look(button, "verdict")


def _name(button: DeliberateButton, words: str) -> None:
    """Let a button carry these words and show its letter, which is no shortcut.

    The letter works on the list and here, not from another part of the page: there it would decide unseen.
    """
    if button.accessibleName() != words:
        button.rename(words)
        button.setShortcut("")
