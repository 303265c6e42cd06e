"""The front of every code on one finger, such as `RH-2`, and the finger it stands for."""

from __future__ import annotations

from injection_plan.anatomy import SITES, Finger

FINGERS: dict[str, Finger] = {"-".join(code.split("-")[:2]): site.finger for code, site in SITES.items()}
"""Every finger by the front that its codes share: ten of them."""

_CODES = {finger: code for code, finger in FINGERS.items()}


def finger_code(finger: Finger) -> str:
    """Return the front of every code on one finger, such as `RH-2`: what a finger's label is about."""
    return _CODES[finger]


def finger_of(code: str) -> Finger:
    """Return the finger on which a pass, an entry site or the finger itself lies; any other code is a `KeyError`."""
    return FINGERS["-".join(code.split("-")[:2])]
