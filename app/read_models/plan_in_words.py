"""What an approval is about, in full words: each hand with its passes and volume, what is left out there, the order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from app import wording
from app.read_models.plan_drafts import arrangement_for, plan_of
from app.read_models.plan_order import order_view
from injection_plan.anatomy import PASSES, EntrySite, Hand
from injection_plan.arrangement import arranged
from injection_plan.plan import LeftOut
from injection_plan.procedure import Procedure
from injection_plan.volume import total

DOMAIN = "plan_summary"


@dataclass(frozen=True, slots=True)
class HandInWords:
    """One hand: how many passes and how much of it is planned there, and each place that is not, with its reason."""

    planned: str
    not_planned: str
    leaves_out: bool


@dataclass(frozen=True, slots=True)
class PlanInWords:
    """Both hands, the one that comes first above the other, and the order in one line."""

    hands: tuple[HandInWords, ...]
    order: str


def plan_in_words(procedure: Procedure) -> PlanInWords:
    """Return the plan of a case in words; before there is one, what the protocol says."""
    plan, arrangement = plan_of(procedure), arrangement_for(procedure)
    is_arranged = arranged(procedure.protocol, arrangement, plan.not_planned).order == plan.order
    order = order_view(procedure, arrangement).sentence
    return PlanInWords(
        hands=tuple(_hand(procedure, hand) for hand in arrangement.hands),
        order=order if is_arranged else wording.say(DOMAIN, "what.pass_by_pass"),
    )


def _hand(procedure: Procedure, hand: Hand) -> HandInWords:
    plan = plan_of(procedure)
    volumes = [procedure.protocol.aliquot(code).volume for code in plan.order if _is_on(hand, code)]
    places = _places([one for one in plan.not_planned if _is_on(hand, one.aliquot)])
    return HandInWords(
        planned=wording.say(
            DOMAIN,
            "what.hand_one" if len(volumes) == 1 else "what.hand",
            hand=wording.hand(hand),
            count=len(volumes),
            volume=wording.volume(total(volumes)),
        ),
        not_planned=(
            wording.say(DOMAIN, "what.not_planned", places="; ".join(places))
            if places
            else wording.say(DOMAIN, "what.all_planned")
        ),
        leaves_out=bool(places),
    )


def _is_on(hand: Hand, code: str) -> bool:
    return code in PASSES and PASSES[code].site.hand is hand


def _places(left_out: list[LeftOut]) -> list[str]:
    """Return each place that is left out, with both its directions where they are left out for the same reason."""
    in_order = sorted(left_out, key=lambda one: tuple(PASSES).index(one.aliquot))
    grouped = groupby(in_order, key=lambda one: (PASSES[one.aliquot].site, one.reason))
    return [_place(site, ones, reason) for (site, reason), ones in grouped]


def _place(site: EntrySite, ones: Iterable[LeftOut], reason: str) -> str:
    directions = [wording.direction(PASSES[one.aliquot].direction) for one in ones]
    words = directions[0]
    if len(directions) > 1:
        words = wording.say(DOMAIN, "what.directions", one=directions[0], other=directions[1])
    return wording.say(
        DOMAIN,
        "what.place",
        digit=wording.digit(site.digit),
        side=wording.side(site.side),
        directions=words,
        reason=" ".join(reason.split()),
    )
