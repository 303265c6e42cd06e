"""The settings, laid out: what is typed on the left, how it looks on the right, each with what it means."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.read_models.settings_form import (
    CENTRE,
    DATA_FOLDER,
    WORKSTATION,
    SettingsSurroundings,
    SettingsText,
    role_choices,
    size_choices,
    size_told,
    theme_choices,
)
from app.settings import machine_name
from ui.planning.form_field import FormField
from ui.planning.setting_choice import SettingChoice
from ui.planning.theme_sample import ThemeSample
from ui.theme import look

DOMAIN = "settings"


class SettingsFields(QWidget):
    """Shows what is chosen and typed, and what is wrong with it; it judges nothing itself."""

    edited = Signal()
    """Something in the form has changed."""

    finished = Signal(str)
    """The name of a field that the person has left."""

    def __init__(self, around: SettingsSurroundings, parent: QWidget | None = None) -> None:
        """Lay out the form with what stands around its fields; nothing is typed or chosen yet."""
        super().__init__(parent)
        self._around = around
        self.fields = {
            CENTRE: FormField(wording.say(DOMAIN, "field.centre")),
            WORKSTATION: FormField(wording.say(DOMAIN, "field.workstation"), machine_name()),
            DATA_FOLDER: FormField(wording.say(DOMAIN, "field.data_folder"), around.own_folder),
        }
        self._given_key = SettingChoice(
            wording.say(DOMAIN, "field.given_key"),
            role_choices(),
            wording.say(DOMAIN, "about.given_key"),
            in_a_row=True,
        )
        self._theme = SettingChoice(wording.say(DOMAIN, "field.theme"), theme_choices())
        self._size = SettingChoice(
            wording.say(DOMAIN, "field.type_size"), size_choices(), size_told(around.largest)
        )
        self._choose = QPushButton(wording.say(DOMAIN, "choose_folder"))
        cards = QHBoxLayout(self)
        cards.setContentsMargins(0, 0, 12, 0)
        cards.setSpacing(24)
        cards.addWidget(self._workstation_card(), 1)
        cards.addWidget(self._looks_card(), 1)
        self._connect()

    def _workstation_card(self) -> QFrame:
        self._choose.setAutoDefault(False)
        self._choose.setAccessibleName(wording.say(DOMAIN, "choose_folder.title"))
        around = self._around
        folder = QHBoxLayout()
        folder.setSpacing(12)
        folder.addWidget(self.fields[DATA_FOLDER], 1)
        beside = QVBoxLayout()
        beside.setSpacing(3)
        # As high as the word over the field, so that the button stands beside what is typed.
        beside.addWidget(look(QLabel(), "small"))
        beside.addWidget(self._choose)
        beside.addStretch(1)
        folder.addLayout(beside)
        about_folder = wording.say(DOMAIN, "about.data_folder", folder=around.own_folder)
        if around.named_folder:
            named = wording.say(DOMAIN, "about.folder_named", folder=around.named_folder)
            about_folder = f"{about_folder} {named}"
        card, column = _card("card.workstation")
        column.addLayout(_told(self.fields[CENTRE], wording.say(DOMAIN, "about.centre")))
        about_name = wording.say(DOMAIN, "about.workstation", name=machine_name())
        column.addLayout(_told(self.fields[WORKSTATION], about_name))
        column.addLayout(self._given_key)
        column.addLayout(_told(folder, about_folder))
        column.addStretch(1)
        return card

    def _looks_card(self) -> QFrame:
        card, column = _card("card.looks")
        column.addLayout(self._theme)
        column.addWidget(ThemeSample())
        column.addLayout(self._size)
        column.addStretch(1)
        return card

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(self.edited)
            field.finished.connect(lambda name=name: self.finished.emit(name))
        for choice in (self._given_key, self._theme, self._size):
            choice.group.idToggled.connect(lambda _, is_on: self.edited.emit() if is_on else None)
        self._choose.clicked.connect(self._choose_folder)

    def _choose_folder(self) -> None:
        """Let a folder be picked; the dialog is the system's own."""
        begin = self.fields[DATA_FOLDER].text or self._around.own_folder
        dialog = QFileDialog(self, wording.say(DOMAIN, "choose_folder.title"), str(Path(begin).parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder_chosen(self, folder: str) -> None:
        self.fields[DATA_FOLDER].edit.setText(str(Path(folder)))
        self.finished.emit(DATA_FOLDER)

    @property
    def text(self) -> SettingsText:
        """The form as it stands."""
        return SettingsText(
            centre=self.fields[CENTRE].text,
            workstation=self.fields[WORKSTATION].text,
            given_key_held_by=self._given_key.chosen,
            data_folder=self.fields[DATA_FOLDER].text,
            theme=self._theme.chosen,
            type_size=self._size.chosen,
        )

    def show_text(self, text: SettingsText) -> None:
        """Put a whole form in."""
        self.fields[CENTRE].edit.setText(text.centre)
        self.fields[WORKSTATION].edit.setText(text.workstation)
        self.fields[DATA_FOLDER].edit.setText(text.data_folder)
        self._given_key.choose(text.given_key_held_by)
        self._theme.choose(text.theme)
        self._size.choose(text.type_size)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say at each field what is wrong with it, and at the others nothing."""
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(22, 14, 22, 16)
    column.setSpacing(16)
    column.addWidget(look(QLabel(wording.say(DOMAIN, title)), "heading"))
    return card, column


def _told(field: QWidget | QBoxLayout, about: str) -> QVBoxLayout:
    """Return a field with what it means under it."""
    column = QVBoxLayout()
    column.setSpacing(4)
    if isinstance(field, QWidget):
        column.addWidget(field)
    else:
        column.addLayout(field)
    told = look(QLabel(about), "small")
    told.setWordWrap(True)
    column.addWidget(told)
    return column
