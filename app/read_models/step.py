"""The step: which aliquot is next, in words, with the ready-made command and the reason where it may not be given.

What is offered is what is asked: the screen computes nothing, it hands back the command that it was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app import wording
from injection_plan.anatomy import Pass
from injection_plan.commands import Give
from injection_plan.procedure import Delivery, Procedure
from injection_plan.protocol import Protocol
from injection_plan.rules.closing import asks_for_sign_out
from injection_plan.rules.delivery import may_give
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Phase
from injection_plan.volume import Volume

DOMAIN = "live"


class Calm(StrEnum):
    """How loud the step is: whether it may be given now, waits for something, or rests with the whole case."""

    OPEN = "open"
    WAITING = "waiting"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class StepView:
    """The next aliquot in words. Without one, `title` says why there is none and `give` is nothing.

    `label` stands on the button; `refusal` says why the button is off, and is empty where it is on.
    """

    code: str | None
    hand: str
    finger: str
    side: str
    direction: str
    headline: str
    title: str
    number: str
    unit: str
    technique: str
    label: str
    refusal: str
    give: Give | None
    stop_mark: Volume | None
    is_paused: bool = False

    @property
    def is_on(self) -> bool:
        """Whether the aliquot may be given now."""
        return self.give is not None and not self.refusal

    @property
    def calm(self) -> Calm:
        """How loud the next aliquot is; without one its words say what else is to be done, and are not dimmed."""
        if self.is_paused:
            return Calm.PAUSED
        return Calm.OPEN if self.give is None or self.is_on else Calm.WAITING


_WAITING = {
    Why.MARK_IS_OWED: "give.waiting_for_mark",
    Why.IS_PAUSED: "give.paused",
    Why.NO_TIME_OUT: "give.waiting_for_time_out",
}


def step_view(procedure: Procedure) -> StepView:
    """Return the step of a case as it stands."""
    current = procedure.current
    if current is None:
        return _no_step(procedure)
    refusal = may_give(procedure, current.code)
    one = procedure.protocol.aliquot(current.code).path
    volume = procedure.protocol.aliquot(current.code).volume
    expected = procedure.syringe(current.syringe).expected
    return StepView(
        code=current.code,
        hand=wording.hand(one.site.hand),
        finger=wording.digit(one.site.digit),
        side=wording.side(one.site.side),
        direction=wording.direction(one.direction),
        headline=f"{wording.hand(one.site.hand)} · {wording.side(one.site.side)}",
        title=f"{wording.digit(one.site.digit)} · {wording.direction(one.direction)}",
        number=wording.number(volume),
        unit=wording.volume(volume).removeprefix(wording.number(volume)).strip(),
        technique=technique(procedure.protocol, one, current.syringe),
        label=_label(refusal),
        refusal="" if refusal is None else wording.refusal(refusal),
        give=Give(aliquot=current.code, volume=volume, seen=procedure.seen(current.code)),
        stop_mark=None if expected is None else expected - volume,
        is_paused=procedure.phase is Phase.PAUSED,
    )


def technique(protocol: Protocol, one: Pass, syringe: int) -> str:
    """Return the syringe to take and the protocol's own words on how this pass is given, with the joint named."""
    return wording.say(
        DOMAIN,
        "step.technique",
        syringe=syringe,
        cannula=protocol.texts.cannula,
        joint=one.site.joint.value,
        technique=protocol.texts.technique,
    )


def _label(refusal: Refusal | None) -> str:
    key = "give.on" if refusal is None else _WAITING.get(refusal.why, "give.off")
    return wording.say(DOMAIN, key)


def _no_step(procedure: Procedure) -> StepView:
    """Nothing is left to give, or nothing may be given yet: say which."""
    settled = procedure.is_settled
    headline = wording.say(DOMAIN, "step.all_settled" if settled else "step.not_approved")
    if procedure.stopped is not None:
        headline = wording.say(DOMAIN, "step.stopped", reason=procedure.stopped)
    return StepView(
        code=None,
        hand="",
        finger="",
        side="",
        direction="",
        headline=headline,
        title=wording.say(DOMAIN, _afterwards(procedure)),
        number="",
        unit="",
        technique="",
        label=wording.say(DOMAIN, "give.off"),
        refusal=headline,
        give=None,
        stop_mark=None,
    )


def _afterwards(procedure: Procedure) -> str:
    phase = procedure.phase
    if phase is Phase.SETTLED and asks_for_sign_out(procedure):
        return "step.then.sign_out"
    return _AFTERWARDS.get(phase, "step.then.prepare")


_AFTERWARDS = {
    Phase.STOPPED: "step.then.read_marks",
    Phase.SETTLED: "step.then.reconcile",
    Phase.RECONCILED: "step.then.sign",
    Phase.SIGNED: "step.then.nothing",
}


def last_to_void(procedure: Procedure) -> Delivery | None:
    """Return what `U` voids: the delivery acted on last, given, omitted or of unknown fate."""
    acted = [one for one in procedure.deliveries if one.stamp is not None]
    return max(acted, key=lambda one: one.acted, default=None)
