"""Found here: what the performer finds at the selected place, chosen and put in words, and noted by a button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.read_models.found_form import (
    ENDS_AT,
    KIND,
    NOTE,
    FoundLine,
    FoundText,
    already_found,
    joint_words,
    kind_words,
)
from app.read_models.hand_places import PlaceView
from injection_plan.terms import EndsAt, FindingKind
from ui.planning import in_sight
from ui.planning.form_field import FormField
from ui.planning.kind_chip import KindChip
from ui.theme import look

DOMAIN = "plan_hands"
_ROWS = (
    (FindingKind.ULCER, FindingKind.CONTRACTURE, FindingKind.MISSING),
    (FindingKind.ATROPHIC, FindingKind.OTHER),
)


class FoundFields(QWidget):
    """Shows what is chosen and typed, and says at each field what is wrong; it judges nothing itself."""

    edited = Signal()
    """Something was chosen, given up or typed."""

    asked = Signal()
    """It is to be noted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the fields; nothing is chosen."""
        super().__init__(parent)
        self.kinds = {kind: KindChip(kind_words(kind), kind) for kind in FindingKind}
        self.joints = {joint: KindChip(joint_words(joint)) for joint in EndsAt}
        self.note = FormField(wording.say(DOMAIN, "found.note"), wording.say(DOMAIN, "found.note_hint"))
        self.button = QPushButton(wording.say(DOMAIN, "found.do"))
        self.button.setAutoDefault(False)
        self._problems = {name: look(QLabel(), "problem") for name in (KIND, ENDS_AT)}
        self._already = look(QLabel(), "quiet")
        self._where = QWidget()
        self._offered: tuple[EndsAt, ...] = ()
        self._showing = False
        self._compose()
        self._connect()
        self._follow()

    def _compose(self) -> None:
        for label in self._problems.values():
            label.setWordWrap(True)
            label.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(look(QLabel(wording.say(DOMAIN, "found.title")), "heading"))
        self._already.setWordWrap(True)
        column.addWidget(self._already)
        for row in _ROWS:
            column.addLayout(_side_by_side(tuple(self.kinds[kind] for kind in row)))
        column.addWidget(self._problems[KIND])
        inside = QVBoxLayout(self._where)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(look(QLabel(wording.say(DOMAIN, "found.where")), "small"))
        inside.addLayout(_side_by_side(tuple(self.joints.values())))
        inside.addWidget(self._problems[ENDS_AT])
        column.addWidget(self._where)
        column.addLayout(field_with_button(self.note, self.button))

    def _connect(self) -> None:
        for kind, chip in self.kinds.items():
            chip.clicked.connect(lambda on, kind=kind: self._choose_kind(kind if on else None))
        for joint, chip in self.joints.items():
            chip.clicked.connect(lambda on, joint=joint: self._choose_joint(joint if on else None))
        self.note.edited.connect(self._tell_edited)
        self.button.clicked.connect(self.asked)

    def offer(self, place: PlaceView, near: tuple[FoundLine, ...]) -> None:
        """Offer what can be found at a place, its joints where a whole finger is; and say what was noted already."""
        joints = self._offered = place.joints
        self.button.setAccessibleName(wording.say(DOMAIN, "found.do.spoken", place=place.title))
        self._already.setText(wording.say(DOMAIN, "found.already", found=already_found(near)))
        self._already.setVisible(bool(near))
        for joint, chip in self.joints.items():
            chip.setVisible(joint in joints)
        self._follow()

    @property
    def reached(self) -> tuple[QWidget, ...]:
        """What the keys reach here, in the order in which it stands."""
        return (*self.kinds.values(), *self.joints.values(), self.note.edit, self.button)

    @property
    def text(self) -> FoundText:
        """What is chosen and typed."""
        kind = next((kind for kind, chip in self.kinds.items() if chip.isChecked()), None)
        joint = next((joint for joint, chip in self.joints.items() if chip.isChecked()), None)
        return FoundText(kind, joint, self.note.text)

    def show_text(self, text: FoundText) -> None:
        """Put a choice and words in."""
        self._showing = True
        self._choose_kind(text.kind)
        self._choose_joint(text.ends_at)
        if text.note != self.note.text:
            self.note.edit.setText(text.note)
        self._showing = False

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong with it, and at the others nothing."""
        for name, label in self._problems.items():
            label.setText(problems.get(name, ""))
            label.setVisible(name in problems)
        self.note.show_problem(problems.get(NOTE, ""))

    def go_to(self, problems: dict[str, str]) -> None:
        """Put the focus on the first field that something is wrong with."""
        first = {
            KIND: self.kinds[FindingKind.ULCER],
            ENDS_AT: next((self.joints[one] for one in self._offered), self.note.edit),
            NOTE: self.note.edit,
        }
        for name, widget in first.items():
            if name in problems:
                in_sight.go_to(widget)
                return

    def _choose_kind(self, kind: FindingKind | None) -> None:
        for one, chip in self.kinds.items():
            chip.setChecked(one is kind)
        if kind is not FindingKind.MISSING:
            self._choose_joint(None)
        self._follow()
        self._tell_edited()

    def _choose_joint(self, joint: EndsAt | None) -> None:
        for one, chip in self.joints.items():
            chip.setChecked(one is joint)
        self._tell_edited()

    def _follow(self) -> None:
        is_missing = self.kinds[FindingKind.MISSING].isChecked()
        self._where.setVisible(is_missing and bool(self._offered))

    def _tell_edited(self) -> None:
        if not self._showing:
            self.show_problems({})
            self.edited.emit()


def field_with_button(field: FormField, button: QPushButton) -> QHBoxLayout:
    """Return a field with its button beside the line that is typed into, whatever is said above and below it."""
    beside = QVBoxLayout()
    beside.setSpacing(4)
    beside.addWidget(look(QLabel(), "small"))
    beside.addWidget(button)
    beside.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addLayout(beside)
    return row


def _side_by_side(widgets: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
