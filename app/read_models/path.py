"""The visible path of a case: each step of the preparation, how far it is, and what is still missing there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app import wording
from app.clock import Reading
from app.read_models.finding_words import finding_words
from injection_plan.plan_checks import Finding, Moment, plan_findings
from injection_plan.procedure import Procedure
from injection_plan.terms import Severity, Step

DOMAIN = "path"
PREPARING = (Step.SET_UP, Step.ELIGIBILITY, Step.PRODUCT, Step.SYRINGES, Step.HANDS, Step.PLAN)
"""The steps that have a page on the path."""

LATER = (Step.TIME_OUT, Step.INJECT, Step.CLOSE)
"""The steps that come once the plan is approved."""


class StepState(StrEnum):
    """How far a step is."""

    DONE = "done"
    OPEN = "open"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step as the path shows it; `missing` says the first thing that is missing, `told` all of it in short."""

    step: Step
    number: int
    word: str
    state: StepState
    missing: str
    told: str

    @property
    def spoken(self) -> str:
        """What is read aloud of this step."""
        return wording.say(DOMAIN, "spoken", number=self.number, word=self.word, told=self.told)


def path_of(procedure: Procedure | None, now: Reading) -> tuple[PathStep, ...]:
    """Return every step of a case as it stands at this moment; before it is opened only the set-up is open."""
    findings = () if procedure is None else plan_findings(procedure, Moment(now.utc, now.offset_minutes))
    steps = [_step(number, step, procedure, findings) for number, step in enumerate(PREPARING, start=1)]
    first_later = len(PREPARING) + 1
    steps += [_later(number, step, procedure) for number, step in enumerate(LATER, start=first_later)]
    return tuple(steps)


def _step(number: int, step: Step, procedure: Procedure | None, findings: Sequence[Finding]) -> PathStep:
    word = wording.step(step)
    if procedure is None:
        state = StepState.OPEN if step is Step.SET_UP else StepState.LATER
        missing = wording.say(DOMAIN, "open_first" if state is StepState.LATER else "not_open")
        return PathStep(step, number, word, state, missing, missing)
    mine = [one for one in findings if one.step is step]
    blocking = [one for one in mine if one.severity is Severity.BLOCKS]
    warning = [one for one in mine if one.severity is Severity.WARNS]
    if step is Step.PLAN and not procedure.approved:
        missing = wording.say(DOMAIN, "not_approved")
        return PathStep(step, number, word, StepState.OPEN, missing, missing)
    if not blocking:
        told = wording.say(DOMAIN, "warned", count=len(warning)) if warning else wording.say(DOMAIN, "done")
        return PathStep(step, number, word, StepState.DONE, "", told)
    told = wording.say(DOMAIN, "missing", count=len(blocking))
    return PathStep(step, number, word, StepState.OPEN, finding_words(blocking[0], procedure), told)


def _later(number: int, step: Step, procedure: Procedure | None) -> PathStep:
    approved = procedure is not None and procedure.approved
    told = wording.say(DOMAIN, "after_approval" if approved else "needs_approval")
    return PathStep(step, number, wording.step(step), StepState.LATER, told, told)
