"""A practice case that plays itself: the real windows, driven by key events alone, as two people would."""

from ui.rehearsal.performance import Programme, perform

__all__ = ["Programme", "perform"]
