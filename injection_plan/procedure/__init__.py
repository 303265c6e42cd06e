"""The state of a case: what each entry made of it, and the questions that everybody asks of it."""

from injection_plan.procedure.fold import apply, replay
from injection_plan.procedure.prepared import Checked, DayCheck, Decided, HandFound, Prepared
from injection_plan.procedure.standing import Delivery, SyringeState
from injection_plan.procedure.state import Owed, Procedure, Reconciliation

__all__ = [
    "Checked",
    "DayCheck",
    "Decided",
    "Delivery",
    "HandFound",
    "Owed",
    "Prepared",
    "Procedure",
    "Reconciliation",
    "SyringeState",
    "apply",
    "replay",
]
