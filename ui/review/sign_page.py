"""The signatures beside what they stand under; after signing, the addenda and the ways to go on from there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.review import Stage, addenda, stage_of, summary
from app.read_models.sign_out_form import sign_out_form
from app.read_models.signing import Meaning, SignView, check_sign, sign_views
from injection_plan.events import Entry
from injection_plan.procedure import Procedure
from injection_plan.terms import Role
from ui.checks.wish import Wish
from ui.review.sign_card import SignCard
from ui.review.summary_card import SummaryCard
from ui.theme import look

DOMAIN = "closing"


class SignPage(QWidget):
    """Shows sums and signatures; utters a signature as a `Wish`, and what else somebody wants."""

    wished = Signal(object)
    """A `Wish` with a `Sign` command in the role of the signer."""

    changing = Signal()
    """Somebody wants the figures again before both have signed."""

    adding = Signal()
    """Somebody wants to write an addendum."""

    reopening = Signal()
    """Somebody wants to open the signed case for a correction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the page without a case."""
        super().__init__(parent)
        self._procedure: Procedure | None = None
        self.cards: dict[Role, SignCard] = {}
        self.summary = SummaryCard()
        self._told = look(QLabel(wording.say(DOMAIN, "sign.told")), "quiet")
        self._addenda = QLabel()
        self._signed_out = look(QLabel(), "good")
        self._right = QVBoxLayout()
        self.change = QPushButton(wording.say(DOMAIN, "sign.change"))
        self.addendum = QPushButton(wording.say(DOMAIN, "addendum.button"))
        self.reopen = QPushButton(wording.say(DOMAIN, "reopen.button"))
        self._compose()
        self.change.clicked.connect(self.changing)
        self.addendum.clicked.connect(self.adding)
        self.reopen.clicked.connect(self.reopening)

    def _compose(self) -> None:
        self._right.setSpacing(14)
        self._told.setWordWrap(True)
        self._addenda.setWordWrap(True)
        self._right.addWidget(self._told)
        self._right.addWidget(self._addenda)
        row = QHBoxLayout()
        for button in (self.change, self.addendum, self.reopen):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self._right.addLayout(row)
        self._right.addStretch(1)
        inside = look(QWidget(), "page")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(20)
        left = QVBoxLayout()
        left.addWidget(self.summary)
        self._signed_out.setWordWrap(True)
        self._signed_out.setTextFormat(Qt.TextFormat.PlainText)
        left.addWidget(self._signed_out)
        left.addStretch(1)
        columns.addLayout(left, 5)
        columns.addLayout(self._right, 6)
        scroll = look(QScrollArea(), "page")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_procedure(self, procedure: Procedure, entries: tuple[Entry, ...]) -> None:
        """Show the sums and signatures of a reconciled case."""
        self._procedure = procedure
        shown = summary(procedure)
        if shown is not None:
            self.summary.show_summary(shown)
        for place, view in enumerate(sign_views(procedure)):
            if view.role not in self.cards:
                self.cards[view.role] = SignCard(view)
                self.cards[view.role].signed.connect(self._sign)
                self._right.insertWidget(place + 1, self.cards[view.role])
            self.cards[view.role].show_view(view)
        signed_out = sign_out_form(procedure)
        self._signed_out.setText("\n".join((signed_out.passed, *signed_out.remarks)))
        look(self._signed_out, "needed" if signed_out.remarks else "good")
        is_signed = stage_of(procedure) is Stage.SIGNED
        self._told.setVisible(not is_signed)
        self.change.setVisible(not is_signed)
        self.addendum.setVisible(is_signed)
        self.reopen.setVisible(is_signed)
        words = "\n".join(addenda(entries))
        self._addenda.setText(wording.say(DOMAIN, "addendum.lines", lines=words) if words else "")
        self._addenda.setVisible(bool(words))

    def start(self) -> None:
        """Put the focus where the next signature begins."""
        for card in self.cards.values():
            if card.button.isEnabled():
                next(iter(card.meanings.values())).setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _sign(self, view: SignView, typed: str, meaning: Meaning | None) -> None:
        if self._procedure is None:
            return
        checked = check_sign(self._procedure, view, typed, meaning)
        self.cards[view.role].show_problems(checked.problems)
        if checked.command is not None:
            self.wished.emit(Wish(checked.command, view.role))
