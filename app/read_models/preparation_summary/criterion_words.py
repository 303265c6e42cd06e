"""What a criterion is called by its place in the protocol."""

from __future__ import annotations

from collections import Counter

from app.read_models.preparation_summary.words import say
from injection_plan.criteria import CriterionKind
from injection_plan.protocol import Protocol


def criterion_numbers(protocol: Protocol) -> dict[str, str]:
    """Return what each criterion is called by its place in the protocol: Inclusion 3, Exclusion 14."""
    counted: Counter[CriterionKind] = Counter()
    numbers: dict[str, str] = {}
    for one in protocol.criteria:
        counted[one.kind] += 1
        key = "inclusion" if one.kind is CriterionKind.INCLUSION else "exclusion"
        numbers[one.criterion] = say(key, number=counted[one.kind])
    return numbers
