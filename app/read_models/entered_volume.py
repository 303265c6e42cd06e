"""A volume as a person types it: millilitres, with or without the unit behind; any other unit is refused and said.

A slip of a thousand hides in a unit. So a litre or a microlitre is never converted quietly: the sentence says what
it would be, and the person writes it again.
"""

from __future__ import annotations

import re
from typing import Final

from app import wording
from injection_plan.volume import MICROLITRES_IN_A_MILLILITRE, Unreadable, Volume, read_volume

DOMAIN = "product"
MARK_DECIMALS: Final = 2
LONGEST_FIGURE: Final = 12
LONGEST_UNIT: Final = 12
SLIP: Final = 30
"""About the middle between once and a thousand times: beyond it, a slip of a thousand is nearer than the value."""

_TYPED = re.compile(r"(?P<figure>[0-9.,]*)\s*(?P<unit>[^\W\d_]+\.?)?")
_MILLILITRES = {"ml", "millilitre", "millilitres", "milliliter", "milliliters"}
_LITRES = {"l", "litre", "litres", "liter", "liters"}
_MICROLITRES = {"µl", "μl", "ul", "microlitre", "microlitres", "microliter", "microliters"}
_CUBIC_CENTIMETRES = {"cc", "ccm", "cm³", "cm"}


def read_entered(typed: str, *, decimals: int = 3) -> Volume | str:
    """Read a volume in millilitres, exactly, or return the sentence that says why it is not read."""
    text = typed.strip()
    if not text:
        return wording.unreadable(Unreadable.EMPTY)
    match = _TYPED.fullmatch(text.replace("cm³", "ccm"))
    figure, unit = (match["figure"], match["unit"] or "") if match is not None else ("", "")
    if not figure or len(figure) > LONGEST_FIGURE or len(unit) > LONGEST_UNIT:
        return wording.unreadable(Unreadable.NOT_A_NUMBER)
    if unit.casefold() not in {"", *_MILLILITRES}:
        return _other_unit(text, figure, unit)
    read = read_volume(figure, decimals=decimals)
    return read if isinstance(read, Volume) else wording.unreadable(read)


def has_slipped(volume: Volume, usual: Volume) -> bool:
    """Say whether a volume is so far from the usual one that a slip of a thousand is more likely than the volume."""
    return volume.microlitres * SLIP <= usual.microlitres or volume.microlitres >= usual.microlitres * SLIP


def _other_unit(text: str, figure: str, unit: str) -> str:
    name = unit.casefold()
    if name in _CUBIC_CENTIMETRES:
        return wording.say(DOMAIN, "unit.cubic")
    would_be = None
    if name in _LITRES:
        read = read_volume(figure)
        if isinstance(read, Volume):
            would_be = Volume(read.microlitres * MICROLITRES_IN_A_MILLILITRE)
    elif name in _MICROLITRES and figure.isdecimal():
        would_be = Volume(int(figure))
    if would_be is None:
        return wording.say(DOMAIN, "unit.strange", unit=unit)
    return wording.say(DOMAIN, "unit.would_be", typed=text, volume=wording.volume(would_be))
