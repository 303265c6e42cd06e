"""The pages of the steps of a preparation, made once a case is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from injection_plan.terms import Step
from ui.planning.eligibility_page import EligibilityPage
from ui.planning.hands_page import HandsPage
from ui.planning.plan_page import PlanPage
from ui.planning.product_page import ProductPage
from ui.planning.step_page import StepPage
from ui.planning.syringes_page import SyringesPage


class StepPages(QObject):
    """Every page of the path behind the set-up, by its step."""

    finding_wanted = Signal(object)
    """The `Finding` somebody wants to be led to."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the pages; each lays itself out for the protocol of the case that it is first shown."""
        super().__init__(parent)
        plan = PlanPage()
        plan.wanted.connect(self.finding_wanted)
        self.pages: dict[Step, StepPage] = {
            Step.ELIGIBILITY: EligibilityPage(),
            Step.PRODUCT: ProductPage(),
            Step.SYRINGES: SyringesPage(),
            Step.HANDS: HandsPage(),
            Step.PLAN: plan,
        }
