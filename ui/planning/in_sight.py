"""Putting the focus on a widget so that it is also seen: the page scrolls to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def go_to(widget: QWidget) -> None:
    """Focus a widget, and scroll whatever holds it until it is in sight."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, 40)
        around = around.parentWidget()
