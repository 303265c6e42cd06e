"""What the window asks of the work on cases, so that the list of cases is shown before any of that work is loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.read_models.case_list import CaseLine
from ui.windows.desk import Desk
from ui.windows.frame import FramedWindow


class Work(Protocol):
    """The work on cases: opening one, preparing it, going through it, and handing its record out."""

    def open_case(self, line: CaseLine) -> None:
        """Open a stored case: in its middle it is asked about first, else it goes to where it stands."""

    def open_new_case(self) -> None:
        """Show the empty form of a new case."""

    def open_full_practice(self) -> None:
        """Show the form of a practice case, with every gate left to the person."""

    def open_practice(self) -> None:
        """Open a practice case, ready at its first aliquot."""

    def open_protocol(self) -> None:
        """Show what the protocol file says, or what is wrong with it."""

    def run_errand(self, errand: str) -> None:
        """Do what a page asks of its window; an errand of no name here is a fault (`KeyError`)."""

    def print_record(self) -> None:
        """Print the record of the open case, where there is one."""

    def save_record(self) -> None:
        """Save the record of the open case, where there is one."""

    def leave(self) -> None:
        """Drop the open case, its session and its pages; what it is lies on disk."""


class SideErrand(Protocol):
    """Something shown beside the cases, such as the settings; made when it is first asked for."""

    def show_page(self) -> QWidget:
        """Return the page to be put in front."""

    def start_typing(self) -> None:
        """Put the focus where one begins on the page, once it is in front."""

    def leave(self) -> None:
        """Let the page go."""


class ListedWindow(Protocol):
    """What the work needs of the window it is done in."""

    @property
    def frame(self) -> FramedWindow:
        """The window itself, with its bands and pages."""

    @property
    def desk(self) -> Desk:
        """Where the cases lie."""

    def show_start(self) -> None:
        """Show the list of cases."""

    def tell_start(self, sentence: str) -> None:
        """Show the list of cases with a sentence that says what went wrong."""


Begin = Callable[[ListedWindow], Work]
"""How the work begins, when it is first needed."""
