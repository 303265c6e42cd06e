"""One setting that is chosen, not typed: its word, one round button for each answer, and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QRadioButton, QVBoxLayout

from ui.theme import look

Answer = TypeVar("Answer")


class SettingChoice(QVBoxLayout, Generic[Answer]):
    """Lays out the answers under their word; `group` says when one is pressed."""

    def __init__(
        self, word: str, answers: Iterable[tuple[Answer, str]], about: str = "", *, in_a_row: bool = False
    ) -> None:
        """Show every answer with its words, below each other or `in_a_row`; none is chosen before `choose`."""
        super().__init__()
        self.group = QButtonGroup()
        self._answers: list[Answer] = []
        self.setSpacing(0)
        self.addWidget(look(QLabel(word), "small"))
        kind = QBoxLayout.Direction.LeftToRight if in_a_row else QBoxLayout.Direction.TopToBottom
        buttons = QBoxLayout(kind)
        buttons.setSpacing(28 if in_a_row else 0)
        for number, (answer, words) in enumerate(answers):
            button = QRadioButton(words)
            button.setAccessibleDescription(word)
            self._answers.append(answer)
            self.group.addButton(button, number)
            buttons.addWidget(button)
        if in_a_row:
            buttons.addStretch(1)
        self.addLayout(buttons)
        if about:
            told = look(QLabel(about), "small")
            told.setWordWrap(True)
            self.addWidget(told)

    @property
    def chosen(self) -> Answer:
        """The answer that is chosen; before any is, the first."""
        return self._answers[max(self.group.checkedId(), 0)]

    def choose(self, answer: Answer) -> None:
        """Choose an answer."""
        self.group.button(self._answers.index(answer)).setChecked(True)
