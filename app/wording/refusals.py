"""The sentences that say why not."""

from __future__ import annotations

import re
from typing import Final

from app.wording.anatomy import aliquot, hand
from app.wording.catalogue import say
from app.wording.findings import line_name
from injection_plan.anatomy import PASSES, Hand
from injection_plan.rules.refusal import Refusal
from injection_plan.volume import Unreadable

DOMAIN = "procedure"
_EXTRA: Final = re.compile(r"extra-[0-9]+")
_HANDS: Final = {which.value for which in Hand}


def refusal(why_not: Refusal) -> str:
    """Return the sentence for a refusal, naming what it is about as a person would."""
    return say(DOMAIN, f"refusal.{why_not.why.value}", about=_about(why_not.about))


def unreadable(why_not: Unreadable) -> str:
    """Return the sentence for a typed volume that was refused."""
    return say(DOMAIN, f"unreadable.{why_not.value}")


def _about(name: str) -> str:
    if name in PASSES or _EXTRA.fullmatch(name):
        return aliquot(name)
    return hand(Hand(name)) if name in _HANDS else line_name(name)
