"""What both sheets of the syringes are: a line each, the person whose sheet it is, and what is said at the fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.read_models.field_said import Said
from app.read_models.syringes_words import SyringeWords
from ui.checks.deliberate import DeliberateButton
from ui.planning.hand_tables import HandTables
from ui.planning.person_field import BELOW_THE_WORD, PersonField
from ui.planning.recorded_line import RecordedLine


class SyringeSheet(QWidget):
    """Says at a field what is wrong once somebody has been there; what is to be said, each sheet finds itself."""

    edited = Signal()
    """Something typed has changed."""

    record_wanted = Signal()
    """Somebody wants what is typed recorded now."""

    def __init__(
        self,
        name: str,
        person: PersonField,
        tables: HandTables,
        record: DeliberateButton,
        parent: QWidget | None = None,
    ) -> None:
        """Take the parts of the sheet; `name` is the name of the person's field."""
        super().__init__(parent)
        self._confirmed: frozenset[tuple[str, str]] = frozenset()
        self._touched: set[str] = set()
        self._showing = False
        self._said: dict[str, Said] = {}
        self._states: dict[int, SyringeWords] = {}
        self._name = name
        self._person = person
        self.asked = False
        self.tables = tables
        self.record = record
        self.recorded = RecordedLine()
        self._person.edited.connect(self._follow_typing)
        self._person.finished.connect(lambda: self._touch(name))
        self.record.clicked.connect(self.record_wanted)

    def _who(self) -> QHBoxLayout:
        who = QHBoxLayout()
        who.setSpacing(16)
        who.addWidget(self._person)
        who.addWidget(self.recorded, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, BELOW_THE_WORD, 0, 0)
        beside.addWidget(self.record)
        beside.addStretch(1)
        who.addLayout(beside)
        return who

    @property
    def edits(self) -> dict[str, QLineEdit]:
        """Every line by the name of its field, in the order of the sheet."""
        lines = (line.edits for line in self.tables.lines.values())
        return {self._name: self._person.field.edit} | {
            name: one for row in lines for name, one in row.items()
        }

    def _ask(self) -> bool:
        """Say everything that is wrong, go to the first field that holds back, and return whether there is one."""
        self.asked = True
        self._show()
        for name, edit in self.edits.items():
            if name in self._said and self._said[name].holds_back:
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _follow_typing(self) -> None:
        if not self._showing:
            self._show()
            self.edited.emit()

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self._show()

    def _confirm(self, name: str) -> None:
        self._confirmed |= {(name, self.edits[name].text())}
        self.edits[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow_typing()

    def _go_to_next(self, name: str) -> None:
        """Go to the next line; behind the last one are only buttons, and the next key is no answer to any."""
        if name != tuple(self.edits)[-1]:
            self.edits[name].focusNextChild()

    def _show(self) -> None:
        shown = self._shown()
        for number, line in self.tables.lines.items():
            line.show_said(shown, self._states[number])
        self._person.field.show_said(shown.get(self._name))

    def _shown(self) -> dict[str, Said]:
        return {name: one for name, one in self._said.items() if self._is_shown(name, one)}

    def _is_shown(self, name: str, said: Said) -> bool:
        if self.asked or not said.holds_back:
            return True
        return name in self._touched and name in self.edits and bool(self.edits[name].text().strip())
