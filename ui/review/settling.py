"""How an unexplained volume is settled: explained, or accepted by one of the two people, in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from app import wording
from app.read_models.reconcile_form import How, SettlementText
from injection_plan.terms import Role
from injection_plan.volume import Volume
from ui.checks.choice_box import ChoiceBox
from ui.theme import look

DOMAIN = "closing"
CHOICE_WIDTH = 288
LONGEST = 2000
_ROLES = {How.BY_PERFORMER: Role.PERFORMER, How.BY_VERIFIER: Role.VERIFIER}


class Settling(QWidget):
    """Shown beside a line that has something unexplained; a choice holds for the volume that stood there."""

    edited = Signal()
    """The choice or the words have changed."""

    def __init__(self, line: int, spoken: str, parent: QWidget | None = None) -> None:
        """Offer the ways of settling, none chosen."""
        super().__init__(parent)
        self._line = line
        self._volume = Volume(0)
        self._seen: int | None = None
        self.how = ChoiceBox()
        self.how.addItem(wording.say(DOMAIN, "settle.choose"), None)
        self.how.addItem(wording.say(DOMAIN, "settle.explained"), How.EXPLAINED.value)
        for how, role in _ROLES.items():
            self.how.addItem(wording.role(role), how.value)
        self.how.setFixedWidth(CHOICE_WIDTH)
        self.how.setAccessibleName(wording.say(DOMAIN, "settle.spoken", line=spoken))
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST)
        self.words.setPlaceholderText(wording.say(DOMAIN, "settle.words"))
        self.words.setAccessibleName(wording.say(DOMAIN, "settle.words_spoken", line=spoken))
        self.words.returnPressed.connect(self.focusNextChild)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(6)
        self._row.addWidget(self.how)
        self._row.addWidget(self.words, 1)
        self.words.hide()
        self.how.activated.connect(self._choose)
        self.words.textChanged.connect(lambda _: self.edited.emit())
        look(self, "panel")

    def name_people(self, people: tuple[tuple[Role, str], ...]) -> None:
        """Say who the two people are who may accept a volume."""
        names = dict(people)
        for how, role in _ROLES.items():
            words = wording.say(DOMAIN, "settle.accepted", person=names.get(role, wording.role(role)))
            self.how.setItemText(self.how.findData(how.value), words)

    def show_volume(self, volume: Volume) -> None:
        """Stand beside this volume; what was chosen for another one no longer holds, and stays readable."""
        self._volume = volume

    @property
    def text(self) -> SettlementText:
        """What was chosen and written."""
        how = self.how.currentData()
        return SettlementText(
            self._line, how=None if how is None else How(how), explanation=self.words.text(), seen=self._seen
        )

    def lay_out(self, *, is_wide: bool) -> None:
        """Put the words beside the choice where there is room, else below it."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_wide else down)
        self.updateGeometry()

    def _choose(self) -> None:
        self._seen = self._volume.microlitres
        self.words.setVisible(self.how.currentData() is not None)
        self.how.setToolTip(self.how.currentText())
        self.edited.emit()
