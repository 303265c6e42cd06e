"""The field in which the participant code is typed a second time: typed, and not pasted, dropped or copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_PASTES = (QKeySequence.StandardKey.Paste,)


class TypedAgain(QLineEdit):
    """A second typing is a check only if a person does it, so every way of pasting is refused and said."""

    paste_refused = Signal()
    """Somebody tried to paste; the field is as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, with neither a menu to paste from nor anything to drop on."""
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take typing, and refuse the keys that paste."""
        if any(event.matches(keys) for keys in _PASTES):
            self.paste_refused.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click, and refuse the middle button, which pastes on X11."""
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Refuse the release of the middle button, on which X11 pastes."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self.paste_refused.emit()
            return
        super().mouseReleaseEvent(event)
