"""The shipped typeface in Qt: registered once, asked for by weight."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app import assets
from app.drawing.shapes import Weight

_QT_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.MEDIUM: QFont.Weight.Medium,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}


@cache
def family() -> str:
    """Register every weight of the shipped typeface and return its family; a file Qt refuses is a `ValueError`."""
    families = [_registered(weight) for weight in Weight]
    return families[0]


def _registered(weight: Weight) -> str:
    number = QFontDatabase.addApplicationFont(str(assets.path("fonts", f"Inter-{weight.value}.ttf")))
    names = QFontDatabase.applicationFontFamilies(number)
    if not names:
        raise ValueError(weight)
    return names[0]


def font(weight: Weight, pixels: int) -> QFont:
    """Return the typeface in a weight and size, unhinted and unkerned so that it measures as on paper."""
    made = QFont(family())
    made.setWeight(_QT_WEIGHTS[weight])
    made.setPixelSize(pixels)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setKerning(False)
    return made
