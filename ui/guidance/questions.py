"""Which question an intent opens, filled with what the case says at that moment."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.clock import Reading
from app.read_models.choices import choices
from app.read_models.offers import Intent
from app.read_models.void_form import voidable
from injection_plan.procedure import Procedure
from ui.guidance.dialogs.choose import ChooseQuestion
from ui.guidance.dialogs.differ import DifferQuestion
from ui.guidance.dialogs.plain import EventQuestion, OmitQuestion, StopQuestion, TurnQuestion
from ui.guidance.dialogs.question import Question
from ui.guidance.dialogs.void import VoidQuestion


def question_for(
    intent: Intent, procedure: Procedure, selected: str | None, now: Reading, parent: QWidget
) -> Question | None:
    """Return the question that an intent asks, or nothing for one that asks none."""
    match intent:
        case Intent.DIFFERENT:
            return DifferQuestion(procedure, now, parent)
        case Intent.OMIT:
            return OmitQuestion(choices(procedure), selected, now, parent)
        case Intent.VOID:
            return VoidQuestion(voidable(procedure), now, parent)
        case Intent.CHOOSE:
            return ChooseQuestion(choices(procedure), selected, parent)
        case Intent.NOTE_EVENT:
            return EventQuestion(now, parent)
        case Intent.STOP:
            return StopQuestion(now, parent)
        case Intent.TURN_VIEW:
            return TurnQuestion(procedure.view, parent)
        case (
            Intent.GIVE
            | Intent.ENTER_MARK
            | Intent.NOT_READ
            | Intent.PAUSE
            | Intent.READ_ALOUD
            | Intent.FULL_SCREEN
            | Intent.PRINT
            | Intent.KEYS
            | Intent.RECONCILE
        ):
            return None
