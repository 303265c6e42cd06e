"""The two screens of a case that the window shows without knowing them: at the hands, and at the closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from injection_plan.events import Entry
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal


class CaseScreen(Protocol):
    """A screen that is shown a case and utters commands; it knows neither session nor journal."""

    @property
    def wished(self) -> SignalInstance:
        """Carries each command, or `Wish`, that somebody asks for."""

    @property
    def asked(self) -> SignalInstance:
        """Carries the name of each errand that is the window's: print, save, back, keys, full screen, closing."""

    def show_procedure(self, procedure: Procedure, entries: tuple[Entry, ...]) -> None:
        """Show the case as it is stored."""

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why the last wish was refused."""

    def show_unstored(self, words: str) -> None:
        """Say where the last wish was made that it is not recorded; nothing typed is lost."""

    def as_widget(self) -> QWidget:
        """Return the widget that the window holds."""


@dataclass(frozen=True, slots=True)
class Screens:
    """How to make the screens of one case; they live as long as it is open."""

    live: Callable[[], CaseScreen]
    close: Callable[[], CaseScreen]
