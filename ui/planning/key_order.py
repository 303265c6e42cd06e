"""The order in which Tab goes: what was made anew is reached where it stands, not where it was made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def reach_in_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each of these to the next, whatever else lies between them in the order of their making."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
