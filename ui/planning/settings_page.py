"""The page of the settings: looks are seen at once, and everything is saved on purpose or not at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.read_models.settings_form import CheckedSettings, SettingsSurroundings, SettingsText
from ui.checks.deliberate import DeliberateButton
from ui.checks.headed_page import HeadedPage
from ui.planning.settings_fields import SettingsFields
from ui.theme import DESK, look

DOMAIN = "settings"
Check = Callable[[SettingsText], CheckedSettings]


class SettingsPage(HeadedPage):
    """Shows the form, utters every change of looks and, once nothing stands against them, the settings."""

    wished = Signal(object)
    """`Settings` that are to be saved."""

    looked = Signal(object, object)
    """The `ThemeChoice` and the `TypeSize` that are chosen now."""

    left = Signal()
    """Somebody wants back; what was not saved stays in the form."""

    def __init__(self, around: SettingsSurroundings, check: Check, parent: QWidget | None = None) -> None:
        """Lay out the form; `check` answers what is wrong with it at this moment."""
        super().__init__(DESK, parent)
        self.form = SettingsFields(around)
        self._check = check
        self._saved = SettingsText()
        self._touched: set[str] = set()
        self._scroll = look(QScrollArea(), "page")
        self._save = DeliberateButton(wording.say(DOMAIN, "save"), "Ctrl+Enter")
        self._leave = QPushButton(wording.say(DOMAIN, "leave"))
        self._warning = _warning(around.warnings)
        self._compose(around)
        self.form.edited.connect(self._follow)
        self.form.finished.connect(self._touch)
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.left)

    def _compose(self, around: SettingsSurroundings) -> None:
        self.set_head(wording.say(DOMAIN, "title"), wording.say(DOMAIN, "subtitle", file=around.file))
        self.setWindowTitle(wording.say(DOMAIN, "title"))
        look(self.form, "page")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.form)
        self.body.setContentsMargins(32, 16, 20, 12)
        self.body.setSpacing(12)
        self.body.addWidget(self._warning)
        self.body.addWidget(self._scroll, 1)
        self._leave.setShortcut(Qt.Key.Key_Escape)
        self._leave.setAutoDefault(False)
        self.buttons.addWidget(self._leave)
        self.buttons.addWidget(self._save)

    def show_text(self, text: SettingsText, saved: SettingsText) -> None:
        """Put a whole form in, beside what of it is saved; nothing of it is called wrong yet."""
        self._saved = saved
        self._touched.clear()
        self.form.show_text(text)
        self._follow()

    def show_saved(self, saved: SettingsText, sentence: str) -> None:
        """Say that it is saved, and what that means."""
        self._warning.hide()
        self.show_text(saved, saved)
        self.tell(sentence)

    def save(self) -> None:
        """Utter the settings, or say everything that stands against them and go to the first of it."""
        self._touched |= set(self.form.fields)
        checked = self._check(self.form.text)
        self.form.show_problems(checked.problems)
        if checked.settings is not None:
            self.wished.emit(checked.settings)
            return
        self.tell(wording.say(DOMAIN, "told.wrong", count=len(checked.problems)), wrong=True)
        first = next(field for name, field in self.form.fields.items() if name in checked.problems)
        first.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(first.edit, 40, 120)

    def start_typing(self) -> None:
        """Put the focus into the first field."""
        next(iter(self.form.fields.values())).edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _touch(self, name: str) -> None:
        """Say what is wrong where somebody has been."""
        self._touched.add(name)
        problems = self._check(self.form.text).problems
        self.form.show_problems({name: why for name, why in problems.items() if name in self._touched})

    def _follow(self) -> None:
        text = self.form.text
        self.looked.emit(text.theme, text.type_size)
        changed = text != self._saved
        self.tell(wording.say(DOMAIN, "told.changed" if changed else "told.unchanged"))


def _warning(sentences: tuple[str, ...]) -> QFrame:
    """Return what is wrong in the file, and what saving does to it; nothing is shown where nothing is."""
    shown = look(QFrame(), "warning")
    column = QVBoxLayout(shown)
    column.setContentsMargins(18, 10, 18, 10)
    column.setSpacing(4)
    for sentence in (*sentences, wording.say(DOMAIN, "problem.on_saving")):
        label = QLabel(sentence)
        label.setWordWrap(True)
        column.addWidget(label)
    shown.setVisible(bool(sentences))
    return shown
