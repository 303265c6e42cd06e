"""A page of the window: a head that says whose case it is, a body, and a foot with what to press and why not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Place, dress, look

EDGE = 32


class HeadedPage(QWidget):
    """What every page around the live case has the same: where to look for whom, what and how to go on."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        """Lay out an empty page for a place; `body` and `buttons` are for the page itself to fill."""
        super().__init__(parent)
        dress(self, place)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look(self, "page")
        self._title = look(QLabel(), "title")
        self._subtitle = look(QLabel(), "small")
        self._chip = look(QLabel(), "chip")
        self._facts = QHBoxLayout()
        self.body = QVBoxLayout()
        self.buttons = QHBoxLayout()
        self._told = QLabel()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        page.addWidget(look(QFrame(), "line"))
        self.body.setContentsMargins(EDGE, 20, EDGE, 16)
        page.addLayout(self.body, 1)
        self._foot_line = look(QFrame(), "line")
        page.addWidget(self._foot_line)
        self._foot_panel = self._foot()
        page.addWidget(self._foot_panel)

    def _head(self) -> QWidget:
        head = look(QWidget(), "panel")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        row = QHBoxLayout(head)
        row.setContentsMargins(EDGE, 10, EDGE, 10)
        row.setSpacing(24)
        row.addLayout(names)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._facts.setSpacing(36)
        row.addLayout(self._facts)
        self._chip.hide()
        return head

    def _foot(self) -> QWidget:
        foot = look(QWidget(), "panel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(EDGE, 12, EDGE, 12)
        row.setSpacing(16)
        self._told.setWordWrap(True)
        self._told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._told, 1)
        self.buttons.setSpacing(12)
        row.addLayout(self.buttons)
        return foot

    def without_foot(self) -> None:
        """Take the foot away from a page that asks nothing at its end."""
        self._foot_line.hide()
        self._foot_panel.hide()

    def set_head(self, title: str, subtitle: str, chip: str = "", chip_look: str = "chip") -> None:
        """Say whose page this is; without a chip there is none."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._chip.setText(chip)
        self._chip.setVisible(bool(chip))
        look(self._chip, chip_look)

    def set_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show what else is known, each under its own small word, at the right of the head."""
        while (item := self._facts.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        for word, value in facts:
            self._facts.addWidget(_fact(word, value))

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Say one thing in the foot: what to do next, or, in the colour for it, what is wrong."""
        self._told.setText(sentence)
        look(self._told, "problem" if wrong else "quiet")

    @property
    def told(self) -> str:
        """What the foot says."""
        return self._told.text()


def _fact(word: str, value: str) -> QWidget:
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(look(QLabel(word), "small"))
    column.addWidget(look(QLabel(value), "figure"))
    return shown
