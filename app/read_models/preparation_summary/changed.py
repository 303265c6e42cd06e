"""What differs between two states of a preparation: decisions, product, syringes, expected losses, plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app import wording
from app.read_models.preparation_summary.criterion_words import criterion_numbers
from app.read_models.preparation_summary.measures import is_score, measure_words
from app.read_models.preparation_summary.order import order_changes
from app.read_models.preparation_summary.product import (
    entered_of_handling,
    entered_of_lots,
    entered_of_product,
)
from app.read_models.preparation_summary.words import Told, or_not_recorded, say
from injection_plan.criteria import Criterion, entered_at
from injection_plan.eligibility import Decision
from injection_plan.plan import Plan
from injection_plan.procedure import Procedure, SyringeState
from injection_plan.product import Handling

Changed = tuple[str, str, str]
"""What a change is about, the value before it and the value after it."""


def decisions_changed(before: Procedure, after: Procedure) -> Iterator[Changed]:
    """Yield each criterion that was decided anew and otherwise, with what differs; an outcome score is never told."""
    numbers = criterion_numbers(after.protocol)
    for criterion in after.protocol.criteria:
        was, now = (one.prepared.decision(criterion.criterion) for one in (before, after))
        if was is None or now is None or was.decision == now.decision:
            continue
        pairs = list(_decisions(criterion, was.decision, now.decision))
        name = wording.line_name(criterion.criterion)
        about = say("change.criterion", number=numbers[criterion.criterion], name=name)
        yield about, "; ".join(one for one, _ in pairs), "; ".join(other for _, other in pairs)


def _decisions(criterion: Criterion, was: Decision, now: Decision) -> Iterator[tuple[str, str]]:
    yield wording.verdict(was.verdict), wording.verdict(now.verdict)
    values, others = ({one.measure: one for one in each.values} for each in (was, now))
    for measure in criterion.measures:
        value, other = values.get(measure.measure), others.get(measure.measure)
        if value == other or entered_at(measure) != measure.measure:
            continue
        kept = [one for one in (value, other) if one is not None and one.outcome_score]
        if kept or is_score(criterion, measure.measure):
            yield say("change.score"), say("change.other_score")
        else:
            yield measure_words(measure, value), measure_words(measure, other)
    if was.note != now.note:
        yield _note(was), _note(now)


def _note(decision: Decision) -> str:
    return say("no_note") if decision.note is None else say("note", note=decision.note)


def product_changed(before: Procedure, after: Procedure, offset: int) -> Iterator[Changed]:
    """Yield each line of the product that was described otherwise than before."""
    if before.product is None or after.product is None:
        return
    was, now = (
        (*entered_of_product(each, product, offset), entered_of_lots(product))
        for each, product in ((before, before.product), (after, after.product))
    )
    yield from _lines_changed(was, now)


def handling_changed(before: Procedure, after: Procedure) -> Iterator[Changed]:
    """Yield each expected loss and each count that was entered otherwise than before."""
    if before.prepared.handling != Handling():
        yield from _lines_changed(entered_of_handling(before), entered_of_handling(after))


def _lines_changed(before: Iterable[Told], after: Iterable[Told]) -> Iterator[Changed]:
    was, now = ({line.label: line.text for line in lines} for lines in (before, after))
    for label in dict.fromkeys((*was, *now)):
        one, other = (or_not_recorded(lines.get(label)) for lines in (was, now))
        if one != other:
            yield label, one, other


def syringes_changed(before: Procedure, after: Procedure) -> Iterator[Changed]:
    """Yield the syringes that were filled or read again, with what differs; those that are alike in it together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for was, now in zip(before.syringes, after.syringes, strict=True):
        if was.fill is None:
            continue
        pairs = [
            (one, other) for one, other in zip(_syringe(was), _syringe(now), strict=True) if one != other
        ]
        if was.checked is None and now.checked is not None:
            pairs = pairs[:-1]  # the first reading of a second person changes nothing
        if pairs:
            texts = "; ".join(one for one, _ in pairs), "; ".join(other for _, other in pairs)
            alike.setdefault(texts, []).append(str(was.syringe.number))
    for (one, other), numbers in alike.items():
        key = "change.syringe" if len(numbers) == 1 else "change.syringes"
        yield say(key, numbers=", ".join(numbers)), one, other


def _syringe(state: SyringeState) -> Iterator[str]:
    """Yield what was entered of a syringe, one phrase for each; the last is what the second person read."""
    fill, checked = state.fill, state.checked
    yield say("change.label", label=or_not_recorded(None if fill is None else fill.label))
    yield say(
        "change.drawn_up", volume=or_not_recorded(None if fill is None else wording.volume(fill.drawn_up))
    )
    yield say("change.mark", volume=or_not_recorded(None if fill is None else wording.volume(fill.mark)))
    second = None if checked is None else wording.volume(checked.check.mark)
    yield say("change.second", volume=or_not_recorded(second))


def plan_changed(before: Procedure, after: Procedure) -> Iterator[Changed]:
    """Yield the passes that were left out, or planned again, or for another reason; then what moved in the order."""
    if before.plan is None or after.plan is None:
        return
    was, now = _standing_in(before.plan), _standing_in(after.plan)
    alike: dict[tuple[str, str], list[str]] = {}
    for code in dict.fromkeys((*was.keys(), *now.keys())):
        pair = was.get(code, say("change.planned")), now.get(code, say("change.planned"))
        if pair[0] != pair[1]:
            alike.setdefault(pair, []).append(wording.short_aliquot(code))
    for (one, other), passes in alike.items():
        yield say("change.passes", passes="; ".join(passes)), one, other
    for each in order_changes(after.protocol, before.plan, after.plan):
        yield each.what, each.one, each.other


def _standing_in(plan: Plan) -> dict[str, str]:
    """Return why each pass that is left out of a plan is."""
    return {
        one.aliquot: say("change.left_out", reason=one.reason)
        if one.finding is None
        else say("change.left_out", reason=say("reason_and_finding", reason=one.reason, number=one.finding))
        for one in plan.not_planned
    }
