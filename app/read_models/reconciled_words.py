"""What a reconciliation says in words: what each syringe lost, and how every unexplained volume was settled."""

from __future__ import annotations

from collections.abc import Iterator

from app import wording
from injection_plan import events
from injection_plan.settling import Settlement, SyringeLoss
from injection_plan.volume import Volume

DOMAIN = "closing"


def _say(key: str, **fields: str | int) -> str:
    return wording.say(DOMAIN, key, **fields)


def reconciled_words(event: events.Reconciled) -> str:
    """Return everything that was accounted for, as one phrase."""
    parts = list(_losses(event.losses))
    parts.append(
        _say(
            "entry.product_line",
            sample=wording.volume(event.sample),
            not_drawn_up=wording.volume(event.not_drawn_up),
        )
    )
    parts += [_settlement(one) for one in event.settlements]
    parts += [
        _say("entry.mark_explained", aliquot=wording.aliquot(one.aliquot), explanation=one.explanation)
        for one in event.marks
    ]
    return _say("entry.reconciled", parts="; ".join(parts))


def _losses(losses: tuple[SyringeLoss, ...]) -> Iterator[str]:
    """Yield a phrase for each set of figures, naming every syringe that has it."""
    same: dict[tuple[Volume | None, Volume, Volume], list[SyringeLoss]] = {}
    for loss in losses:
        same.setdefault((loss.priming, loss.discarded, loss.spilled), []).append(loss)
    for alike in same.values():
        key = "entry.syringe" if len(alike) == 1 else "entry.syringes"
        yield _loss(alike[0], _say(key, syringes=", ".join(str(one.syringe) for one in alike)))


def _loss(loss: SyringeLoss, syringes: str) -> str:
    return _say(
        "entry.loss.unknown" if loss.priming is None else "entry.loss",
        syringes=syringes,
        priming="" if loss.priming is None else wording.volume(loss.priming),
        discarded=wording.volume(loss.discarded),
        spilled=wording.volume(loss.spilled),
    )


def settlement_line(line: int) -> str:
    """Return the name of a line of the sums: the product, or a syringe."""
    return _say("entry.line.syringe", syringe=line) if line else _say("entry.line.product")


def _settlement(one: Settlement) -> str:
    words = _say(
        "entry.unexplained",
        line=settlement_line(one.line),
        volume=wording.signed_volume(one.volume),
    )
    if one.explanation is not None:
        words += _say("entry.explained", explanation=one.explanation)
    if one.accepted_by is not None:
        words += _say("entry.accepted", person=one.accepted_by.name)
    return words
