"""The start screen: the cases of this workstation, a new case, practice; and an invitation while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app import wording
from app.read_models.case_list import CaseLine, newest_interrupted
from ui.checks.headed_page import HeadedPage
from ui.planning.case_table import CaseTable
from ui.theme import DESK, look

DOMAIN = "cases"


class StartScreen(HeadedPage):
    """Shows the list of cases and utters what is wanted: a new case, practice, or one of the list."""

    new_case_wanted = Signal()
    """Somebody wants to prepare a case."""

    practice_wanted = Signal()
    """Somebody wants to practise."""

    protocol_wanted = Signal()
    """Somebody wants to read what the protocol file says."""

    settings_wanted = Signal()
    """Somebody wants to see or change what this workstation is set to."""

    case_wanted = Signal(object)
    """The `CaseLine` that somebody wants to go on with or to read."""

    def __init__(self, software: str, parent: QWidget | None = None) -> None:
        """Lay out the page, without any case yet."""
        super().__init__(DESK, parent)
        self._table = CaseTable()
        self._open = QPushButton()
        self._new = _button(DOMAIN, "list.new", "Ctrl+N", "primary")
        self._practice = _button(DOMAIN, "list.practice", "Ctrl+R")
        self._protocol = _button("protocol_view", "button", "Ctrl+O")
        self._settings = _button("settings", "button", "Ctrl+,")
        self._count = look(QLabel(), "quiet")
        self._either = QStackedLayout()
        self.set_head(wording.say(DOMAIN, "start.title"), software)
        self._compose()
        self._table.chosen.connect(self._name_opening)
        self._table.opened.connect(self.case_wanted)
        self._open.clicked.connect(self._table.open_chosen)
        self._new.clicked.connect(self.new_case_wanted)
        self._practice.clicked.connect(self.practice_wanted)
        self._protocol.clicked.connect(self.protocol_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        self.tell(wording.say(DOMAIN, "start.aid"))

    def _compose(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(16)
        title.addWidget(look(QLabel(wording.say(DOMAIN, "list.title")), "title"))
        title.addWidget(self._count)
        title.addStretch(1)
        title.addWidget(self._protocol)
        title.addWidget(self._settings)
        title.addWidget(self._practice)
        title.addWidget(self._new)
        self.body.setContentsMargins(32, 24, 32, 24)
        self.body.setSpacing(18)
        self.body.addLayout(title)
        card = look(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self._table)
        self._either.addWidget(card)
        self._either.addWidget(_invitation())
        self.body.addLayout(self._either, 1)
        self._open.setAutoDefault(False)
        self.buttons.addWidget(self._open)

    def show_cases(self, lines: tuple[CaseLine, ...]) -> None:
        """Show these cases, the newest first, or the invitation when there is none."""
        self._either.setCurrentIndex(0 if lines else 1)
        self._count.setText(wording.say(DOMAIN, "list.count", count=len(lines)) if lines else "")
        # The loud button is the one for what cannot wait.
        in_the_middle = newest_interrupted(lines)
        look(self._new, "primary" if in_the_middle is None else "")
        self._table.show_lines(lines, in_the_middle)
        (self._table if lines else self._new).setFocus(Qt.FocusReason.OtherFocusReason)

    def say_about_practice(self, why_not: str) -> None:
        """Let practice be chosen, or say why it cannot be."""
        self._practice.setEnabled(not why_not)
        self._practice.setToolTip(why_not)
        if why_not:
            self.tell(why_not, wrong=True)

    def _name_opening(self, line: CaseLine | None) -> None:
        """Say on the button what opening the chosen case would mean."""
        self._open.setVisible(line is not None)
        is_due = line is not None and line.is_interrupted and not line.practice
        look(self._open, "primary" if is_due else "")
        if line is not None:
            self._open.setText(wording.say(DOMAIN, "list.open", action=line.action, participant=line.whose))


def _button(domain: str, word: str, keys: str, its_look: str = "") -> QPushButton:
    button = QPushButton(wording.say(DOMAIN, "button.with_key", text=wording.say(domain, word), key=keys))
    button.setShortcut(keys)
    button.setAutoDefault(False)
    return look(button, its_look) if its_look else button


def _invitation() -> QFrame:
    card = look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setSpacing(12)
    column.addStretch(2)
    for name, its_look in (
        ("start.empty", "title"),
        ("start.invite", "quiet"),
        ("start.invite_practice", "quiet"),
    ):
        label = look(QLabel(wording.say(DOMAIN, name)), its_look)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setWordWrap(True)
        column.addWidget(label)
    column.addStretch(3)
    return card
