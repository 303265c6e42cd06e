"""What may be found on a hand before the first injection, and where."""

from __future__ import annotations

from enum import StrEnum


class FindingKind(StrEnum):
    """What was found at a finger, an entry site or along a pass; each kind has a mark of its own on the hands."""

    ULCER = "ulcer"
    CONTRACTURE = "contracture"
    MISSING = "missing part"
    ATROPHIC = "atrophic skin"
    OTHER = "other"
