"""The windows of the program: the nurse's, in which a case goes from its preparation to its record."""

from ui.windows.desk import Desk
from ui.windows.nurse_window import NurseWindow

__all__ = ["Desk", "NurseWindow"]
