"""What was found on the hands, as a list: what, where, by whom, when; each is shown, or withdrawn with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.found_form import FoundLine, check_withdrawal
from ui.checks.reason_dialog import ReasonDialog
from ui.planning.key_order import reach_in_order
from ui.theme import DESK, look

DOMAIN = "plan_hands"


class FoundList(QWidget):
    """Shows the findings and utters which one is looked for, or taken back."""

    selected = Signal(str)
    """The code of the place that a finding is about."""

    withdrawing = Signal(object)
    """The `WithdrawHandFinding` that is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show that nothing was found."""
        super().__init__(parent)
        self._lines: tuple[FoundLine, ...] = ()
        self.withdraw_buttons: dict[int, QPushButton] = {}
        self.dialog: ReasonDialog | None = None
        self._reached: list[QWidget] = []
        self._after: tuple[QWidget, ...] = ()
        self._none = look(QLabel(wording.say(DOMAIN, "found.none")), "quiet")
        self._none.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addStretch(1)

    def follow(self, widget: QWidget) -> None:
        """Let Tab come here from a widget that stands before."""
        self._after = (widget,)

    def show_lines(self, lines: tuple[FoundLine, ...], *, closed: bool = False) -> None:
        """Show these findings; what was taken back stays readable behind the others."""
        self.setEnabled(not closed)
        if lines == self._lines:
            return
        self._lines = lines
        while (item := self._rows.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        self.withdraw_buttons, self._reached = {}, []
        for line in sorted(lines, key=lambda one: bool(one.withdrawn)):
            self._rows.addWidget(self._card(line))
        self._none.setVisible(not lines)
        reach_in_order((*self._after, *self._reached))

    def _card(self, line: FoundLine) -> QWidget:
        card = look(QFrame(), "raised" if line.withdrawn else "card")
        card.setAccessibleName(line.spoken)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(2)
        head = look(QLabel(wording.say(DOMAIN, "found.head", number=line.number, place=line.place)), "strong")
        what = QLabel(wording.say(DOMAIN, "found.reason", what=line.what, note=line.note))
        if line.withdrawn:
            font = what.font()
            font.setStrikeOut(True)
            what.setFont(font)
        for label in (head, what, look(QLabel(line.who), "small")):
            label.setWordWrap(True)
            column.addWidget(label)
        if line.withdrawn:
            why = QLabel(line.withdrawn)
            why.setWordWrap(True)
            column.addWidget(why)
        else:
            column.addLayout(self._buttons(line))
        return card

    def _buttons(self, line: FoundLine) -> QHBoxLayout:
        show = QPushButton(wording.say(DOMAIN, "found.show"))
        show.setAccessibleName(wording.say(DOMAIN, "found.show.spoken", number=line.number))
        show.clicked.connect(lambda _=False: self.selected.emit(line.where))
        withdraw = QPushButton(wording.say(DOMAIN, "withdraw.do"))
        withdraw.setAccessibleName(wording.say(DOMAIN, "withdraw.spoken", number=line.number))
        withdraw.clicked.connect(lambda _=False: self._ask(line))
        self.withdraw_buttons[line.number] = withdraw
        self._reached += [show, withdraw]
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (show, withdraw):
            button.setAutoDefault(False)
            row.addWidget(look(button, "plain"))
        row.addStretch(1)
        return row

    def _ask(self, line: FoundLine) -> None:
        """Ask for the reason; the dialog stays until the finding is taken back, or somebody leaves it."""
        dialog = ReasonDialog(
            wording.say(DOMAIN, "withdraw.title"), wording.say(DOMAIN, "withdraw.do"), DESK, parent=self
        )
        dialog.set_about(line.spoken, wording.say(DOMAIN, "withdraw.meaning"))
        dialog.confirmed.connect(lambda reason, _role: self._withdraw(line, reason))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self._forget())
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _withdraw(self, line: FoundLine, reason: str) -> None:
        checked = check_withdrawal(line.number, reason)
        if checked.command is None:
            if self.dialog is not None:
                self.dialog.tell(checked.problem)
            return
        self.withdrawing.emit(checked.command)
        is_stored = any(one.number == line.number and one.withdrawn for one in self._lines)
        if is_stored and self.dialog is not None:
            self.dialog.accept()
