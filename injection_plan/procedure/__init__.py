"""The state of a case: what each entry made of it, and the questions that everybody asks of it."""

from injection_plan.procedure.fold import apply, replay
from injection_plan.procedure.standing import Delivery, SyringeState
from injection_plan.procedure.state import Owed, Procedure, Reconciliation

__all__ = [
    "Delivery",
    "Owed",
    "Procedure",
    "Reconciliation",
    "SyringeState",
    "apply",
    "replay",
]
