"""What a plan has to be looked at for: what warned when it was approved, and what stands against it now."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.read_models.plan_summary import FindingLine, finding_list
from app.record.papers.words import say
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.terms import Severity

LOUDEST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at: how it bears on the approval, its sentence, and the step at which it lies."""

    bears: str
    sentence: str
    step: str
    is_loud: bool


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """What is to be looked at, what blocks first, and at which moment it was gathered, in words."""

    as_at: str
    rows: tuple[Look, ...]


def to_look_at(procedure: Procedure, now: Reading) -> ToLookAt:
    """Return what blocks or warns; of a case that has begun only what warned when its plan was approved.

    Any change of what it is gathered from takes the approval back: the state of the case still is what was approved.
    """
    approved = procedure.prepared.approved_by if procedure.approved else None
    moments = [] if approved is None else [_reading(approved)]
    if approved is None or not procedure.has_started:
        moments.append(now)
    found = {
        (one.severity, one.sentence): one
        for moment in moments
        for one in finding_list(procedure, moment).lines
        if one.severity is not Severity.NOTE
    }
    rows = sorted(found.values(), key=lambda one: LOUDEST.index(one.severity))
    return ToLookAt(_as_at(approved, moments[-1]), tuple(map(_look, rows)))


def _reading(stamp: Stamp) -> Reading:
    return Reading(stamp.recorded, stamp.offset_minutes, stamp.tick_ms, stamp.run)


def _as_at(approved: Stamp | None, last: Reading) -> str:
    if approved is None:
        return say("look.as_at", when=wording.date_time(last.utc, last.offset_minutes))
    if last.utc == approved.recorded:
        return say("look.at_approval")
    return say("look.at_approval_and", when=wording.date_time(last.utc, last.offset_minutes))


def _look(line: FindingLine) -> Look:
    return Look(line.bears, line.sentence, line.step, is_loud=line.severity is Severity.BLOCKS)
