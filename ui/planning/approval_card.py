"""The approval of the plan: the performer's full name is typed, and no Enter and no Space approves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import wording
from app.read_models.approval import ApprovalView
from ui.checks.deliberate import DeliberateButton
from ui.planning.form_field import FormField
from ui.theme import look

DOMAIN = "plan_summary"
KEY = "Ctrl+1"


class ApprovalCard(QWidget):
    """Shows whose approval it is and what is still wanted; or that it was given, by whom and when, or that it fell."""

    asked = Signal(str)
    """The plan is to be approved; the name as typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an approval that is nobody's yet."""
        super().__init__(parent)
        self._view: ApprovalView | None = None
        self._is_read = False
        self._fell = QLabel()
        self._fell_box = look(QFrame(), "danger")
        self._approved = look(QLabel(), "good")
        self._why = look(QLabel(), "problem")
        self.name = FormField(wording.say(DOMAIN, "approval.name"))
        self.button = DeliberateButton(wording.say(DOMAIN, "approval.do"), KEY)
        self._compose()
        self.name.edited.connect(self._follow_name)
        self.button.clicked.connect(lambda: self.asked.emit(self.name.text))

    def _compose(self) -> None:
        self.name.edit.setMaxLength(120)
        for label in (self._fell, self._approved, self._why):
            label.setWordWrap(True)
        box = QHBoxLayout(self._fell_box)
        box.setContentsMargins(16, 10, 16, 10)
        box.addWidget(self._fell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(8)
        for part in (self._fell_box, self._approved, self.name, self._why, self.button):
            column.addWidget(part)

    def show_approval(self, view: ApprovalView, *, is_read: bool) -> None:
        """Show the approval as it stands; `is_read` says whether all that warns is ticked as read."""
        self._view, self._is_read = view, is_read
        self._fell.setText(view.fell)
        self._fell_box.setVisible(bool(view.fell))
        self._approved.setText(view.approved)
        self._approved.setVisible(bool(view.approved))
        self.name.setVisible(not view.approved)
        self.button.setVisible(not view.approved)
        self.name.edit.setPlaceholderText(view.name)
        self.name.edit.setAccessibleName(wording.say(DOMAIN, "approval.name_spoken", name=view.name))
        if view.approved:
            self.name.edit.clear()
        self._say_why()

    def _follow_name(self) -> None:
        self.name.show_problem("")
        self._say_why()

    def _say_why(self) -> None:
        """Let the button be pressed once nothing is wanted any more, and say what is while something is."""
        if self._view is None:
            return
        why = self._view.why_off(self.name.text, is_read=self._is_read)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        look(self._why, "problem" if self._view.blocked else "quiet")
        if why or self._view.approved:
            self.button.turn_off(why)
        else:
            self.button.turn_on()

    def show_problem(self, sentence: str) -> None:
        """Say why it is not approved, at the name."""
        self.name.show_problem(sentence)
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
