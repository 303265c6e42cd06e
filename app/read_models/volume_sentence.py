"""What the volume plan comes to, as sentences: what cannot be given and from where, what is left, what is not counted.

What is left in one finger's syringe is not given from another's: where some syringes fall short and others keep
something, the two are never taken off against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app import wording
from injection_plan.procedure import Procedure
from injection_plan.product import Handling
from injection_plan.volume import NOTHING, Volume, total
from injection_plan.volume_plan import SyringePlan, VolumePlan

DOMAIN = "plan_summary"
_NOT_COUNTED: Final = {
    ("priming", False): "not_counted.priming",
    ("changes", False): "not_counted.changes",
    ("", True): "not_counted.sample",
    ("priming", True): "not_counted.priming_sample",
    ("changes", True): "not_counted.changes_sample",
}


def volume_sentence(procedure: Procedure, volumes: VolumePlan) -> str:
    """Return what the volumes come to, in which syringes too little was drawn up, and what is not counted."""
    comes_to = _comes_to(procedure, volumes)
    short = "" if stands_apart(volumes) else _too_little(volumes)
    return " ".join(part for part in (comes_to, short, _not_counted(procedure, volumes)) if part)


def stands_apart(volumes: VolumePlan) -> bool:
    """Say whether the filled syringes tell something else than the product as a whole does."""
    if volumes.left_over is None or not volumes.is_filled:
        return False
    in_all = (volumes.short_by, max(volumes.left_over, NOTHING))
    return (in_syringes(volumes.short), in_syringes(volumes.keeping)) != in_all


def in_syringes(syringes: Sequence[SyringePlan]) -> Volume:
    """Return how much these are short of, or keep, taken together."""
    return total(abs(one.left_over) for one in syringes if one.left_over is not None)


def numbers_of(syringes: Sequence[SyringePlan]) -> str:
    """Return the numbers of these syringes: 1, 2, 3."""
    return ", ".join(str(one.syringe.number) for one in syringes)


def _comes_to(procedure: Procedure, volumes: VolumePlan) -> str:
    if volumes.available is None or volumes.left_over is None or procedure.product is None:
        return wording.say(DOMAIN, "sentence.no_product", planned=wording.volume(volumes.planned))
    key = "sentence.available" if procedure.product.process.sample else "sentence.prepared"
    fields = {
        "available": wording.volume(volumes.available),
        "planned": wording.volume(volumes.planned),
    }
    return f"{wording.say(DOMAIN, key, **fields)} {_outcome(volumes, volumes.left_over)}"


def _outcome(volumes: VolumePlan, left_over: Volume) -> str:
    if stands_apart(volumes):
        return wording.say(DOMAIN, "sentence.in_parts", loss=_loss(volumes), parts="; ".join(_parts(volumes)))
    rest = wording.volume(abs(left_over))
    if volumes.per_syringe is None:
        key = "sentence.short_before_loss" if volumes.short_by else "sentence.loss_unknown"
        return wording.say(DOMAIN, key, rest=rest)
    if volumes.short_by:
        return wording.say(DOMAIN, "sentence.short", loss=_loss(volumes), rest=rest)
    key = "sentence.left" if left_over > NOTHING else "sentence.nothing_left"
    return wording.say(DOMAIN, key, loss=_loss(volumes), rest=rest)


def _loss(volumes: VolumePlan) -> str:
    if volumes.per_syringe is None:
        return wording.say(DOMAIN, "sentence.no_loss")
    each = wording.volume(volumes.per_syringe)
    if volumes.used == 1:
        return wording.say(DOMAIN, "sentence.loss_one", each=each)
    return wording.say(DOMAIN, "sentence.loss", each=each, count=volumes.used)


def _parts(volumes: VolumePlan) -> Iterator[str]:
    for key, syringes in (("part.short", volumes.short), ("part.left", volumes.keeping)):
        if syringes:
            volume = wording.volume(in_syringes(syringes))
            yield wording.say(DOMAIN, _for(key, syringes), volume=volume, numbers=numbers_of(syringes))
    if volumes.not_drawn_up:
        key = "part.not_drawn_up" if volumes.not_drawn_up > NOTHING else "part.over_drawn"
        yield wording.say(DOMAIN, key, volume=wording.volume(abs(volumes.not_drawn_up)))


def _too_little(volumes: VolumePlan) -> str:
    if not volumes.short:
        return ""
    key = "short.plan" if volumes.per_syringe is None else "short.dead_space"
    return wording.say(DOMAIN, _for(key, volumes.short), numbers=numbers_of(volumes.short))


def _for(key: str, syringes: Sequence[SyringePlan]) -> str:
    return f"{key}_one" if len(syringes) == 1 else key


def _not_counted(procedure: Procedure, volumes: VolumePlan) -> str:
    """Return what the figures leave out because nobody entered it; an unknown dead space was said already."""
    loss = "" if volumes.per_syringe is None else _open_loss(procedure.prepared.handling)
    no_sample = procedure.product is not None and procedure.product.process.sample is None
    key = _NOT_COUNTED.get((loss, no_sample))
    return "" if key is None else wording.say(DOMAIN, key)


def _open_loss(handling: Handling) -> str:
    """Return the part of an entered dead space that nobody entered; never more than one, else none is entered."""
    if handling.priming is None:
        return "priming"
    if handling.changes == 0 or handling.per_change == NOTHING:
        return ""
    return "changes" if handling.changes is None or handling.per_change is None else ""
