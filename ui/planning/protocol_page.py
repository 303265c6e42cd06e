"""The protocol view: what the protocol file says, on the hands and as tables, with how sure it is; it asks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.protocol_sections import Note, Section
from app.read_models.protocol_view import ProtocolView
from ui.checks.headed_page import HeadedPage
from ui.planning.protocol_hands import Draw, ProtocolHands
from ui.planning.section_table import SectionTable
from ui.theme import DESK, look, pixels

DOMAIN = "protocol_view"
SECTIONS_BREADTH, TABLE_BREADTH = 164, 500


class ProtocolPage(HeadedPage):
    """Shows one section at a time beside the list of all, and the hands where its rows have places on them."""

    left = Signal()
    """Somebody wants back to the cases."""

    def __init__(self, view: ProtocolView, draw: Draw | None, parent: QWidget | None = None) -> None:
        """Show a view from its first section; `draw` draws the hands of a file that can be used."""
        super().__init__(DESK, parent)
        self._sections = view.sections
        self._shown = view.sections[0]
        self.sections = SectionTable(wording.say(DOMAIN, "sections"))
        self.table = SectionTable(view.title)
        self.hands = None if draw is None else ProtocolHands(draw)
        self._notes = QVBoxLayout()
        self._leave = QPushButton(wording.say(DOMAIN, "leave"))
        self.set_head(view.title, view.subtitle)
        self.set_facts(view.facts)
        self.tell(view.told, wrong=not view.is_sound)
        self._compose()
        self.sections.chosen.connect(self.show_section)
        self.table.chosen.connect(self._mark_place)
        if self.hands is not None:
            self.hands.place_chosen.connect(self._choose_row)
        self._leave.clicked.connect(self.left)
        self.sections.show_rows(("",), (100,), tuple((one.title,) for one in view.sections))
        self.sections.choose(0)
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        self._leave.setShortcut(Qt.Key.Key_Escape)
        self._leave.setAutoDefault(False)
        self.buttons.addWidget(self._leave)
        self.sections.setFixedWidth(pixels(SECTIONS_BREADTH))
        list_card, card = look(QFrame(), "card"), look(QFrame(), "card")
        for frame, inside in ((list_card, self.sections), (card, self.table)):
            around = QVBoxLayout(frame)
            around.setContentsMargins(1, 6, 1, 6)
            around.addWidget(inside)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(self._notes)
        middle.addWidget(card, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(list_card)
        row.addLayout(middle, 3)
        card.setMinimumWidth(pixels(TABLE_BREADTH))
        if self.hands is not None:
            row.addWidget(self.hands, 4)
        self.body.setContentsMargins(16, 12, 16, 10)
        self.body.addLayout(row, 1)

    def show_section(self, number: int) -> None:
        """Show a section by its place in the list, counted from 0."""
        self._shown = section = self._sections[number]
        self._show_notes(section.notes)
        if self.hands is not None:
            self.hands.setVisible(section.is_on_the_hands)
        if self.hands is not None and section.is_on_the_hands:
            self.hands.show_places(tuple(row.code for row in section.rows))
        self.table.setAccessibleName(section.title)
        self.table.show_rows(*_as_table(section))

    def _show_notes(self, notes: tuple[Note, ...]) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        for note in notes:
            self._notes.addWidget(_note(note))

    def _mark_place(self, row: int) -> None:
        code = self._shown.rows[row].code
        if self.hands is not None and code:
            self.hands.select(code)

    def _choose_row(self, code: str) -> None:
        codes = [row.code for row in self._shown.rows]
        if code in codes:
            self.table.choose(codes.index(code))


def _as_table(
    section: Section,
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[str, ...], ...], frozenset[int]]:
    """Return head, shares, cells and the rows that nobody has confirmed, with their status as the last column."""
    if not section.has_status:
        return section.head, section.shares, tuple(row.cells for row in section.rows), frozenset()
    cells = tuple((*row.cells, row.sure.words if row.sure is not None else "") for row in section.rows)
    loud = (number for number, row in enumerate(section.rows) if row.sure is not None and row.sure.is_open)
    shares = (*section.shares, 100 - sum(section.shares))
    return (*section.head, wording.say(DOMAIN, "column.sure")), shares, cells, frozenset(loud)


def _note(note: Note) -> QFrame:
    frame = look(QFrame(), "warning" if note.sure.is_open else "raised")
    says, status = QLabel(note.says), look(QLabel(note.sure.words), "strong")
    says.setWordWrap(True)
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(16)
    row.addWidget(says, 1)
    row.addWidget(status, 0, Qt.AlignmentFlag.AlignTop)
    return frame
