"""The question after the program ended in the middle of a case: what is stored last, and whether to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.resume import ResumeQuestion
from ui.checks.deliberate import DeliberateButton
from ui.checks.headed_page import HeadedPage
from ui.theme import ROOM, look

DOMAIN = "cases"
CARD_WIDTH = 860


class ResumeQuestionPage(HeadedPage):
    """Shows where a case stands on disk; nothing goes on until somebody says so with Y or a click."""

    wished = Signal()
    """Go on with this case."""

    left = Signal()
    """Not now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page, without a question yet."""
        super().__init__(ROOM, parent)
        self._participant = look(QLabel(), "display")
        self._aliquot = look(QLabel(), "title")
        self._aliquot_time = look(QLabel(), "heading")
        self._next = look(QLabel(), "heading")
        self._standing = QLabel()
        self._people = look(QLabel(), "quiet")
        self._last_entry = look(QLabel(), "quiet")
        self._go_on = DeliberateButton(wording.say(DOMAIN, "resume.go_on"), "Y")
        self._leave = QPushButton(wording.say(DOMAIN, "resume.leave"))
        self._compose()
        self._go_on.clicked.connect(self.wished)
        self._leave.clicked.connect(self.left)

    def _compose(self) -> None:
        card = look(QFrame(), "card")
        card.setMaximumWidth(CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(6)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "resume.participant")), "small"))
        column.addWidget(self._participant)
        column.addSpacing(12)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "resume.last_stored")), "small"))
        column.addWidget(self._aliquot)
        column.addWidget(self._aliquot_time)
        column.addSpacing(12)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "resume.next")), "small"))
        column.addWidget(self._next)
        column.addSpacing(12)
        for label in (self._standing, self._people, self._last_entry):
            column.addWidget(label)
        for label in (self._aliquot, self._next, self._standing, self._people):
            label.setWordWrap(True)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 8)
        across.addStretch(1)
        self.body.addStretch(2)
        self.body.addLayout(across)
        self.body.addStretch(3)
        self._leave.setShortcut(Qt.Key.Key_Escape)
        self._leave.setAutoDefault(False)
        self.buttons.addWidget(self._leave)
        self.buttons.addWidget(self._go_on)

    def show_question(self, question: ResumeQuestion) -> None:
        """Ask about a case, with the focus on neither answer."""
        self.set_head(
            wording.say(DOMAIN, "resume.title"),
            wording.say(DOMAIN, "resume.subtitle", case=question.case),
            wording.say(DOMAIN, "resume.chip"),
            "chip-due",
        )
        self._participant.setText(question.participant)
        self._aliquot.setText(question.last_aliquot)
        self._aliquot_time.setText(question.last_aliquot_time)
        self._aliquot_time.setVisible(bool(question.last_aliquot_time))
        self._next.setText(question.next_aliquot)
        self._standing.setText("\n".join(question.standing))
        self._people.setText(question.people)
        self._last_entry.setText(wording.say(DOMAIN, "resume.last_entry", time=question.last_entry))
        self.tell(wording.say(DOMAIN, "resume.ask"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
