"""Where the product went: every line of the two sums, and how each unexplained volume was settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app import wording
from app.read_models.reconciled_words import settlement_line
from app.record.content.words import loud, say
from injection_plan.procedure import Procedure
from injection_plan.reconciliation import CaseBalance, reconciled_balance
from injection_plan.settling import Settlement
from injection_plan.volume import NOTHING, Volume, total


@dataclass(frozen=True, slots=True)
class ProductLine:
    """One line: its name, its figure as text, and whether it wants a second look."""

    label: str
    figure: str
    is_loud: bool = False


@dataclass(frozen=True, slots=True)
class ProductLines:
    """The lines; then, under their title, the settlements, or that nothing was reconciled yet."""

    lines: tuple[ProductLine, ...]
    remarks: tuple[str, ...]
    title: str


def product_lines(procedure: Procedure) -> ProductLines:
    """Return where the product went, as reconciled; before that only what is known, and that it is not all."""
    balance = reconciled_balance(procedure)
    if balance is None or procedure.reconciliation is None:
        return _not_reconciled(procedure)
    figures = procedure.reconciliation.figures
    lines = (
        _line("product.prepared", balance.prepared),
        _line("product.sample", balance.sample),
        _line("product.not_drawn_up", balance.not_drawn_up),
        _line("product.filled", balance.filled),
        _line("product.given", procedure.given_volume),
        ProductLine(say("product.priming"), _partly(balance, [one.priming for one in balance.syringes])),
        ProductLine(say("product.left"), _partly(balance, [one.left for one in balance.syringes])),
        _line("product.discarded", total(one.discarded for one in balance.syringes)),
        _line("product.spilled", total(one.spilled for one in balance.syringes)),
        _unexplained(balance),
    )
    is_negative = any(volume < NOTHING for _, volume in balance.unexplained)
    return ProductLines(
        lines,
        tuple(_settled(one) for one in figures.settlements if one.volume),
        say("product.remarks.negative" if is_negative else "product.remarks"),
    )


def _unexplained(balance: CaseBalance) -> ProductLine:
    """Return the unexplained volume, which says of itself where an unknown priming was not taken off."""
    figure = wording.signed_volume(balance.unexplained_volume)
    unknown = sum(one.priming is None for one in balance.syringes)
    if not unknown:
        label = say("product.unexplained")
    elif unknown == len(balance.syringes):
        label = say("product.unexplained.no_priming")
    else:
        label = say("product.unexplained.some_priming", unknown=unknown, all=len(balance.syringes))
    return ProductLine(
        label,
        loud(figure) if balance.unexplained else figure,
        is_loud=bool(balance.unexplained),
    )


def _line(key: str, volume: Volume) -> ProductLine:
    return ProductLine(say(key), wording.volume(volume))


def _partly(balance: CaseBalance, figures: Iterable[Volume | None]) -> str:
    """Return a sum that may be unknown for some syringes, and says for how many."""
    known = [one for one in figures if one is not None]
    unknown = len(balance.syringes) - len(known)
    if not unknown:
        return wording.volume(total(known))
    if not known:
        return say("product.unknown")
    return say(
        "product.partly_unknown",
        volume=wording.volume(total(known)),
        syringes=unknown,
        all=len(balance.syringes),
    )


def _settled(one: Settlement) -> str:
    key = "product.accepted" if one.accepted_by is not None else "product.explained"
    words = say(
        key,
        line=settlement_line(one.line),
        volume=wording.signed_volume(one.volume),
        person="" if one.accepted_by is None else one.accepted_by.name,
        explanation=one.explanation or "",
    )
    if one.accepted_by is not None and one.explanation is not None:
        return say("product.accepted_and_explained", accepted=words, explanation=one.explanation)
    return words


def _not_reconciled(procedure: Procedure) -> ProductLines:
    filled = [state.fill.drawn_up for state in procedure.syringes if state.fill is not None]
    prepared = procedure.product.prepared if procedure.product is not None else NOTHING
    lines = (
        _line("product.prepared", prepared),
        _line("product.filled", total(filled)),
        _line("product.given", procedure.given_volume),
    )
    return ProductLines(lines, (say("product.not_reconciled"),), say("product.remarks"))
