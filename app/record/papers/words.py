"""The words of the papers."""

from __future__ import annotations

from app import wording

DOMAIN = "papers"


def say(key: str, **fields: str | int) -> str:
    """Return words of the papers' catalogue."""
    return wording.say(DOMAIN, key, **fields)
