"""Asking a page anew whether something on it is not recorded; the checker of types takes a property for a constant."""

from ui.planning.step_page import StepPage


def is_unrecorded(page: StepPage) -> bool:
    return page.has_unrecorded
