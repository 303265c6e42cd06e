"""A line whose text is longer than the line: it shows how the text begins, but for somebody who types in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

_BACK_SOON = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class _ShowsItsStart(QObject):
    """Goes back to the start when the line is left, or filled in while nobody is there."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._is_typed = False
        edit.installEventFilter(self)
        edit.textEdited.connect(self._note_typing)
        edit.textChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _BACK_SOON
        # A line that is being destroyed loses the focus last of all, when it is no line any more.
        if is_left and isValid(self._edit):
            self._edit.home(False)
        return super().eventFilter(watched, event)

    def _note_typing(self) -> None:
        # Qt tells of typing first, and then that the text has changed.
        self._is_typed = True

    def _follow(self) -> None:
        if not self._is_typed and not self._edit.hasFocus():
            self._edit.home(False)
        self._is_typed = False


def show_its_start(edit: QLineEdit) -> None:
    """Let a line show how its text begins whenever nobody types in it."""
    _ShowsItsStart(edit)
