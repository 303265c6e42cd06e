"""Choosing another aliquot to be the next, from the list of what is still to give."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app import wording
from app.read_models.choices import Choice
from ui.guidance.dialogs.plain import lines_of
from ui.guidance.dialogs.question import DOMAIN, Question

_LIST_HEIGHT = 400
_ROW_HEIGHT = 40
ABOUT = "about"


class ChooseQuestion(Question):
    """Shows every aliquot still to give but the one that is shown; arrow keys move, the answer key chooses."""

    def __init__(
        self, choices: tuple[Choice, ...], selected: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("choose", parent)
        self._choices = {one.code: one for one in choices if not one.is_shown}
        self.say("ask.choose.told")
        self.list = QListWidget()
        self.list.setAccessibleName(wording.say(DOMAIN, "ask.choose.title"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(_LIST_HEIGHT)
        for words, code in lines_of(tuple(self._choices.values())):
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            item.setData(Qt.ItemDataRole.UserRole, code)
            self.list.addItem(item)
            if code == selected:
                self.list.setCurrentItem(item)
        self.fields.addWidget(self.list)
        self.add_problem_line(ABOUT)
        self.list.setFocus()

    def answer(self) -> None:
        """Utter the choice, if one was made."""
        items = self.list.selectedItems()
        if not items:
            self.show_problems({ABOUT: wording.say(DOMAIN, "wrong.choice_missing")})
            return
        self.show_problems({})
        self.wished.emit(self._choices[str(items[0].data(Qt.ItemDataRole.UserRole))].chosen())
