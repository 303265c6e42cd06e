"""The table of the live screen: which key means which intent, and what each intent makes happen.

The words, the commands and the reasons against them come from the read models, which ask the rules; nothing is
decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt

from app.read_models.offers import Intent
from ui.pedal import Stroke


class Makes(Enum):
    """What an intent leads to."""

    COMMAND = auto()
    QUESTION = auto()
    ERRAND = auto()


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the table: an intent, its keys, and whether it commands, asks first, or is the window's."""

    intent: Intent
    keys: tuple[Qt.Key, ...]
    makes: Makes
    control: bool = False


ACTIONS: Final = (
    Action(Intent.GIVE, (Qt.Key.Key_Space,), Makes.COMMAND),
    Action(Intent.ENTER_MARK, (Qt.Key.Key_Return, Qt.Key.Key_Enter), Makes.COMMAND),
    Action(Intent.NOT_READ, (Qt.Key.Key_N,), Makes.COMMAND),
    Action(Intent.PAUSE, (Qt.Key.Key_P,), Makes.COMMAND),
    Action(Intent.READ_ALOUD, (Qt.Key.Key_K,), Makes.COMMAND),
    Action(Intent.DIFFERENT, (Qt.Key.Key_W,), Makes.QUESTION),
    Action(Intent.OMIT, (Qt.Key.Key_O,), Makes.QUESTION),
    Action(Intent.VOID, (Qt.Key.Key_U,), Makes.QUESTION),
    Action(Intent.CHOOSE, (Qt.Key.Key_C,), Makes.QUESTION),
    Action(Intent.NOTE_EVENT, (Qt.Key.Key_E,), Makes.QUESTION),
    Action(Intent.STOP, (Qt.Key.Key_S,), Makes.QUESTION),
    Action(Intent.TURN_VIEW, (Qt.Key.Key_V,), Makes.QUESTION),
    Action(Intent.KEYS, (Qt.Key.Key_F1,), Makes.ERRAND),
    Action(Intent.FULL_SCREEN, (Qt.Key.Key_F11,), Makes.ERRAND),
    Action(Intent.PRINT, (Qt.Key.Key_P,), Makes.ERRAND, control=True),
    Action(Intent.RECONCILE, (), Makes.ERRAND),
)
"""Every intent of the live screen, once."""

_BY_KEY: Final = {(key, action.control): action for action in ACTIONS for key in action.keys}
_BY_INTENT: Final = {action.intent: action for action in ACTIONS}


def action_of(stroke: Stroke) -> Action | None:
    """Return what a key means here, or nothing."""
    return _BY_KEY.get((stroke.key, stroke.control))


def action_for(intent: Intent) -> Action:
    """Return the line of an intent."""
    return _BY_INTENT[intent]


def is_wanted(stroke: Stroke) -> bool:
    """Say whether a key that is no character is one of the live screen's."""
    return stroke.key is Qt.Key.Key_Backspace or action_of(stroke) is not None
