"""The one place where a volume becomes text: a leading zero, never a trailing one, a space, mL."""

from __future__ import annotations

from functools import lru_cache

from injection_plan.volume import MICROLITRES_IN_A_MILLILITRE, Volume

UNIT = "mL"
MINUS = "\N{MINUS SIGN}"
_KEPT = 1024  # a case shows some hundred different volumes, over and over


@lru_cache(maxsize=_KEPT)
def number(volume: Volume) -> str:
    """Return a volume in millilitres without its unit: 0.25, 0.5, 1, 10; a negative one with a true minus."""
    whole, part = divmod(abs(volume).microlitres, MICROLITRES_IN_A_MILLILITRE)
    decimals = f"{part:03d}".rstrip("0")
    text = f"{whole}.{decimals}" if decimals else str(whole)
    return MINUS + text if volume.microlitres < 0 else text


def volume(amount: Volume) -> str:
    """Return a volume as it is shown and printed: 0.25 mL, 0.5 mL, 1 mL, 10 mL."""
    return f"{number(amount)} {UNIT}"


def signed_volume(amount: Volume) -> str:
    """Return a difference with its sign: +0.03 mL, \N{MINUS SIGN}0.16 mL, and plain 0 mL."""
    sign = "+" if amount.microlitres > 0 else ""
    return sign + volume(amount)
