"""A step of the preparation: shown a case as it is stored, it utters commands and keeps what is typed till then."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.clock import Reading
from injection_plan.commands import Command
from injection_plan.procedure import Procedure


class StepPage(QWidget):
    """What every step has in common; the path around it stores what it utters and leads from one to the next."""

    wished = Signal(object)
    """A tuple of commands to store at once, in this order, as when something is ticked or chosen."""

    edited = Signal()
    """Something typed on the page has changed and is not recorded yet."""

    def show_case(self, procedure: Procedure, now: Reading) -> None:
        """Show the case as it is stored; what is typed and not recorded yet stays as it stands."""
        raise NotImplementedError

    def record(self) -> tuple[Command, ...] | None:
        """Return what is typed and not stored yet, as commands; nothing to store is an empty tuple.

        Where something stands against it, the page says so at the field, goes to the first of it, and returns nothing.
        """
        raise NotImplementedError

    @property
    def has_unrecorded(self) -> bool:
        """Whether anything stands on the page that is not stored."""
        raise NotImplementedError

    def point_at(self, about: str) -> None:
        """Put the focus on what a finding is about: a criterion, a syringe's number, a pass, or the page itself."""
        raise NotImplementedError
